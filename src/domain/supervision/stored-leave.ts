import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Leave } from '#domain/due/leave.ts';
import type { Absence } from '#domain/records/absence.ts';
import type { ToldAbsence } from '#domain/records/told-absence.ts';

/** GAP4: put on the list as two days; without the last one it is not over yet. */
export function recordedLeave({ from, to }: Pick<Absence, 'from' | 'to'>): Leave | undefined {
  const start = parseCalendarDate(from);
  return start !== undefined && to.trim() === '' ? { start } : leaveBetween(from, to);
}

/** GAP6: by the days that were read when it was typed; without a last day it is one day. */
export function toldLeave({
  to,
  fromDate,
  toDate,
}: Pick<ToldAbsence, 'to' | 'fromDate' | 'toDate'>): Leave | undefined {
  return leaveBetween(fromDate, to.trim() === '' ? fromDate : toDate);
}

/** GAP4: what is no date, or ends before it began, explains nothing. */
function leaveBetween(from: string, to: string): Leave | undefined {
  const [start, end] = [parseCalendarDate(from), parseCalendarDate(to)];
  return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
}
