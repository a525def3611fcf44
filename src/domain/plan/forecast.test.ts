import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { addDays, addInterval } from '#domain/dates/calendar-date.ts';
import { day } from '../../../test/due-builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import { forecastInDepth } from './forecast.ts';
import type { PlanCase } from './plan-session.ts';

const monthly = (count: number) =>
  Array.from({ length: count }, (_, at) => addInterval(day('2026-11-24'), `P${at}M`));
const children = (count: number, flagged = 0): readonly PlanCase[] =>
  Array.from({ length: count }, (_, at) => ({
    ref: `c${String(at + 1).padStart(2, '0')}`,
    familyKey: '',
    word: 'child' as const,
    flags: at < flagged ? [flag('URGENT')] : [],
    lastInDepthOn: addDays(day('2026-01-01'), at),
  }));
const forecast = (cases: readonly PlanCase[], sessions: number, minutes = 180) =>
  forecastInDepth({ cases, sessionsAhead: monthly(sessions), minutes, personal: false });

it('[PLAN13] 20 children and 5 slots: five now, then two each time: nine sessions', () => {
  const found = forecast(children(20), 24);
  expect(found).toMatchObject({ sessions: 9, on: '2027-07-24', notice: undefined });
  expect(found.words).toBe(
    'In depth for each of 20 children within 9 sessions, by 24 July 2027, ' +
      'counting on the slots kept for those who waited longest.',
  );
  const session = (ref: string) => found.cases.find((each) => each.ref === ref)?.session;
  expect(['c01', 'c05', 'c06', 'c07', 'c08', 'c20'].map(session)).toEqual([1, 1, 2, 2, 3, 9]);
});

it('[PLAN13] 20 children and 5 slots: everybody within 10 sessions, whatever the flags', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 }), (worries) => {
      const cases = children(20).map((each, at) => ({
        ...each,
        flags: worries.includes(at) ? [flag(at % 2 === 0 ? 'URGENT' : 'CP', 30)] : [],
      }));
      const { sessions, cases: reached } = forecast(cases, 12);
      expect(sessions).toBeLessThanOrEqual(10);
      expect(reached.map(({ ref }) => ref)).toEqual(cases.map(({ ref }) => ref));
    }),
  );
});

it('[PLAN13] a notice where it takes more than 12 sessions, or more than were asked about', () => {
  // 25 children in 180 minutes: 4 slots, 1 kept: 4 now, then 21 sessions.
  const long = forecast(children(25), 24);
  expect(long).toMatchObject({ sessions: 22 });
  expect(long.notice).toBe(
    'It takes 22 sessions until each has been discussed in depth. ' +
      'Think about longer or more sessions.',
  );
  const short = forecast(children(25), 6);
  expect(short).toMatchObject({ sessions: undefined, on: undefined });
  expect(short.notice).toMatch(/^It takes more than 6 sessions/);
  expect(short.words).toBe('6 sessions do not make space in depth for each of 25 children.');
  expect(short.cases.filter(({ session }) => session === undefined)).toHaveLength(16);
});

it('[PLAN13] twelve sessions are no notice, thirteen are; one session is the plan alone', () => {
  // Two slots, one of them kept: two now, then one each time.
  const twelve = forecast(children(13), 24, 15 + 13 * 4 + 32);
  expect([twelve.sessions, twelve.notice]).toEqual([12, undefined]);
  const thirteen = forecast(children(14), 24, 15 + 14 * 4 + 32);
  expect([thirteen.sessions, thirteen.notice]).toEqual([13, expect.stringContaining('13')]);
  expect(forecast(children(3), 1)).toMatchObject({
    sessions: 1,
    on: '2026-11-24',
    words: 'In depth for each of 3 children within 1 session, by 24 November 2026.',
  });
});

it('[PLAN13] with one slot none is kept, so nothing is promised beyond this session', () => {
  const found = forecast(children(20), 12, 120);
  expect(found.cases.map(({ session }) => session).filter((each) => each !== undefined)).toEqual([
    1,
  ]);
  expect(found.sessions).toBeUndefined();
  expect(found.words).toMatch(/^A session of this length keeps no time .* each of 20 children /);
  expect(found.notice).toBe('Think about longer or more sessions.');
  expect(forecast([], 12)).toMatchObject({ sessions: 0, notice: undefined });
  expect(forecast([], 12).words).toBe('In depth for each of 0 cases within 0 sessions.');
  expect(forecast(children(3), 0)).toMatchObject({ sessions: undefined });
  expect(forecast(children(1), 0)).toMatchObject({ sessions: undefined });
  const twice = [...children(1), ...children(1)];
  expect(() => forecast(twice, 12)).toThrow('A child is planned twice');
});

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it('[PLAN13] the same forecast in Samoa and Los Angeles', () => {
  const offsets = new Set<number>();
  const seen = ['Europe/London', 'Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date('2026-11-24T12:00:00Z').getTimezoneOffset());
    return JSON.stringify(forecast(children(20, 3), 24));
  });
  expect(offsets.size).toBe(3);
  expect(new Set(seen).size).toBe(1);
});
