import type { Holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { addWorkingDays, lastWorkingDayOnOrBefore } from '#domain/dates/working-days.ts';

/** Away from work, both days included. Its kind is nobody's business here (C-31, design section 3). */
export interface Leave {
  readonly start: CalendarDate;
  /** Undefined: still away. */
  readonly end?: CalendarDate | undefined;
  /** The first day back. */
  readonly returnDate?: CalendarDate | undefined;
}

/** A session that was planned and not held. */
export interface PlannedSession {
  readonly on: CalendarDate;
  /** Cancelled for an exceptional reason that is recorded. */
  readonly exceptionalReason?: boolean | undefined;
}

export interface Absences {
  readonly leave: readonly Leave[];
  readonly planned: readonly PlannedSession[];
}

export interface Period {
  readonly from: CalendarDate;
  /** The last day on which the period could still be met. */
  readonly to: CalendarDate;
}

/** LEAVE2: the day back, or the first working day after the last day away; undefined while away. */
export function backOn({ end, returnDate }: Leave, holidays: Holidays): CalendarDate | undefined {
  return returnDate ?? (end && addWorkingDays(end, 1, holidays));
}

export const isAway = (leave: readonly Leave[], day: CalendarDate): boolean =>
  leave.some(({ start, end, returnDate }) => {
    if (day < start) return false;
    if (end !== undefined) return day <= end;
    return returnDate === undefined || day < returnDate;
  });

/**
 * LEAVE1 (C-21): leave explains a missed period when it covers each planned session; where none was
 * planned, every working day left of the period from the day the leave began. That is the same as
 * being away on its last working day: an absence in the middle leaves days to meet it.
 */
export function explains(
  { leave, planned }: Absences,
  period: Period,
  holidays: Holidays,
): 'leave' | 'exceptional' | undefined {
  const inPeriod = planned.filter(({ on }) => on >= period.from && on <= period.to);
  const lost = inPeriod.map(({ on, exceptionalReason }) => {
    if (isAway(leave, on)) return 'leave';
    return exceptionalReason ? 'exceptional' : undefined;
  });
  if (lost.length > 0) return lost.every((why) => why !== undefined) ? lost[0] : undefined;

  const lastWorkingDay = lastWorkingDayOnOrBefore(period.to, holidays);
  return lastWorkingDay >= period.from && isAway(leave, lastWorkingDay) ? 'leave' : undefined;
}
