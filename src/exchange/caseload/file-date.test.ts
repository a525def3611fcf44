import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { today } from '../../../test/builders.ts';
import { readFileDate, readFileMoment } from './file-date.ts';

it.each([
  ['2026-04-29T09:15:00', '2026-04-29'],
  ['2026-04-29 09:15:00.000', '2026-04-29'],
  ['29/04/2026', '2026-04-29'],
  ['29/4/2026 09:15', '2026-04-29'],
  ['29.04.2026', '2026-04-29'],
  ['29-Apr-2026', '2026-04-29'],
  ['29 April 26', '2026-04-29'],
  ['2026-06-30T23:30:00Z', '2026-07-01'],
])('%s is %s, day first', (text, date) => {
  expect(readFileDate(text, today)).toEqual({ outcome: 'read', date });
});

it.each(['', ' ', 'NULL', 'n/a', '9999-12-31T00:00:00'])('%j is nothing', (text) => {
  expect(readFileDate(text, today)).toEqual({ outcome: 'empty' });
});

it.each([
  ['31/02/2019', 'February 2019 has 28 days.'],
  ['2019-02-31', 'February 2019 has 28 days.'],
  ['11/28/2026', 'Write the day first, like 28/11/2026.'],
  ['1900-01-01T00:00:00', 'what systems write for no date'],
  ['friday', 'Write a date like 20/11/2026.'],
  ['4 March', 'Write a date like 20/11/2026.'],
  ['2 weeks', 'Write a date like 20/11/2026.'],
  ['1/1/1066', 'between 1900 and 2199'],
])('%s is no date, and the answer says what would be: %s', (text, wouldBeRight) => {
  const read = readFileDate(text, today);
  expect(read.outcome).toBe('unreadable');
  expect(read.outcome === 'unreadable' && read.wouldBeRight).toContain(wouldBeRight);
});

it('a time is of the clock on the wall in London; midnight is none', () => {
  const on = toCalendarDate('2026-04-29');
  expect(readFileMoment('2026-04-29T09:15:00', on)).toBe('2026-04-29T08:15:00Z');
  expect(readFileMoment('29/04/2026 9:15', on)).toBe('2026-04-29T08:15:00Z');
  expect(readFileMoment('2026-04-29T00:00:00', on)).toBe('2026-04-29');
  expect(readFileMoment('2026-04-29', on)).toBe('2026-04-29');
  expect(readFileMoment('2026-04-29T27:15:00', on)).toBe('2026-04-29');
});
