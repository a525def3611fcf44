import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  childRecordDeadline,
  type Significance,
  staffNotesDeadline,
} from '#domain/recording/recording-deadline.ts';
import { bracknell, day, islington, mosaic, swindon, when } from '../../../test/due-builders.ts';
import { askedOf, figure, said } from '../../../test/figure-builders.ts';
import { oldestOverdue } from './add-figures.ts';
import type { RecordDue } from './figure-facts.ts';

const record = (
  profile: PolicyProfile,
  on: string,
  recordedOn?: string,
  grave?: { readonly significance: Significance; readonly decidedAt: string },
): RecordDue => ({
  ref: `r ${on}`,
  on: day(on),
  deadline: childRecordDeadline({
    profile,
    holidays,
    sessionDate: day(on),
    significance: grave?.significance ?? 'routine',
    ...(grave ? { decidedAt: when(grave.decidedAt) } : {}),
  }),
  recordedOn: recordedOn === undefined ? undefined : when(recordedOn),
});

it('[FIG10] in the case system within five working days of the discussion, in the month of it', () => {
  const childRecords = [
    record(islington, '2026-11-04', '2026-11-11'), // the fifth working day
    record(islington, '2026-11-05', '2026-11-13'), // due on 12 November
    record(islington, '2026-11-16'), // due on 23 November, not recorded
    record(islington, '2026-11-27', '2026-12-04'), // due and recorded in December: still November's
    record(islington, '2026-10-30', '2026-11-06'), // October's
  ];
  const found = figure('childRecords', askedOf(islington), { childRecords });
  expect(found).toMatchObject({ rule: 'R-21', clause: '001:93-94', numerator: 2, denominator: 4 });
  expect(found.list.map(({ why }) => why)).toEqual([
    'Of 4 November 2026: recorded on 11 November 2026, on time.',
    'Of 5 November 2026: recorded on 13 November 2026, 1 day late.',
    'Of 16 November 2026: 22 days overdue.',
    'Of 27 November 2026: recorded on 4 December 2026, on time.',
  ]);
  expect(oldestOverdue(found)?.ref).toBe('r 2026-11-05');
  expect(figure('childRecords', askedOf(mosaic), {}).rule).toBe('R-22');
  expect(figure('childRecords', askedOf(swindon), {})).toMatchObject({
    rule: 'C-11',
    clause: null,
  });
});

it('[FIG6] not recorded and not due yet is to come', () => {
  const childRecords = [record(islington, '2026-11-27')]; // due on 4 December
  const on = (today: string) =>
    figure('childRecords', askedOf(islington, { today }), { childRecords });
  expect(said(on('2026-12-04'))).toBe('None is over yet: 1 to come.');
  expect(said(on('2026-12-05'))).toBe('0 of 1');
});

it('[FIG10] 24 hours over the weekend, and a day for an hour nobody wrote down (REC11, TV03)', () => {
  const decidedAt = '2027-03-27T15:00:00Z'; // a Saturday; due on Sunday at 4pm, summer time
  const grave = { significance: 'significant', decidedAt } as const;
  const asked = askedOf(islington, { month: '2027-03', today: '2027-05-01' });
  const of = (recordedOn?: string) =>
    said(
      figure('urgentRecords', asked, {
        urgentRecords: [record(islington, '2027-03-27', recordedOn, grave)],
      }),
    );
  expect(of('2027-03-28T15:00:00Z')).toBe('1 of 1');
  expect(of('2027-03-28T15:00:01Z')).toBe('0 of 1');
  expect(of('2027-03-28')).toBe('1 of 1');
  expect(of('2027-03-29')).toBe('0 of 1');
  expect(of()).toBe('0 of 1');
});

it('[FIG10] notes are on time when they are finalised in time (R-19, TV02)', () => {
  const note = (on: string, recordedOn?: string): RecordDue => ({
    ref: `n ${on}`,
    on: day(on),
    deadline: staffNotesDeadline({ profile: swindon, sessionDate: day(on), holidays }),
    recordedOn: recordedOn === undefined ? undefined : when(recordedOn),
  });
  const staffNotes = [
    note('2027-03-24', '2027-04-02T16:00:00Z'), // Good Friday and Easter Monday between
    note('2027-03-10', '2027-03-18T09:00:00Z'),
  ];
  const found = figure('staffNotes', askedOf(swindon, { month: '2027-03', today: '2027-05-01' }), {
    staffNotes,
  });
  expect(found).toMatchObject({ rule: 'R-19', clause: '000:95', numerator: 1, denominator: 2 });
});

it('[FIG2] without a deadline nothing is on time and nothing late', () => {
  const childRecords = [record(bracknell, '2026-11-04', '2026-11-05')];
  const found = figure('childRecords', askedOf(bracknell), { childRecords });
  expect(found).toMatchObject({
    outcome: 'notMeasured',
    numerator: 0,
    denominator: 0,
    why: "Bracknell Forest gives no number of days for the child's record.",
  });
  expect(said(figure('childRecords', askedOf(islington), {}))).toBe(
    'There was nothing to record of November 2026.',
  );
});
