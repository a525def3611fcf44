import { type CalendarDate, earlierOf } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import type { CountedFrom } from './due-result.ts';
import { countingFrom, type IntervalRule, periodEnd } from './interval-rule.ts';
import type { HeldSession, SessionPart, Worker } from './worker.ts';
import { workerRules } from './worker-interval.ts';
import type { WorkerPhase } from './worker-phases.ts';

/** What is known of one worker's supervision. */
export interface WorkerHistory {
  readonly worker: Worker;
  /** In any order; those after `now` have not been held yet. */
  readonly sessions: readonly HeldSession[];
  readonly footprintStartedOn?: CalendarDate | undefined;
}

export type Part = SessionPart | 'any';

/** The date of one part: what it is counted from, the rule that makes it due first, and the day. */
export interface PartClock {
  readonly part: Part;
  readonly origin: CountedFrom;
  readonly rule: IntervalRule;
  readonly dueOn: CalendarDate;
}

/** WORK15 (C-27): the parts a policy asks for; a policy that names none is met by any session. */
export function requiredParts(
  { worker }: PolicyProfile,
  { answersFor }: Pick<Worker, 'answersFor'>,
): readonly Part[] {
  const parts = worker.requiresParts ?? ['any'];
  if (!answersFor) return parts;
  // SUPV3: each supervisor has the clock of their own part, also where the policy takes any session for it.
  return parts.flatMap((part) => (part === 'any' || part === answersFor ? [answersFor] : []));
}

/** One that does not say what it covered covered everything; a group covers no part. */
const covers = ({ parts }: HeldSession, part: Part): boolean =>
  parts === undefined || (part === 'any' ? parts.length > 0 : parts.includes(part));

const heldDays = (
  sessions: readonly HeldSession[],
  part: Part,
  now: DayOrMoment,
): readonly CalendarDate[] =>
  sessions
    .filter((session) => covers(session, part) && session.on <= dayOf(now))
    .map(({ on }) => on)
    .sort();

/** WORK1, DUE9: the last session, else the first day in the job, else the day Footprint started. */
function workerOrigin(
  { worker, footprintStartedOn }: WorkerHistory,
  last: CalendarDate | undefined,
): CountedFrom | undefined {
  const { startedOn } = worker;
  const began = startedOn && ({ on: startedOn, what: 'started' } as const);
  return countingFrom({ last, began, footprintStartedOn });
}

/** All that a part was ever counted from, oldest first: the beginning, and each session up to that day. */
export function originsOf(
  history: WorkerHistory,
  part: Part,
  until: CalendarDate,
): readonly CountedFrom[] {
  const days = heldDays(history.sessions, part, until);
  const beginning = workerOrigin(history, undefined);
  const first = beginning && (days[0] === undefined || beginning.on <= days[0]) ? [beginning] : [];
  return [...first, ...days.map((on) => ({ on, what: 'lastHeld' as const }))];
}

/** The earliest date that the rules in force on the day counted from give (WORK4). */
export function earliestDue(
  rules: readonly IntervalRule[],
  origin: CountedFrom,
): { readonly rule: IntervalRule; readonly dueOn: CalendarDate } | undefined {
  const dated = rules.map((rule) => ({ rule, dueOn: periodEnd(rule, origin) }));
  const dueOn = dated.map((each) => each.dueOn).reduce(earlierOf, dated[0]?.dueOn ?? origin.on);
  return dated.find((each) => each.dueOn === dueOn);
}

/** Each required part with its own date; empty where there is no day at all to count from. */
export function partClocks(question: {
  readonly profile: PolicyProfile;
  readonly history: WorkerHistory;
  readonly phases: readonly WorkerPhase[];
  readonly now: DayOrMoment;
}): readonly PartClock[] {
  const { profile, history, phases, now } = question;
  return requiredParts(profile, history.worker).flatMap((part) => {
    const origin = workerOrigin(history, heldDays(history.sessions, part, now).at(-1));
    if (!origin) return [];
    const rules = workerRules(profile, history.worker, phases, origin.on);
    const first = earliestDue(rules, origin);
    return first ? [{ part, origin, ...first }] : [];
  });
}
