import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/bank-holidays.ts';
import type { PolicyProfile } from '#domain/policy-profile.ts';
import {
  away,
  bracknell,
  day,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { type Absences, backOn, explains } from './leave.ts';
import { gapNotes, returnDuty } from './leave-gap.ts';
import { missedMonths } from './missed-months.ts';

const leaveOnly = (...leave: Absences['leave']): Absences => ({ leave, planned: [] });
const sickness = leaveOnly(away('2026-11-02', '2026-12-04', '2026-12-07')); // TV09
const november = { from: day('2026-11-01'), to: day('2026-11-30') };
const why = (absences: Absences, period = november) => explains(absences, period, holidays);

const known = (profile: PolicyProfile, absences: Absences, ...days: readonly string[]) => ({
  profile,
  absences,
  holidays,
  worker: { stage: 'default' as const },
  sessions: held(...days),
});
const months = (profile: PolicyProfile, until: string, absences: Absences, ...days: string[]) =>
  missedMonths({ ...known(profile, absences, ...days), until: day(until) }).map(
    ({ month, reason }) => (reason ? `${month} ${reason}` : month),
  );

it('[LEAVE1] leave explains a period whose remaining working days it covers (C-21)', () => {
  expect(why(leaveOnly(away('2026-11-02', '2026-12-04')))).toBe('leave');
  expect(why(leaveOnly(away('2026-11-16', '2026-11-30')))).toBe('leave');
  expect(why(leaveOnly(away('2026-11-02', '2026-11-27')))).toBeUndefined(); // Monday 30 was left
  expect(why(leaveOnly(away('2026-11-02', '2026-11-13')))).toBeUndefined();
  expect(why(leaveOnly(away('2026-11-02', '2026-11-13'), away('2026-11-16', '2026-12-01')))).toBe(
    'leave',
  );
  const january = { from: day('2027-01-01'), to: day('2027-01-31') }; // ends on a Sunday
  expect(why(leaveOnly(away('2027-01-11', '2027-01-29')), january)).toBe('leave');
  expect(why(leaveOnly({ start: day('2026-11-23') }))).toBe('leave'); // still away
  expect(why(leaveOnly({ start: day('2026-11-23'), returnDate: day('2026-12-01') }))).toBe('leave');
  expect(why(leaveOnly({ start: day('2026-11-23'), returnDate: day('2026-11-30') }))).toBe(
    undefined,
  );
});

it('[LEAVE1] a period without a working day is not explained by the days before it', () => {
  const weekend = { from: day('2026-11-28'), to: day('2026-11-29') };
  expect(why(leaveOnly(away('2026-11-23', '2026-11-30')), weekend)).toBeUndefined();
});

it('[LEAVE1] a planned session that fell into the leave explains it; one that did not, does not', () => {
  const leave = [away('2026-11-09', '2026-11-13')];
  const planned = (...on: readonly string[]) => on.map((each) => ({ on: day(each) }));
  expect(why({ leave, planned: planned('2026-11-11') })).toBe('leave');
  expect(why({ leave, planned: planned('2026-11-11', '2026-11-25') })).toBeUndefined();
  expect(why({ leave, planned: planned('2026-10-14') })).toBeUndefined();
  const cancelled = { on: day('2026-11-25'), exceptionalReason: true };
  expect(why({ leave: [], planned: [cancelled] })).toBe('exceptional');
  expect(why({ leave, planned: [...planned('2026-11-26'), cancelled] })).toBeUndefined();
});

it('[LEAVE2] back on the day given, else the first working day after', () => {
  expect(backOn(away('2026-12-14', '2026-12-24', '2027-01-04'), holidays)).toBe('2027-01-04');
  expect(backOn(away('2026-12-14', '2026-12-24'), holidays)).toBe('2026-12-29');
  expect(backOn({ start: day('2026-12-14') }, holidays)).toBeUndefined();
});

it('[LEAVE3] explained while every missed period is, and not a day longer (TV09)', () => {
  const sessions = held('2026-10-14');
  const on = (profile: PolicyProfile, now: string) =>
    statusOf(workerDue(profile, now, { sessions, absences: sickness }));
  for (const profile of [islington, mosaic])
    expect(
      ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((now) => on(profile, now)),
    ).toEqual(['due_today', 'overdue_explained', 'overdue_explained', 'overdue']);
  expect(['2026-11-15', '2026-12-14', '2026-12-15'].map((now) => on(swindon, now))).toEqual([
    'overdue_explained',
    'overdue_explained',
    'overdue',
  ]);
  const absences = leaveOnly(away('2026-12-14', '2027-04-30'));
  const breached = workerDue(bracknell, '2027-03-02', { sessions: held('2026-12-01'), absences });
  expect(statusOf(breached)).toBe('breach');
});

it('[LEAVE4] a missed month stays missed, whatever comes later (TV06, TV06b)', () => {
  const none = leaveOnly();
  expect(months(islington, '2027-01-04', none, '2026-11-04', '2027-01-04')).toEqual(['2026-12']);
  expect(months(islington, '2027-06-01', none, '2026-11-04', '2027-01-04', '2027-05-30')).toEqual([
    '2026-12',
    '2027-02',
    '2027-03',
    '2027-04',
  ]);
  expect(months(islington, '2027-02-26', none, '2027-01-01', '2027-02-26')).toEqual([]);
  expect(months(islington, '2026-12-07', sickness, '2026-10-14')).toEqual(['2026-11 leave']);
});

it('[LEAVE4] a starter’s first month counts; under a rolling policy the month of the due date', () => {
  const starter = {
    ...known(islington, leaveOnly(), '2026-11-04'),
    worker: { stage: 'default' as const, startedOn: day('2026-09-14') },
  };
  const missed = missedMonths({ ...starter, until: day('2026-11-05') });
  expect(missed.map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
  expect(months(swindon, '2027-01-04', leaveOnly(), '2026-11-04', '2027-01-04')).toEqual([
    '2026-12',
  ]);
  expect(months(swindon, '2027-01-02', leaveOnly(), '2026-12-02', '2027-01-02')).toEqual([]);
});

it('[LEAVE4] a week missed by an ASYE worker is not a month missed under a calendar month', () => {
  const asye = {
    ...known(mosaic, leaveOnly(), '2026-11-04', '2026-11-25'),
    worker: { stage: 'asye' as const, startedOn: day('2026-11-02') },
  };
  expect(missedMonths({ ...asye, until: day('2026-12-01') })).toEqual([]);
});

it('[LEAVE4] a month is explained only where everything missed in it is', () => {
  const parts = {
    ...known(swindon, leaveOnly(away('2026-11-02', '2026-11-04'))),
    sessions: [
      { on: day('2026-10-20'), parts: ['personal'] as const }, // due 20 November, at work
      { on: day('2026-10-04'), parts: ['case'] as const }, // due 4 November, away
    ],
  };
  expect(missedMonths({ ...parts, until: day('2026-11-05') })).toEqual([
    { month: '2026-11', reason: 'leave' },
  ]);
  expect(missedMonths({ ...parts, until: day('2026-11-21') })).toEqual([
    { month: '2026-11', reason: undefined },
  ]);
});

it('[LEAVE5] what must be written down, only where leave left a gap (R-20, 001:87)', () => {
  const notes = (profile: PolicyProfile, absences: Absences, ...days: readonly string[]) =>
    gapNotes({ ...known(profile, absences, ...days), until: day('2026-12-07'), openCases: 18 });
  expect(notes(islington, sickness, '2026-10-14')).toEqual({
    months: [{ month: '2026-11', reason: 'leave' }],
    childRecords: 18,
    nextSupervisionRecord: true,
    considerReallocation: true,
  });
  const nothing = { childRecords: 0, nextSupervisionRecord: false, considerReallocation: false };
  expect(notes(islington, sickness, '2026-10-14', '2026-11-03')).toMatchObject(nothing);
  expect(notes(islington, leaveOnly(), '2026-10-14')).toMatchObject(nothing);
  expect(notes(mosaic, sickness, '2026-10-14')).toMatchObject(nothing); // its policy asks for none
});

it('[LEAVE6] priority within five working days of the return, where there was a gap', () => {
  const after = (profile: PolicyProfile, absences: Absences, ...days: readonly string[]) =>
    returnDuty(known(profile, absences, ...days));
  expect(after(islington, sickness, '2026-10-14')).toEqual({
    backOn: '2026-12-07',
    priorityBy: '2026-12-14',
    dueOn: '2026-12-31',
  });
  expect(after(islington, sickness, '2026-10-14', '2026-11-03')).not.toHaveProperty('priorityBy');
  expect(after(mosaic, sickness, '2026-10-14')).not.toHaveProperty('priorityBy');
  const planned = [{ on: day('2026-11-25') }];
  const partly = { leave: [away('2026-11-23', '2026-11-27', '2026-11-30')], planned };
  expect(after(islington, partly, '2026-10-14')?.priorityBy).toBe('2026-12-07');
  expect(after(islington, { ...partly, planned: [] }, '2026-10-14')).not.toHaveProperty(
    'priorityBy',
  );
});

it('[LEAVE7] due after the return: the period they come back in, or the date that still stands', () => {
  const dueOn = (absences: Absences, ...days: readonly string[]) =>
    returnDuty(known(islington, absences, ...days))?.dueOn;
  expect(dueOn(sickness, '2026-10-14')).toBe('2026-12-31');
  expect(dueOn(sickness, '2026-10-14', '2026-12-10')).toBe('2026-12-31');
  expect(dueOn(leaveOnly(away('2026-11-09', '2026-11-27')), '2026-11-03')).toBe('2026-12-31');
  const lastDay = leaveOnly(away('2026-11-02', '2026-11-27', '2026-11-30'));
  expect(dueOn(lastDay, '2026-10-14')).toBe('2026-11-30');
  expect(dueOn(leaveOnly({ start: day('2026-11-09') }), '2026-11-03')).toBeUndefined();
  expect(dueOn(leaveOnly(), '2026-11-03')).toBeUndefined();
  expect(returnDuty(known(swindon, sickness, '2026-10-14'))?.dueOn).toBe('2026-12-14');
});
