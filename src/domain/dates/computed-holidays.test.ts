import Calendar from 'date-holidays';
import { expect, it } from 'vitest';
import { englandAndWalesHolidays, holidayOn } from './bank-holidays.ts';
import { addDays, type CalendarDate, toCalendarDate, weekday } from './calendar-date.ts';
import { computedHolidays } from './computed-holidays.ts';

/**
 * date-holidays is somebody else's work from other sources, so it is a check on ours. In tests only:
 * it is 1.5 MB and it misses one-off days.
 */
const oracle = new Calendar('GB', 'ENG');

const oracleDays = (year: number): readonly string[] =>
  oracle
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => toCalendarDate(date.slice(0, 10)))
    .filter((date) => weekday(date) <= 5)
    .sort();
const ourDays = (year: number): readonly string[] => [...computedHolidays(year).keys()].sort();

/** Days that were given once, and that the oracle does not know. Before 2020 ours are rules alone. */
const oracleMisses: Readonly<Record<number, readonly string[]>> = {
  1999: ['1999-12-31'], // the eve of the millennium
  2002: ['2002-06-03', '2002-06-04'], // Golden Jubilee, and Spring moved beside it
  2011: ['2011-04-29'], // royal wedding
  2012: ['2012-06-04'], // Spring moved beside the Diamond Jubilee, which it does know
};
const oracleAlone: Readonly<Record<number, readonly string[]>> = { 2012: ['2012-06-05'] };

it('[WD4] the rules agree with date-holidays for sixty-five years', () => {
  for (let year = 1996; year <= 2060; year += 1) {
    const alone = oracleAlone[year] ?? [];
    const shared = oracleDays(year).filter((date) => !alone.includes(date));
    expect(shared, String(year)).toEqual(ourDays(year));
  }
});

it('[WD4] what the oracle misses is still missing, so this list is not out of date', () => {
  for (const [year, days] of Object.entries(oracleMisses))
    for (const date of days) {
      expect(oracleDays(Number(year)), date).not.toContain(date);
      expect(ourDays(Number(year)), date).not.toContain(date);
    }
});

it('[WD3] every weekday from 2020 to 2030 is a holiday for both or for neither', () => {
  const known = new Set(Array.from({ length: 11 }, (_, n) => oracleDays(2020 + n)).flat());
  let date: CalendarDate = toCalendarDate('2020-01-01');
  for (; date < '2031-01-01'; date = addDays(date, 1))
    if (weekday(date) <= 5)
      expect(holidayOn(date, englandAndWalesHolidays) !== undefined, date).toBe(known.has(date));
});
