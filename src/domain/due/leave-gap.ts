import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { addWorkingDays } from '#domain/dates/working-days.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { periodEnd } from './interval-rule.ts';
import { type Absences, backOn, isAway } from './leave.ts';
import { type MissedMonth, missedMonths } from './missed-months.ts';
import { missedSince } from './missed-periods.ts';
import { type PartClock, partClocks, type WorkerHistory } from './worker-clock.ts';
import { workerPhases } from './worker-phases.ts';

interface GapQuestion extends WorkerHistory {
  readonly profile: PolicyProfile;
  readonly absences: Absences;
  readonly holidays: Holidays;
}

export interface ReturnDuty {
  readonly backOn: CalendarDate;
  /** LEAVE6: only where the leave left a gap and the policy asks for priority. */
  readonly priorityBy?: CalendarDate;
  /** LEAVE7: the end of the period they come back in, or the date that still stands. */
  readonly dueOn: CalendarDate;
}

/** What the day back brings after the latest leave; undefined while away, or with nothing to count from. */
export function returnDuty(question: GapQuestion): ReturnDuty | undefined {
  const { profile, worker, absences, holidays } = question;
  const latest = [...absences.leave].sort((a, b) => (a.start < b.start ? -1 : 1)).at(-1);
  const back = latest && backOn(latest, holidays);
  if (back === undefined) return undefined;

  const phases = workerPhases(profile, worker);
  const before = addDays(back, -1);
  const clocks = partClocks({ profile, history: question, phases, now: before });
  // Each part has a period of its own (WORK15): the first of them to end is the one to meet.
  const dueOn = clocks
    .map((clock) => endOnOrAfter(clock, back))
    .toSorted()
    .at(0);
  if (dueOn === undefined) return undefined;
  const days = profile.leaveGap?.scheduleOnReturn?.workingDays;
  const priority = days !== undefined && leftAGap(question, clocks, back);
  return {
    backOn: back,
    ...(priority ? { priorityBy: addWorkingDays(back, days, holidays) } : {}),
    dueOn,
  };
}

/** LEAVE7: the end of the period that the day falls in. */
function endOnOrAfter({ rule, origin }: PartClock, day: CalendarDate): CalendarDate {
  let nth = 1;
  while (periodEnd(rule, origin, nth) < day) nth += 1;
  return periodEnd(rule, origin, nth);
}

/** A period went by, or a session that was planned since the last one fell into the leave. */
function leftAGap(
  { absences, holidays }: GapQuestion,
  clocks: readonly PartClock[],
  back: CalendarDate,
): boolean {
  return clocks.some((clock) => {
    const missed = missedSince({ ...clock, until: back, absences, holidays });
    const lost = absences.planned.filter(({ on }) => on > clock.origin.on && on < back);
    return (
      missed.some(({ reason }) => reason === 'leave') ||
      lost.some(({ on }) => isAway(absences.leave, on))
    );
  });
}

export interface GapNotes {
  /** The months that leave made miss. */
  readonly months: readonly MissedMonth[];
  /** How many open children need the neutral line; undefined where their number is not known. */
  readonly childRecords: number | undefined;
  readonly nextSupervisionRecord: boolean;
  /** Think about who covers: high risk, or a long absence. */
  readonly considerReallocation: boolean;
}

/** LEAVE5 (R-20, 001:87): what must be written down where leave made a gap before `until`. */
export function gapNotes(
  question: GapQuestion & {
    readonly until: CalendarDate;
    readonly openCases?: number | undefined;
    readonly sinceLast?: boolean | undefined;
  },
): GapNotes {
  const { profile, openCases } = question;
  const months = missedMonths(question).filter(({ reason }) => reason === 'leave');
  const policy = months.length > 0 ? profile.leaveGap : undefined;
  const asksFor = (record: string) => policy?.recordOn.includes(record) === true;
  return {
    months,
    childRecords: asksFor('childRecordEachOpenCase') ? openCases : 0,
    nextSupervisionRecord: asksFor('nextSupervisionRecord'),
    considerReallocation: policy?.reallocationPrompt === true,
  };
}
