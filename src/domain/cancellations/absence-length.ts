import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, type CalendarDate, earlierOf } from '#domain/dates/calendar-date.ts';
import { workingDaysUntil } from '#domain/dates/working-days.ts';
import { backOn, type Leave, type Period } from '#domain/due/leave.ts';

/**
 * CANCEL10: the working days of the longest absence that reaches into the period. One that is not over is
 * counted up to `today`, or to the period's end where that is later; 0 where there is none.
 */
export function absenceWorkingDays(question: {
  readonly leave: readonly Leave[];
  readonly period: Period;
  readonly today: CalendarDate;
  readonly holidays: Holidays;
}): number {
  const { leave, period, today, holidays } = question;
  const soFar = today > period.to ? today : period.to;
  const lengths = leave.flatMap((absence) => {
    const last = lastDayOf(absence, soFar, holidays);
    const isIn = absence.start <= period.to && last >= period.from;
    return isIn ? [workingDaysUntil(addDays(absence.start, -1), last, holidays)] : [];
  });
  return Math.max(0, ...lengths);
}

function lastDayOf(absence: Leave, soFar: CalendarDate, holidays: Holidays): CalendarDate {
  if (absence.end !== undefined) return absence.end;
  const back = backOn(absence, holidays);
  return back === undefined ? soFar : earlierOf(addDays(back, -1), soFar);
}
