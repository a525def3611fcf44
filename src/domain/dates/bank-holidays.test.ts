import { expect, it } from 'vitest';
import {
  certaintyBetween,
  holidayOn,
  englandAndWalesHolidays as holidays,
  holidaysFromTable,
  withProclaimedDay,
} from './bank-holidays.ts';
import { toCalendarDate } from './calendar-date.ts';
import { computedHolidays, easterSunday } from './computed-holidays.ts';

const day = toCalendarDate;
const daysOf = (year: number) => [...computedHolidays(year).keys()].sort().join(' ');

it('[WD3] a listed year comes from the list alone', () => {
  expect(holidays.listed.size).toBe(32);
  expect(holidayOn(day('2026-12-28'), holidays)?.name).toBe('Boxing Day (substitute)');
  expect(holidayOn(day('2026-12-26'), holidays)).toBeUndefined();
  const withoutMay = holidaysFromTable({ '2026-01-01': "New Year's Day" });
  expect(holidayOn(day('2026-05-04'), withoutMay)).toBeUndefined();
  expect(holidayOn(day('2027-05-03'), withoutMay)?.certainty).toBe('computed');
  expect(() => holidaysFromTable({ '1 January 2026': 'x' })).toThrow('Not a calendar date');
  expect(() => holidaysFromTable({})).toThrow('at least one');
});

it('[WD4] the rules give the listed years again, name for name', () => {
  for (const year of [2025, 2026, 2027, 2028]) {
    const listed = [...holidays.listed].filter(([date]) => date.startsWith(`${year}`));
    expect([...computedHolidays(year)].sort(), String(year)).toEqual(listed);
  }
});

it('[WD4] past years as GOV.UK published them, with moved and added days', () => {
  expect(daysOf(2020)).toBe(
    '2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28',
  );
  expect(daysOf(2021)).toBe(
    '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28',
  );
  expect(daysOf(2022)).toBe(
    '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 ' +
      '2022-12-26 2022-12-27',
  );
  expect(daysOf(2023)).toBe(
    '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 ' +
      '2023-12-26',
  );
  expect(daysOf(2024)).toBe(
    '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
  );
  expect(computedHolidays(2022).get(day('2022-12-27'))).toBe('Christmas (substitute)');
});

it('[WD4] Easter at its earliest, its latest and in between', () => {
  const easters = [1818, 1943, 2000, 2008, 2019, 2038, 2049, 2285].map(easterSunday).join(' ');
  expect(easters).toBe(
    '1818-03-22 1943-04-25 2000-04-23 2008-03-23 2019-04-21 2038-04-25 2049-04-18 2285-03-22',
  );
});

it('[WD5] a holiday says whether it is known, and 2028 is not yet', () => {
  expect(holidayOn(day('2027-12-28'), holidays)?.certainty).toBe('known');
  expect(holidayOn(day('2022-09-19'), holidays)).toEqual({
    name: 'State funeral of Queen Elizabeth II',
    certainty: 'known',
  });
  expect(holidayOn(day('2028-01-03'), holidays)?.certainty).toBe('computed');
  expect(holidayOn(day('2031-12-25'), holidays)).toEqual({
    name: 'Christmas',
    certainty: 'computed',
  });
  expect(certaintyBetween(day('2027-12-20'), day('2027-12-31'), holidays)).toBe('known');
  expect(certaintyBetween(day('2027-12-20'), day('2028-01-01'), holidays)).toBe('computed');
  expect(certaintyBetween(day('2019-12-31'), day('2020-01-02'), holidays)).toBe('computed');
});

it('[WD6] a proclaimed day adds to list and rules, and leaves the old value as it was', () => {
  const more = withProclaimedDay(
    withProclaimedDay(holidays, day('2026-06-19'), 'One-off'),
    day('2031-06-20'),
    'Another',
  );
  expect(holidayOn(day('2026-06-19'), more)).toEqual({ name: 'One-off', certainty: 'known' });
  expect(holidayOn(day('2031-06-20'), more)).toEqual({ name: 'Another', certainty: 'known' });
  expect(holidayOn(day('2031-12-25'), more)?.name).toBe('Christmas');
  expect(holidayOn(day('2026-06-19'), holidays)).toBeUndefined();
});
