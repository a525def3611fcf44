import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import { addWorkingDays } from '#domain/dates/working-days.ts';
import type { Period } from '../directory/relations.ts';

/** Where a person stands to a member of staff or to a child: `lately` ended within the days below. */
export type Standing = 'today' | 'lately' | 'once' | 'never';

/** What was held before a relation ended can be finished for so long (design section 8). */
export const WORKING_DAYS_TO_FINISH = 20;

/** The nearest of these periods. What begins on a later day is nothing yet. */
export function standingOf(periods: readonly Period[], today: CalendarDate): Standing {
  const begun = periods.filter(({ from }) => from <= today);
  if (isToday(begun, today)) return 'today';
  if (begun.some(({ to }) => to !== null && lastDayToFinish(to) >= today)) return 'lately';
  return begun.length > 0 ? 'once' : 'never';
}

export const isToday = (periods: readonly Period[], today: CalendarDate): boolean =>
  periods.some(({ from, to }) => from <= today && (to === null || to >= today));

const lastDayToFinish = (to: string): CalendarDate =>
  addWorkingDays(toCalendarDate(to), WORKING_DAYS_TO_FINISH, englandAndWalesHolidays);
