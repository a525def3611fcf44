import { expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  askedOn,
  bracknell,
  day,
  due,
  focusGroup,
  islington,
  statusOf,
  swindon,
} from '../../../test/due-builders.ts';
import { agreedOn } from './agreed-on.ts';
import { agreementReviewDue } from './agreement-due.ts';
import { directObservationDue, observationOfSupervisionDue } from './observation-due.ts';

const signed = (supervisee?: string, supervisor?: string) => ({
  supervisee: supervisee === undefined ? undefined : day(supervisee),
  supervisor: supervisor === undefined ? undefined : day(supervisor),
});
const review = (profile: PolicyProfile, now: string, signatures: ReturnType<typeof signed>) =>
  agreementReviewDue({ ...askedOn(profile, now), signed: signatures });

it('[AGREE1] no agreement is said in words, and nothing is due where none is asked for', () => {
  expect(review(bracknell, '2026-11-20', signed('2026-11-01'))).toEqual({
    outcome: 'none',
    why: 'No Supervision Contract is in place: it is not signed by both.',
  });
  expect(review(focusGroup, '2026-11-20', signed('2026-11-01', '2026-11-01'))).toEqual({
    outcome: 'none',
    why: "Managers' focus group asks for no agreement.",
  });
  const agreement = { ...swindon.agreement, required: true, reviewInterval: undefined };
  const openEnded = { ...swindon, agreement } as PolicyProfile;
  expect(review(openEnded, '2026-11-20', signed('2026-11-01'))).toEqual({
    outcome: 'none',
    why: 'Swindon gives no interval for a review.',
  });
});

it('[AGREE2] it counts from the later signature; one is enough where none is needed (C-18)', () => {
  const both = signed('2026-11-23', '2026-11-20');
  expect(due(review(bracknell, '2026-11-24', both))).toMatchObject({
    effectiveFrom: '2026-11-23',
    dueOn: '2027-11-23',
  });
  expect(due(review(swindon, '2026-11-24', signed(undefined, '2026-11-20')))).toMatchObject({
    effectiveFrom: '2026-11-20',
    clause: null,
    strength: 'inferred',
  });
  expect(due(review(swindon, '2026-11-24', signed('2026-11-18')))).toMatchObject({
    effectiveFrom: '2026-11-18',
    countedFrom: { on: '2026-11-18', what: 'signed' },
  });
  expect(review(islington, '2026-11-24', signed()).outcome).toBe('none');
  expect(agreedOn(focusGroup, signed('2026-11-18'))).toBe('2026-11-18'); // it says nothing of one
});

it('[AGREE3] twelve months later, clamped; late from the day after (TV10)', () => {
  const leap = signed('2028-02-28', '2028-02-29');
  expect(due(review(bracknell, '2028-03-01', leap))).toMatchObject({
    effectiveFrom: '2028-02-29',
    dueOn: '2029-02-28',
    rule: 'R-38',
    strength: 'should',
    words:
      'Due by 28 February 2029: review of the Supervision Contract every 12 months ' +
      '(Bracknell Forest, no date in its text, 003:127,167,230)',
  });
  expect(statusOf(review(bracknell, '2029-02-28', leap))).toBe('due_today');
  expect(statusOf(review(bracknell, '2029-03-01', leap))).toBe('overdue');
});

it('[AGREE4] a review starts the year again', () => {
  const asked = { ...askedOn(bracknell, '2027-12-01'), signed: signed('2026-11-20', '2026-11-20') };
  const found = agreementReviewDue({ ...asked, reviewedOn: day('2027-11-25') });
  expect(found).toMatchObject({
    dueOn: '2028-11-25',
    effectiveFrom: '2026-11-20',
    countedFrom: { on: '2027-11-25', what: 'lastHeld' },
  });
  // A review of the agreement before this one is no review of it.
  const before = agreementReviewDue({ ...asked, reviewedOn: day('2026-11-02') });
  expect(before).toMatchObject({
    dueOn: '2027-11-20',
    countedFrom: { on: '2026-11-20', what: 'signed' },
  });
});

it('[OBS1] one direct observation in twelve months, from the start where there is none (TV15)', () => {
  const asked = askedOn(swindon, '2026-11-20');
  expect(directObservationDue({ ...asked, lastOn: day('2026-05-12') })).toMatchObject({
    dueOn: '2027-05-12',
    rule: 'R-40',
    clause: '000:105',
    countedFrom: { on: '2026-05-12', what: 'lastHeld' },
    words:
      'Due by 12 May 2027: direct observation of practice every 12 months ' +
      '(Swindon, no date in its text, 000:105)',
  });
  expect(directObservationDue({ ...asked, startedOn: day('2026-09-07') })).toMatchObject({
    dueOn: '2027-09-07',
    countedFrom: { on: '2026-09-07', what: 'started' },
  });
  const long = { startedOn: day('2019-09-07'), footprintStartedOn: day('2026-11-02') };
  expect(directObservationDue({ ...asked, ...long })).toMatchObject({
    dueOn: '2027-11-02',
    status: 'no_date_held',
  });
  expect(directObservationDue(asked)).toEqual({
    outcome: 'none',
    why: 'No date held, and no day to count from.',
  });
});

it('[OBS2] observation of supervision every three months, where the policy has it', () => {
  const lastOn = day('2026-11-30');
  expect(observationOfSupervisionDue({ ...askedOn(swindon, '2026-12-01'), lastOn })).toMatchObject({
    dueOn: '2027-02-28',
    planBy: '2027-02-26',
    rule: 'R-41',
    strength: 'must',
  });
  const elsewhere = { ...askedOn(islington, '2026-12-01'), lastOn };
  expect(observationOfSupervisionDue(elsewhere)).toEqual({
    outcome: 'none',
    why: 'Islington asks for no observation of supervision.',
  });
});
