import { expect, it } from 'vitest';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { type Effective, versionOfRecord, versionOn } from './profile-versions.ts';
import { nextVersion, versionsInTime } from './versions-in-time.ts';

const of = (version: string, effectiveFrom: string, over: Partial<Effective> = {}): Effective => ({
  profileId: 'north',
  version,
  effectiveFrom,
  serial: Number(version),
  withdrawnAt: '',
  ...over,
});
const one = of('1', '');
const two = of('2', '2026-12-01');
const three = of('3', '2027-04-01');
const on = (versions: readonly Effective[], date: string) =>
  versionOn(versions, day(date))?.version;

it('[PROF9] a day is judged by the last version in force from that day or before', () => {
  const all = [three, one, two];
  const days = ['2026-11-30', '2026-12-01', '2027-03-31', '2027-04-01', '2030-01-01'];
  expect(days.map((date) => on(all, date))).toEqual(['1', '2', '2', '3', '3']);
});

it('[PROF9] of two for one day the one stored later, and none that was taken back', () => {
  const again = of('4', '2026-12-01');
  expect(on([one, again, two], '2026-12-05')).toBe('4');
  expect(on([one, two, again], '2026-12-05')).toBe('4');
  const back = of('5', '2026-12-01', { withdrawnAt: '2026-11-20T10:00:00Z' });
  expect(on([one, two, back], '2026-12-05')).toBe('2');
  expect(versionOn([], day('2026-12-05'))).toBeUndefined();
});

it('[PROF9] one that is stored later for an earlier day gives way to the next', () => {
  const late = of('9', '2026-11-01');
  expect(on([one, two, late], '2026-11-15')).toBe('9');
  expect(on([one, two, late], '2026-12-15')).toBe('2');
});

it('[PROF10] a day before the first is judged by the first', () => {
  expect(on([three, two], '2020-01-01')).toBe('2');
});

it('[PROF11] a record is judged by the version it names, also one that was taken back', () => {
  const south = of('1', '2026-12-01', { profileId: 'south', serial: 7 });
  const back = of('5', '2026-12-02', { withdrawnAt: '2026-11-20T10:00:00Z' });
  const all = [one, two, three, south, back];
  const judged = (policy: { id: string; version?: string }, date = '2027-01-10') =>
    versionOfRecord(all, policy, day(date));
  expect(judged({ id: 'north', version: '3' })).toBe(three);
  expect(judged({ id: 'north', version: '5' })).toBe(back);
  expect(judged({ id: 'south', version: '1' }, '2026-01-01')).toBe(south);
});

it('[PROF11] and where it names none that is held, by the version of its day', () => {
  const south = of('1', '2027-01-01', { profileId: 'south', serial: 7 });
  const all = [one, two, south];
  const judged = (policy: { id: string; version?: string }) =>
    versionOfRecord(all, policy, day('2027-01-10'));
  expect(judged({ id: 'north' }), 'from before versions were kept').toBe(two);
  expect(judged({ id: 'north', version: '77' })).toBe(south);
  expect(judged({ id: 'west', version: '1' })).toBe(south);
});

it('[PROF9] each version is shown with its time in force, newest first', () => {
  const covered = of('4', '2027-04-01', { serial: 2 });
  const back = of('5', '2027-05-01', { withdrawnAt: '2026-11-20T10:00:00Z' });
  const shown = versionsInTime([one, two, three, covered, back], day('2026-12-15'));
  expect(shown.map(({ version, state, until }) => [version.version, state, until])).toEqual([
    ['3', 'toCome', undefined],
    ['4', 'never', undefined],
    ['2', 'inForce', '2027-03-31'],
    ['1', 'past', '2026-11-30'],
    ['5', 'withdrawn', undefined],
  ]);
});

it('the next number is one that no version of the profile has', () => {
  expect(nextVersion([], 'north')).toBe('1');
  expect(nextVersion([one, three], 'north')).toBe('4');
  expect(nextVersion([of('1', ''), of('2026-11-21', '')], 'north')).toBe('2');
  expect(nextVersion([three], 'south')).toBe('1');
});
