import { expect, it } from 'vitest';
import {
  bracknell,
  day,
  focusGroup,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import {
  type Cancellation,
  cancellationReasons,
  childrenAtRisk,
  lostSession,
  missingForCancellation,
} from './cancellation.ts';

const cancelled = (over: Partial<Cancellation> = {}): Cancellation => ({
  plannedFor: day('2026-11-25'),
  reason: 'court',
  otherReason: '',
  exceptional: true,
  rearrangedFor: day('2026-11-27'),
  whyNotRearranged: '',
  coverConsidered: '',
  ...over,
});
const short = { highRisk: false, absenceWorkingDays: 0 };
const missing = (profile: typeof mosaic, over: Partial<Cancellation> = {}, cover = short) =>
  missingForCancellation(profile, cancelled(over), cover).map(({ path }) => path);

it('[CANCEL1] a reason, and whether it was exceptional where only that is allowed', () => {
  expect(missing(mosaic)).toEqual([]);
  for (const profile of [swindon, mosaic])
    expect(missing(profile, { reason: '', exceptional: undefined })).toEqual([
      'reason',
      'exceptional',
    ]);
  for (const profile of [islington, bracknell])
    expect(missing(profile, { reason: '', exceptional: undefined })).toEqual(['reason']);
  expect(missing(mosaic, { reason: 'other' })).toEqual(['reason']);
  expect(missing(mosaic, { reason: 'other', otherReason: 'Flood' })).toEqual([]);
  expect(missing(mosaic, { exceptional: false })).toEqual([]);
  expect(missing(focusGroup, { reason: '', rearrangedFor: undefined })).toEqual([]);
});

it('[CANCEL1] no reason is exceptional by itself: duty is context (R-53)', () => {
  for (const { value: reason } of cancellationReasons) {
    const said = cancelled({ reason, otherReason: 'Flood', exceptional: undefined });
    expect(lostSession(said).exceptionalReason, reason).toBe(false);
  }
});

it('[CANCEL2] a new date, or why there is none', () => {
  expect(missing(mosaic, { rearrangedFor: undefined })).toEqual(['rearrangedFor']);
  const whyNotRearranged = 'She is away until January';
  expect(missing(mosaic, { rearrangedFor: undefined, whyNotRearranged })).toEqual([]);
});

it('[CANCEL3] it meets no clock; an exceptional reason that is recorded explains the month', () => {
  const on = (over?: Partial<Cancellation>) =>
    statusOf(
      workerDue(mosaic, '2026-12-01', {
        sessions: held('2026-10-14'),
        absences: { leave: [], planned: [lostSession(cancelled(over))] },
      }),
    );
  expect(on()).toBe('overdue_explained');
  expect(on({ exceptional: false })).toBe('overdue');
  expect(on({ reason: '' })).toBe('overdue');
  expect(on({ reason: 'other' })).toBe('overdue');
});

it('[CANCEL4] the children who will be late by the new date', () => {
  const children = [
    { ref: 'before', dueOn: day('2026-11-26') },
    { ref: 'that day', dueOn: day('2026-11-27') },
    { ref: 'no rule' },
  ];
  const refs = (over: Partial<Cancellation>) =>
    childrenAtRisk(children, cancelled(over)).map(({ ref }) => ref);
  expect(refs({})).toEqual(['before']);
  expect(refs({ rearrangedFor: undefined })).toEqual(['before', 'that day']);
});

it('[CANCEL5] cover is thought of for a child at high risk or more than ten working days away', () => {
  const asks = (profile: typeof mosaic, cover: typeof short) => missing(profile, {}, cover);
  expect(asks(islington, { highRisk: true, absenceWorkingDays: 0 })).toEqual(['coverConsidered']);
  expect(asks(islington, { highRisk: false, absenceWorkingDays: 11 })).toEqual(['coverConsidered']);
  expect(asks(islington, { highRisk: false, absenceWorkingDays: 10 })).toEqual([]);
  expect(asks(mosaic, { highRisk: true, absenceWorkingDays: 30 })).toEqual([]);
  expect(
    missing(islington, { coverConsidered: 'Jo covers' }, { highRisk: true, absenceWorkingDays: 0 }),
  ).toEqual([]);
});
