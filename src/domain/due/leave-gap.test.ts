import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
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
import { allExplained, missedSince } from './missed-periods.ts';

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
  // Both ends of the leave and of the period count; the day before and after do not.
  for (const on of ['2026-11-09', '2026-11-13'])
    expect(why({ leave, planned: planned(on) }), on).toBe('leave');
  for (const on of ['2026-11-05', '2026-11-16'])
    expect(why({ leave, planned: planned(on) }), on).toBeUndefined();
  expect(why({ leave, planned: planned('2026-11-11', '2026-11-30') })).toBeUndefined();
  const december = [away('2026-12-01', '2026-12-04')];
  expect(why({ leave: december, planned: planned('2026-12-02') })).toBeUndefined();
  const october = [away('2026-10-12', '2026-10-16')];
  expect(why({ leave: october, planned: planned('2026-10-14') })).toBeUndefined();
  const overTheEnd = [away('2026-10-30', '2026-11-02')];
  expect(why({ leave: overTheEnd, planned: planned('2026-11-01') })).toBe('leave');
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
  expect(allExplained([])).toBe(false); // nothing was missed, so there is nothing to explain
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

it('[LEAVE4] the oldest month first, whichever part was missed in it', () => {
  const sessions = [
    { on: day('2026-10-20'), parts: ['personal'] as const }, // due 20 November
    { on: day('2026-09-04'), parts: ['case'] as const }, // due 4 October and 4 November
  ];
  const missed = missedMonths({
    ...known(swindon, leaveOnly()),
    sessions,
    until: day('2026-11-25'),
  });
  expect(missed.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
});

it('[LEAVE4] a period begins the day after the one before; a starter’s first on the first day', () => {
  const of = (basis: 'rolling' | 'calendarMonth', what: 'lastHeld' | 'started') =>
    missedSince({
      rule: { rule: 'R-01', clause: null, strength: 'must', interval: 'P1M', basis, what: '' },
      origin: { on: day('2026-09-14'), what },
      until: day('2026-12-01'),
      absences: leaveOnly(),
      holidays,
    }).map(({ from, to }) => [from, to]);
  expect(of('rolling', 'lastHeld')).toEqual([
    ['2026-09-15', '2026-10-14'],
    ['2026-10-15', '2026-11-14'],
  ]);
  const [october, november] = [
    ['2026-10-01', '2026-10-31'],
    ['2026-11-01', '2026-11-30'],
  ];
  expect(of('calendarMonth', 'lastHeld')).toEqual([october, november]);
  expect(of('calendarMonth', 'started')).toEqual([['2026-09-14', '2026-09-30'], october, november]);
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
  // Months were missed, and not through leave.
  expect(after(islington, { ...partly, planned: [] }, '2026-08-14')).not.toHaveProperty(
    'priorityBy',
  );
  // The session that fell into an earlier leave was made up for on 14 October.
  const earlier = [away('2026-10-01', '2026-10-09'), ...partly.leave];
  const made = { leave: earlier, planned: [{ on: day('2026-10-05') }] };
  expect(after(islington, made, '2026-10-14')).not.toHaveProperty('priorityBy');
  // One part was missed: that is a gap.
  const { leaveGap } = islington;
  const sessions = [
    { on: day('2026-11-12'), parts: ['personal'] as const },
    { on: day('2026-10-20'), parts: ['case'] as const }, // due 20 November
  ];
  const leave = leaveOnly(away('2026-11-16', '2026-11-27', '2026-11-30'));
  const parts = { ...known({ ...swindon, leaveGap }, leave), sessions };
  expect(returnDuty(parts)).toMatchObject({ priorityBy: '2026-12-07' });
  const asked = { ...leaveGap, scheduleOnReturn: undefined };
  const silent = { ...islington, leaveGap: asked } as PolicyProfile;
  expect(after(silent, sickness, '2026-10-14')).not.toHaveProperty('priorityBy');
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
  // What is held on the day back is after it, and of several absences the latest counts.
  expect(dueOn(sickness, '2026-10-14', '2026-12-07')).toBe('2026-12-31');
  const before = away('2026-08-03', '2026-08-14');
  expect(returnDuty(known(islington, leaveOnly(...sickness.leave, before), '2026-10-14'))).toEqual(
    returnDuty(known(islington, sickness, '2026-10-14')),
  );
  expect(dueOn(sickness)).toBeUndefined(); // nothing to count from
});

it('[LEAVE7] of two parts the one whose period ends first, whichever was due first', () => {
  const sessions = [
    { on: day('2026-10-20'), parts: ['personal'] as const }, // ends on the 20th
    { on: day('2026-10-04'), parts: ['case'] as const }, // ends on the 4th
  ];
  const duty = returnDuty({ ...known(swindon, sickness), sessions });
  expect(duty).toMatchObject({ backOn: '2026-12-07', dueOn: '2026-12-20' });
});
