import { expect, it } from 'vitest';
import { HolidayList, type NamedDay } from '#domain/records/holidays.ts';
import {
  certaintyBetween,
  holidayOn,
  holidaysFromTable,
  englandAndWalesHolidays as shipped,
} from './bank-holidays.ts';
import { toCalendarDate as day } from './calendar-date.ts';
import { computedHolidays } from './computed-holidays.ts';
import { holidaysInUse } from './holidays-in-use.ts';
import { readBankHolidays } from './read-bank-holidays.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const held = (over: object) => HolidayList.parse({ id: 'h', ...over });
const typed = (kind: string, on: string, name = 'A day') => ({ id: on, kind, on, name, at: 'x' });
const years = (from: number, to: number): readonly NamedDay[] =>
  Array.from({ length: to - from + 1 }, (_, i) => [...computedHolidays(from + i)])
    .flat()
    .map(([on, name]) => ({ on, name: `${name}, published` }));

it('nothing held is what the app ships', () => {
  expect(holidaysInUse(shipped, held({}))).toEqual(shipped);
});

it('[WD6] a typed day adds to the list and is known', () => {
  const holidays = holidaysInUse(
    shipped,
    held({ typed: [typed('added', '2029-06-15', 'Jubilee')] }),
  );
  expect(holidayOn(day('2029-06-15'), holidays)).toEqual({ name: 'Jubilee', certainty: 'known' });
  expect(isWorkingDay(day('2029-06-15'), holidays)).toBe(false);
});

it('[WD9] a day taken off is none, listed or worked out, and proclaimed after all it is one', () => {
  const off = [typed('removed', '2027-05-03'), typed('removed', '2031-12-25')];
  const holidays = holidaysInUse(shipped, held({ typed: off }));
  for (const on of ['2027-05-03', '2031-12-25']) {
    expect(holidayOn(day(on), shipped), on).toBeDefined();
    expect(holidayOn(day(on), holidays), on).toBeUndefined();
    expect(isWorkingDay(day(on), holidays), on).toBe(true);
  }
  const again = holidaysInUse(shipped, held({ typed: [...off, typed('added', '2027-05-03')] }));
  expect(isWorkingDay(day('2027-05-03'), again)).toBe(false);
});

it('[WD10] closure days count only where a person said so, and are no bank holidays', () => {
  const closed = [typed('closure', '2026-12-29'), typed('closure', '2026-12-30')];
  const due = (closuresCount: boolean) => {
    const holidays = holidaysInUse(shipped, held({ typed: closed, closuresCount }));
    expect(holidayOn(day('2026-12-29'), holidays)).toBeUndefined();
    return addWorkingDays(day('2026-12-18'), 5, holidays);
  };
  expect([due(false), due(true)]).toEqual(['2026-12-29', '2026-12-31']);
  expect(held({}).closuresCount).toBe(false);
});

it('[WD11] the years of the file take the place of ours and are known', () => {
  const holidays = holidaysInUse(shipped, held({ published: years(2026, 2028) }));
  expect(holidayOn(day('2026-12-28'), holidays)?.name).toMatch(/, published$/);
  expect(holidayOn(day('2025-12-25'), holidays)?.name, 'a year only we have').toBe('Christmas');
  expect(certaintyBetween(day('2028-01-01'), day('2028-12-31'), shipped)).toBe('computed');
  expect(certaintyBetween(day('2020-01-01'), day('2028-12-31'), holidays)).toBe('known');
  expect(certaintyBetween(day('2028-12-31'), day('2029-01-01'), holidays)).toBe('computed');
  const without = years(2026, 2026).filter(({ on }) => on !== '2026-05-04');
  expect(
    isWorkingDay(day('2026-05-04'), holidaysInUse(shipped, held({ published: without }))),
  ).toBe(true);
});

it('[WD11] a year between that nobody lists is worked out and not known', () => {
  const holidays = holidaysInUse(shipped, held({ published: years(2031, 2031) }));
  expect(holidayOn(day('2030-12-25'), holidays)).toEqual({
    name: 'Christmas',
    certainty: 'computed',
  });
  expect(certaintyBetween(day('2031-01-01'), day('2031-02-01'), holidays)).toBe('computed');
  const before = holidaysInUse(shipped, held({ published: years(2018, 2020) }));
  expect(certaintyBetween(day('2018-01-01'), day('2027-12-31'), before)).toBe('known');
  const ours = holidaysFromTable({ '2025-06-13': 'A day of our list' });
  const later = holidaysInUse(ours, held({ published: years(2027, 2027) }));
  expect(holidayOn(day('2025-06-13'), later), 'ours stays').toBeDefined();
  expect(holidayOn(day('2025-12-25'), later), 'and is all there is of its year').toBeUndefined();
  expect(holidayOn(day('2026-12-25'), later)?.certainty).toBe('computed');
});

const file = (days: readonly NamedDay[], division = 'england-and-wales') =>
  JSON.stringify({
    [division]: {
      division,
      events: days.map(({ on, name }) => ({ title: name, date: on, notes: '', bunting: true })),
    },
  });

it('[WD11] GOV.UK’s file is read for England and Wales, and for no other part', () => {
  const both = { ...JSON.parse(file(years(2027, 2028))), scotland: { events: [] } };
  const read = readBankHolidays(`\ufeff${JSON.stringify(both)}`);
  expect(read.outcome === 'read' && read.days).toEqual(years(2027, 2028));
  for (const text of ['', '{', '[]', 'null', file(years(2027, 2027), 'scotland')])
    expect(readBankHolidays(text).outcome, text).toBe('unreadable');
  const badDate = file(years(2027, 2027)).replace('2027-12-27', '27/12/2027');
  expect(readBankHolidays(badDate).outcome).toBe('unreadable');
});

it('[WD11] half a year is refused, with the year and what to do', () => {
  const told = (days: readonly NamedDay[]) => {
    const read = readBankHolidays(file(days));
    return read.outcome === 'unreadable' ? read.reason : '';
  };
  expect(told(years(2027, 2028).slice(0, 13))).toBe(
    'The file has 5 of at least 8 bank holidays for 2028. Part of it is missing: download it again',
  );
  expect(told([])).toBe('The list for England and Wales in this file is empty');
  const twice = [...years(2027, 2027).slice(0, 7), ...years(2027, 2027).slice(0, 1)];
  expect(told(twice), 'one day twice is one day').toContain('7 of at least 8');
});
