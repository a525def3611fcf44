import { type Interval, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Worker } from '#domain/due/worker.ts';
import type { Staff } from '#domain/records/staff.ts';

/** What the rules know about one person, from the stored entry. */
export function workerOf(staff: Staff): Worker {
  const { stage, ownInterval, ownIntervalReason } = staff;
  return {
    stage,
    startedOn: parseCalendarDate(staff.startedOn),
    sixMonthReviewDate: parseCalendarDate(staff.sixMonthReviewDate),
    agreedFortnightlyFrom: parseCalendarDate(staff.agreedFortnightlyFrom),
    ...(ownInterval === ''
      ? {}
      : { ownInterval: { interval: ownInterval as Interval, reason: ownIntervalReason } }), // chosen from a list of intervals
  };
}
