import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarDate, earlierOf } from '#domain/dates/calendar-date.ts';
import { addWorkingDays } from '#domain/dates/working-days.ts';

const graceWorkingDays = 5; // domain-spec section B, "Interval selection": our reading, no policy says

export interface ChangedDue {
  readonly dueOn: CalendarDate;
  /** The date is the grace and not the interval's own. */
  readonly grace: boolean;
}

/**
 * CHILD8, CHILD9: the due date after an interval changed on a day. A longer one counts at once (C-33).
 * A shorter one may give a date before the change: nobody could have kept that, so five working days.
 */
export function dueAfterChange(question: {
  readonly oldDue: CalendarDate;
  readonly newDue: CalendarDate;
  readonly changedOn: CalendarDate;
  readonly holidays: Holidays;
}): ChangedDue {
  const { oldDue, newDue, changedOn, holidays } = question;
  if (newDue >= oldDue || newDue >= changedOn) return { dueOn: newDue, grace: false };
  const graceEnds = addWorkingDays(changedOn, graceWorkingDays, holidays);
  return { dueOn: earlierOf(oldDue, graceEnds), grace: graceEnds <= oldDue };
}
