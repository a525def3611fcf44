import {
  addInterval,
  type CalendarDate,
  endOfMonth,
  type Interval,
} from '#domain/dates/calendar-date.ts';
import type { Strength } from '#domain/policies/profile-words.ts';
import type { CountedFrom, RuleCited } from './due-result.ts';
import { type Basis, times } from './interval.ts';

/** How often something must happen, and who says so. */
export interface IntervalRule extends RuleCited {
  readonly interval: Interval;
  readonly basis: Basis;
  /** An amber date before the must (C-1). */
  readonly targetInterval?: Interval | undefined;
  /** What the rule asks for, as in "case supervision every calendar month". */
  readonly what: string;
}

/** DUE6: a number of ours names no clause; a missing strength reads "should" (PROF3). */
export function cited(
  src: string | undefined,
  strength: Strength | undefined,
): Pick<RuleCited, 'clause' | 'strength'> {
  return { strength: strength ?? 'should', clause: strength === 'inferred' ? null : (src ?? null) };
}

/**
 * WORK2, WORK3: the end of the nth period after the event. Rolling counts from the day itself; a
 * calendar month ends with its last day, and the month in which someone starts already counts.
 */
export function periodEnd(
  rule: Pick<IntervalRule, 'interval' | 'basis'>,
  from: CountedFrom,
  nth = 1,
): CalendarDate {
  if (rule.basis === 'rolling') return addInterval(from.on, times(rule.interval, nth));
  const months = isBeginning(from) ? nth - 1 : nth;
  return endOfMonth(addInterval(from.on, times(rule.interval, months)));
}

/** Nothing has happened yet, and it is known that nothing has: unlike where no date is held. */
export const isBeginning = ({ what }: CountedFrom): boolean =>
  what === 'started' || what === 'opened' || what === 'allocated';

/** DUE9: the day to count from. What began before Footprint did may have had a session we know not. */
export function countingFrom(known: {
  readonly last?: CalendarDate | undefined;
  readonly began?: CountedFrom | undefined;
  readonly footprintStartedOn?: CalendarDate | undefined;
  /** A person said "never": then the beginning is where to count from, however long ago. */
  readonly saidNever?: boolean | undefined;
}): CountedFrom | undefined {
  const { last, began, footprintStartedOn, saidNever } = known;
  if (last !== undefined) return { on: last, what: 'lastHeld' };
  if (began && (footprintStartedOn === undefined || saidNever || began.on > footprintStartedOn))
    return began;
  return footprintStartedOn && { on: footprintStartedOn, what: 'footprint' };
}
