import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, type CalendarDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { CountedFrom } from './due-result.ts';
import { type IntervalRule, periodEnd } from './interval-rule.ts';
import { type Absences, explains, type Period } from './leave.ts';

/** A period that ended without a session. It stays missed for ever, whatever came later (C-21). */
export interface MissedPeriod extends Period {
  readonly reason: 'leave' | 'exceptional' | undefined;
}

/** A calendar month's first day, or the day after the period before; a starter's own first day. */
function periodStart(rule: IntervalRule, origin: CountedFrom, nth: number, to: CalendarDate) {
  if (rule.basis === 'rolling') return addDays(periodEnd(rule, origin, nth - 1), 1);
  const first = toCalendarDate(`${to.slice(0, 8)}01`);
  return origin.on > first ? origin.on : first;
}

/**
 * The periods after an event that had ended before `until`, that day not included: a session on the
 * last day of a period still meets it. None where `until` is not later than the event.
 */
export function missedSince(question: {
  readonly rule: IntervalRule;
  readonly origin: CountedFrom;
  readonly until: CalendarDate;
  readonly absences: Absences;
  readonly holidays: Holidays;
}): readonly MissedPeriod[] {
  const { rule, origin, until, absences, holidays } = question;
  const missed: MissedPeriod[] = [];
  for (let nth = 1; ; nth += 1) {
    const to = periodEnd(rule, origin, nth);
    if (to >= until) return missed;
    const from = periodStart(rule, origin, nth, to);
    missed.push({ from, to, reason: explains(absences, { from, to }, holidays) });
  }
}

/**
 * LEAVE8: what explains several missed periods together, in whatever order they come: nothing unless each is
 * explained, and leave before an exceptional reason where both are among them.
 */
export function reasonOfAll(reasons: readonly MissedPeriod['reason'][]): MissedPeriod['reason'] {
  if (reasons.length === 0 || reasons.includes(undefined)) return undefined;
  return reasons.includes('leave') ? 'leave' : 'exceptional';
}

/** LEAVE3: explained only where every missed period is: December is not excused by November's leave. */
export const allExplained = (missed: readonly MissedPeriod[]): boolean =>
  reasonOfAll(missed.map(({ reason }) => reason)) !== undefined;
