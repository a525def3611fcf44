import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatLongDate,
  formatShortDate,
  toCalendarDate,
} from './calendar-date.ts';
import { readTypedDate } from './typed-date.ts';
import type { Prefer } from './typed-relative-date.ts';

const saturday = toCalendarDate('2026-11-21');
const wednesday = toCalendarDate('2026-11-18');

function read(text: string, prefer: Prefer = 'future', today = saturday): string {
  const typed = readTypedDate(text, today, { prefer });
  if (typed.outcome === 'read') return typed.date;
  return typed.outcome === 'empty' ? 'empty' : typed.reason;
}
const anyDay = fc.integer({ min: -46_000, max: 46_000 }).map((n) => addDays(saturday, n));
const prefers = fc.constantFrom<Prefer[]>('future', 'past');

it('[TYPED1] the day comes first, and a month that cannot be is said, never turned round', () => {
  expect(read('3/4/2026')).toBe('2026-04-03');
  expect(read('2026-11-28')).toBe('2026-11-28');
  expect(read('2026/4/3')).toBe('2026-04-03');
  expect(read('11/28/2026')).toBe('28 is not a month. Write the day first, like 28/11/2026.');
  expect(read('40/30/2026')).toMatch(/^30 is not a month/);
  expect(read('1/0/2026')).toMatch(/^0 is not a month/);
});

it('[TYPED2] separators, capitals, ordinals and month names are read alike', () => {
  const same = [
    ...['28/11/2026', '28-11-2026', '28.11.2026', '28 11 2026', '28 / 11 / 2026', '28–11–2026'],
    ...['28/11/26', '28 nov', '28 Nov 26', '28 November 2026', '28th Nov', '28th of November'],
    ...['nov 28', 'November 28, 2026', '28-Nov-2026', '28nov2026', ' 28\u00a0NOV. 2026 ', '28/11'],
  ];
  for (const text of same) expect(read(text), text).toBe('2026-11-28');
  expect(read('1 sept 2027')).toBe('2027-09-01');
});

it('[TYPED2] every date reads back from each way it is shown', () => {
  fc.assert(
    fc.property(anyDay, prefers, anyDay, (date, prefer, today) => {
      for (const shown of [date, formatDate(date), formatLongDate(date), formatShortDate(date)])
        expect(read(shown, prefer, today)).toBe(date);
      const [year, month, day] = date.split('-');
      expect(read(`${day}/${month}/${year}`, prefer, today)).toBe(date);
    }),
  );
});

it('[TYPED3] a day that does not exist is refused with the length of its month', () => {
  expect(read('31/02/2026')).toBe('31 February is not a real date. February 2026 has 28 days.');
  expect(read('31/02/26', 'past')).toBe(
    '31 February is not a real date. February has 28 or 29 days.',
  );
  expect(read('29/02/2027')).toBe(
    '29 February 2027 is not a real date. February 2027 has 28 days.',
  );
  expect(read('29/02/2028')).toBe('2028-02-29');
  expect(read('31 nov')).toBe('31 November is not a real date. November has 30 days.');
  expect(read('30 feb')).toBe('30 February is not a real date. February has 28 or 29 days.');
  expect(read('0/11/2026')).toMatch(/^0 November is not a real date/);
});

it('[TYPED4] named days', () => {
  expect(read('today')).toBe('2026-11-21');
  expect(read('Tomorrow')).toBe('2026-11-22');
  expect(read('yesterday')).toBe('2026-11-20');
  expect(read('friday', 'future', wednesday)).toBe('2026-11-20');
  expect(read('fri', 'future', wednesday)).toBe('2026-11-20');
  expect(read('next friday', 'future', wednesday)).toBe('2026-11-27');
  expect(read('last friday', 'future', wednesday)).toBe('2026-11-13');
  expect(read('on Wednesday', 'future', wednesday)).toBe('2026-11-25');
  expect(read('friday')).toBe('2026-11-27');
  expect(read('next friday')).toBe('2026-11-27');
  expect(read('constructor')).toMatch(/^Write a date like/);
});

it('[TYPED5] lengths count from today, and "ago" counts back', () => {
  expect(read('2 weeks')).toBe('2026-12-05');
  expect(read('in 2 weeks')).toBe('2026-12-05');
  expect(read("2 weeks' time")).toBe('2026-12-05');
  expect(read('10 days')).toBe('2026-12-01');
  expect(read('a fortnight')).toBe('2026-12-05');
  expect(read('3 months', 'future', toCalendarDate('2026-11-30'))).toBe('2027-02-28');
  expect(read('1 year')).toBe('2027-11-21');
  expect(read('3 weeks ago')).toBe('2026-10-31');
  expect(read('in 3 weeks ago')).toMatch(/^Write a date like/);
});

