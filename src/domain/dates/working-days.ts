import { assert } from '#domain/assert.ts';
import { type Holidays, holidayOn } from './bank-holidays.ts';
import { addDays, type CalendarDate, weekday } from './calendar-date.ts';

/** WD1, WD10: Monday to Friday, not a bank holiday of England and Wales, and no closure that counts. */
export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  const isFree = holidayOn(date, holidays) !== undefined || holidays.closures.has(date);
  return weekday(date) <= 5 && !isFree;
}

/** WD2: the day of the event is day 0, working day or not. `days` is a whole number from 0. */
export function addWorkingDays(date: CalendarDate, days: number, holidays: Holidays): CalendarDate {
  assert(Number.isInteger(days) && days >= 0, `Cannot count ${days} working days`);
  let reached = date;
  for (let counted = 0; counted < days; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) counted += 1;
  }
  return reached;
}

/** WD7: the day to plan for when a due date falls where nobody works. Due dates never roll. */
export function lastWorkingDayOnOrBefore(date: CalendarDate, holidays: Holidays): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** WD8: working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysUntil(from: CalendarDate, to: CalendarDate, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
