import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { applyEdit } from '#domain/policies/apply-edit.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { editOf } from '#domain/policies/profile-edit.ts';
import { bracknell, islington, swindon } from '../../../test/due-builders.ts';
import { missedMonths, type ProfileInTime } from './missed-months.ts';
import type { Worker } from './worker.ts';

const twoMonthly = applyEdit(
  islington,
  { ...editOf(islington), supervision: 'P2M rolling' },
  { id: 'north', version: '2', effectiveFrom: day('2027-02-01') },
);
const from = (profile: PolicyProfile, effectiveFrom: string, serial: number): ProfileInTime => ({
  ...{ profile, effectiveFrom, serial },
  ...{ profileId: profile.id, version: String(serial), withdrawnAt: '' },
});
const missed = (
  versions: readonly ProfileInTime[],
  sessions = ['2026-11-04'],
  until = '2027-06-10',
) =>
  missedMonths({
    profile: islington,
    versions,
    worker: { stage: 'default' },
    sessions: sessions.map((on) => ({ on: day(on) })),
    until: day(until),
    absences: { leave: [], planned: [] },
    holidays,
  }).map(({ month }) => month);

it('[PROF12] a month is judged by the version of its day', () => {
  const always = [from(islington, '', 1)];
  expect(missed(always)).toEqual([
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
    '2027-04',
    '2027-05',
  ]);
  // Every calendar month until the end of January, then two months rolling from 4 November.
  const changed = [...always, from(twoMonthly, '2027-02-01', 2)];
  expect(missed(changed)).toEqual(['2026-12', '2027-01', '2027-03', '2027-05']);
});

it('[PROF12] the version of the last day decides, and one that is withdrawn judges nothing', () => {
  const midMonth = [from(islington, '', 1), from(twoMonthly, '2027-01-31', 2)];
  expect(missed(midMonth, ['2026-12-20'], '2027-02-25')).toEqual(['2027-02']);
  const dayAfter = [from(islington, '', 1), from(twoMonthly, '2027-02-01', 2)];
  expect(missed(dayAfter, ['2026-12-20'], '2027-02-25')).toEqual(['2027-01', '2027-02']);
  const withdrawn = [from(islington, '', 1), { ...from(twoMonthly, '', 2), withdrawnAt: 'x' }];
  expect(missed(withdrawn, ['2026-12-20'], '2027-02-25')).toEqual(['2027-01']);
});

it('[PROF12] each version asks for its own parts', () => {
  const versions = [from(swindon, '', 1), from(islington, '2027-01-01', 2)];
  const personal = missedMonths({
    profile: islington,
    versions,
    worker: { stage: 'default' },
    sessions: [{ on: day('2026-11-04'), parts: ['case'] }],
    footprintStartedOn: day('2026-11-01'),
    until: day('2027-02-10'),
    absences: { leave: [], planned: [] },
    holidays,
  });
  expect(personal.map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
});

it('[WORK16] the month in which the backstop passes is a missed one, whatever was set (R-17)', () => {
  const ownInterval = { interval: 'P6M', reason: 'Two days a week' } as const;
  const asked = (worker: Worker) =>
    missedMonths({
      profile: bracknell,
      worker,
      sessions: [{ on: day('2026-08-10') }],
      until: day('2026-12-01'),
      absences: { leave: [], planned: [] },
      holidays,
    }).map(({ month }) => month);
  expect(asked({ stage: 'default', ownInterval })).toEqual(['2026-11']);
  expect(asked({ stage: 'default', ownInterval, holdsCases: false })).toEqual([]);
});