it('[TYPED6] a missing year is looked for on the preferred side, today included', () => {
  expect(read('21 nov', 'future')).toBe('2026-11-21');
  expect(read('20 nov', 'future')).toBe('2027-11-20');
  expect(read('21 nov', 'past')).toBe('2026-11-21');
  expect(read('22/11', 'past')).toBe('2025-11-22');
  expect(read('29 feb', 'future')).toBe('2028-02-29');
  expect(read('29 feb', 'past')).toBe('2024-02-29');
  expect(read('29 feb', 'future', toCalendarDate('2096-03-01'))).toBe('2104-02-29');
  expect(read('friday', 'past', wednesday)).toBe('2026-11-13');
  expect(read('wednesday', 'past', wednesday)).toBe('2026-11-11');
  expect(read('2 weeks', 'past')).toBe('2026-11-07');
  expect(read('in 2 weeks', 'past')).toBe('2026-12-05');
});

it('[TYPED6] with no year the date is never on the wrong side, and is within 8 years', () => {
  fc.assert(
    fc.property(anyDay, anyDay, prefers, (date, today, prefer) => {
      const shown = formatDate(date).replace(/ \d+$/, '');
      const found = toCalendarDate(read(shown, prefer, today));
      const ahead = daysBetween(today, found) * (prefer === 'future' ? 1 : -1);
      expect(ahead).toBeGreaterThanOrEqual(0);
      expect(ahead).toBeLessThan(8.01 * 366);
    }),
  );
});

it('[TYPED7] two digits of a year never land a lifetime away without being asked', () => {
  expect(read('28/11/12', 'past')).toBe('2012-11-28');
  expect(read('3/3/98', 'past')).toBe('1998-03-03');
  expect(read('3/3/56', 'past')).toBe('1956-03-03');
  expect(read('21/11/26', 'past')).toBe('2026-11-21');
  expect(read('28/11/26', 'past')).toBe('Write the year in full, 1926 or 2026.');
  expect(read('3/3/31', 'past')).toBe('Write the year in full, 1931 or 2031.');
  expect(read('3/3/31', 'future')).toBe('2031-03-03');
  expect(read('3/3/98', 'future')).toBe('Write the year in full, 2098 or 1998.');
  expect(read('3/3/026')).toBe('Write the year with 4 digits, like 2026.');
  expect(read('3/3/20266')).toBe('Write the year with 4 digits, like 2026.');
  expect(read('3/3/0206')).toBe('Check the year: 0206. Write one between 1900 and 2199.');
});

it('[TYPED8] the time that Excel writes beside a date is left out', () => {
  expect(read('2026-11-28T00:00:00')).toBe('2026-11-28');
  expect(read('2026-11-28 00:00:00.000')).toBe('2026-11-28');
  expect(read('28/11/2026 00:00')).toBe('2026-11-28');
  expect(read('28/11/2026 16:30:00')).toBe('2026-11-28');
  expect(read('2026-06-27T23:00:00.000Z')).toBe('2026-06-28');
  expect(read('28/11/2026 25:00')).toMatch(/^Write a date like/);
});

it('[TYPED9] a weekday that does not fit is refused with the one that does', () => {
  expect(read('Saturday 28 November 2026')).toBe('2026-11-28');
  expect(read('weds, 25/11/2026')).toBe('2026-11-25');
  expect(read('Friday 28 November 2026')).toBe('28 November 2026 is a Saturday, not a Friday.');
});

it('[TYPED10] nothing is empty; anything else is refused with an example', () => {
  expect(read('')).toBe('empty');
  expect(read(' \u00a0\n')).toBe('empty');
  for (const text of [
    'soon',
    'asap',
    '12',
    'nov 2026',
    '28112026',
    'when he is back',
    'm 28',
    '1 ma',
  ])
    expect(read(text), text).toBe('Write a date like 28/11/2026, 28 November 2026 or 2 weeks.');
});

it('[TYPED10] whatever is typed, the answer is one of three and a date is a date', () => {
  const words = fc.constantFrom(
    ...'friday next in ago 2 28 nov weeks / - 11 2026 31 feb 99 T00:00'.split(' '),
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words).map((list) => list.join(' ')),
    fc.array(words).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(text, prefers, (typed, prefer) => {
      const result = readTypedDate(typed, saturday, { prefer });
      if (result.outcome === 'read') expect(toCalendarDate(result.date)).toBe(result.date);
      if (result.outcome === 'unreadable') expect(result.reason).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});
