import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, type CalendarDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildFacts, ChildHistory } from '#domain/due/child-facts.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { Absences } from '#domain/due/leave.ts';
import { backOn } from '#domain/due/leave.ts';
import { type Worker, type WorkerStage, workerStages } from '#domain/due/worker.ts';
import type { WorkerHistory } from '#domain/due/worker-clock.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Given } from './given.ts';

/** One vector, ready to be asked. */
export interface Asking {
  readonly profile: PolicyProfile;
  readonly holidays: Holidays;
  readonly given: Given;
}

const NEVER = toCalendarDate('2000-01-01'); // a vector without a single date

export const latestOf = ({ given }: Asking): CalendarDate => given.latest() ?? NEVER;

/** `asye`, `ASYE`, `non-case-holding`; a stage that no rule knows is everybody else. */
function stageOf(text: string | undefined): WorkerStage {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  return workerStages.find((stage) => plain(stage) === plain(text ?? '')) ?? 'default';
}

export function workerOf({ given }: Asking): Worker {
  const interval = given.interval('overrideInterval');
  return {
    stage: stageOf(given.text('stage')),
    startedOn: given.day('startDate'),
    sixMonthReviewDate: given.day('sixMonthReviewDate'),
    agreedFortnightlyFrom: given.day('agreedFortnightlyFrom'),
    agreedInterval: given.interval('agreedInterval') ?? given.interval('frequency'),
    ownInterval: interval && { interval, reason: given.text('overrideReason') },
    holdsCases: given.flag('caseHolder'),
    managesComplexCases: given.flag('managesComplexCases'),
  };
}

export function workerHistoryOf(asking: Asking): WorkerHistory & { readonly absences: Absences } {
  const { given } = asking;
  return {
    worker: workerOf(asking),
    sessions: given.sessions(),
    footprintStartedOn: given.day('footprintStartedOn'),
    absences: { leave: given.leave(), planned: given.planned() },
  };
}

/** Up to which day months can have been missed: the last session, or the day back from leave. */
export function knownUntil({ given, holidays }: Asking): CalendarDate {
  const back = given.leave().map((leave) => backOn(leave, holidays) ?? addDays(leave.start, 1));
  const sessions = given.sessions().map(({ on }) => on);
  return [...back, ...sessions].sort().at(-1) ?? NEVER;
}

/** A cohort that needs two fields has them, unless the vector names one of them and leaves it empty. */
function permanenceOf(
  given: Given,
): Pick<ChildFacts, 'permanenceDecisionDate' | 'permanenceApprovedBy'> {
  const [decided, approved] = ['permanenceDecisionDate', 'permanenceApprovedBy'] as const;
  const silent = !given.names(decided) && !given.names(approved);
  const stated = (key: string) => (silent ? 'stated by the cohort' : given.text(key));
  return { permanenceDecisionDate: stated(decided), permanenceApprovedBy: stated(approved) };
}

export function childOf({ given }: Asking): ChildFacts {
  const higherRisk = given.flag('higherRisk') ?? given.flag('higherRiskEarlyHelp');
  const after = [
    ...given.texts('cohortAfter'),
    ...given.texts('cohort'),
    ...given.texts('cohorts'),
  ];
  const before = given.texts('cohortBefore');
  const changedOn = given.day('changeOn');
  const interval = given.interval('overrideInterval');
  return {
    cohorts: after.length > 0 ? after : before,
    higherRisk,
    ...permanenceOf(given),
    changed:
      changedOn && before.length > 0
        ? { on: changedOn, from: { cohorts: before, higherRisk } }
        : undefined,
    override: interval && { interval, reason: given.text('overrideReason') ?? '' },
    allocatedAt: given.when('allocatedAt'),
    openedOn: given.day('caseOpened'),
  };
}

const event = (kind: ChildEvent['kind'], on: CalendarDate | undefined): readonly ChildEvent[] =>
  on === undefined ? [] : [{ kind, on }];

/**
 * The child with what happened about it. Where every open case is covered in each session, a session
 * since the case opened had it on the agenda and covered it: a vector knows nothing more.
 */
export function childHistoryOf(asking: Asking): ChildHistory {
  const { profile, given } = asking;
  const child = childOf(asking);
  const covered = given
    .sessions()
    .filter(({ on }) => child.openedOn === undefined || on >= child.openedOn)
    .flatMap(({ on }) => event('formal', on));
  return {
    child,
    events: [
      ...event('formal', given.day('lastSupervised')),
      ...event('oversight', given.day('lastOversight')),
      ...event('kit', given.day('lastKitOrGroup')),
      ...(profile.child.mode === 'everyOpenCaseEachSession' ? covered : []),
    ],
    footprintStartedOn: given.day('footprintStartedOn'),
  };
}
