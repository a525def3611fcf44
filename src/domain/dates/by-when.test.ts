import { expect, it } from 'vitest';
import { readByWhen, saysNextSession } from './by-when.ts';
import { toCalendarDate } from './calendar-date.ts';

const saturday = toCalendarDate('2026-11-21');

it.each([
  ['28/11/2026', '2026-11-28'],
  ['28 11 2026', '2026-11-28'],
  ['28 nov', '2026-11-28'],
  ['friday', '2026-11-27'],
  ['2 weeks', '2026-12-05'],
  ['a fortnight', '2026-12-05'],
  ['tomorrow', '2026-11-22'],
])('%s is a date', (typed, date) => {
  expect(readByWhen(typed, saturday)).toEqual({ outcome: 'read', date });
});

it.each([
  'next session',
  ' Next  Session. ',
  'at the next supervision',
  'our next supervision session',
])('[TYPED13] %s is the next session, with its date where there is one', (typed) => {
  const date = toCalendarDate('2026-12-15');
  expect(readByWhen(typed, saturday, date)).toEqual({ outcome: 'nextSession', date });
  expect(readByWhen(typed, saturday)).toEqual({ outcome: 'nextSession', date: undefined });
});

it('[TYPED13] nothing else is', () => {
  for (const typed of [
    '',
    'the session',
    'next friday',
    'next session or so',
    'before next session',
  ])
    expect(saysNextSession(typed), typed).toBe(false);
  expect(readByWhen('when he is back', saturday).outcome).toBe('unreadable');
  expect(readByWhen(' ', saturday).outcome).toBe('empty');
});
