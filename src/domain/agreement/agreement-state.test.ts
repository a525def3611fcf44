import { describe, expect, it } from 'vitest';
import {
  anAgreement,
  anAgreementResponse,
  practitionerSigned,
  supervisorSigned,
} from '../../../test/agreement-builders.ts';
import { hostileTexts, loneSurrogates } from '../../../test/builders.ts';
import { askedOn, bracknell, islington, swindon } from '../../../test/due-builders.ts';
import { signaturesOf, signedByBoth } from './agreement-signatures.ts';
import { stateOfAgreement } from './agreement-state.ts';
import { sharedTextOf } from './agreement-text.ts';

const friday = '2026-11-20T10:00:00.000Z';
const monday = '2026-11-23T23:30:00.000Z';

/** Signed by the supervisor on Friday and by the practitioner late on Monday. */
function signedParts(over: Parameters<typeof anAgreement>[0] = {}) {
  const agreement = supervisorSigned(anAgreement(over), friday);
  return { agreement, response: practitionerSigned(agreement, monday) };
}

describe('[AGREE6] the text that both sign', () => {
  it('is canonical: the order of the fields and what is no part of it change nothing', () => {
    const agreement = anAgreement();
    const turned = Object.fromEntries(Object.entries(agreement).toReversed()) as typeof agreement;
    const later = {
      ...turned,
      superviseeRef: 'other' as never,
      savedAt: friday,
      supervisorSignedAt: friday,
      reviews: [{ id: 'x', heldOn: '', outcome: '' as const, notes: 'n', by: '' }],
      replacedById: 'g2',
      clashes: [{ path: 'purpose', ours: 'a', theirs: 'b' }],
    };
    expect(sharedTextOf(later)).toBe(sharedTextOf(agreement));
    expect(JSON.parse(sharedTextOf(agreement) ?? '')).toMatchObject({
      id: 'g1',
      purpose: 'To reflect on the work.',
      statements: ['clearRecords'],
    });
  });

  it('[AGREE6] leaves out what says nothing, so that a new field voids no signature', () => {
    const agreement = anAgreement();
    const newer = { ...agreement, lunch: '', paid: false, lists: [] };
    expect(sharedTextOf(newer)).toBe(sharedTextOf(agreement));
    expect(sharedTextOf({ ...agreement, lunch: 'in the canteen' })).not.toBe(
      sharedTextOf(agreement),
    );
  });

  it.each(Object.entries(hostileTexts))('[AGREE6] holds %s to the letter', (_, purpose) => {
    expect(JSON.parse(sharedTextOf(anAgreement({ purpose })) ?? '').purpose).toBe(purpose);
  });

  it.each(loneSurrogates)('[AGREE6] has none where canonical JSON cannot carry it', (purpose) => {
    expect(sharedTextOf(anAgreement({ purpose }))).toBeUndefined();
  });
});

describe('[AGREE7] a signature', () => {
  it('counts while the text is the same, and says who and when', () => {
    expect(signaturesOf(signedParts())).toEqual({
      supervisor: { status: 'signed', by: 'Sam Lee', at: friday },
      practitioner: { status: 'signed', by: 'Priya Shah', at: monday },
    });
    expect(signedByBoth(signedParts())).toBe(true);
  });

  it.each(['purpose', 'location', 'wantFromSupervisee'])(
    '[AGREE7] is void after a change of %s, and the other one too',
    (field) => {
      const { agreement, response } = signedParts();
      const changed = { agreement: { ...agreement, [field]: 'changed ' }, response };
      expect(signaturesOf(changed)).toMatchObject({
        supervisor: { status: 'changedSince', by: 'Sam Lee', at: friday },
        practitioner: { status: 'changedSince', at: monday },
      });
      expect(stateOfAgreement(askedOn(bracknell, '2026-11-24'), changed)).toEqual({
        status: 'draft',
      });
    },
  );

  it('[AGREE7] is none before anybody signed, or where its moment cannot be read', () => {
    const agreement = anAgreement();
    const none = { status: 'none', by: '', at: '' };
    expect(signaturesOf({ agreement, response: undefined })).toEqual({
      supervisor: none,
      practitioner: none,
    });
    const response = { ...practitionerSigned(agreement, 'yesterday') };
    expect(signaturesOf({ agreement, response }).practitioner).toEqual(none);
  });
});

describe('how an agreement stands', () => {
  const asked = askedOn(bracknell, '2026-11-24');

  it('none, draft, signed by one', () => {
    const agreement = anAgreement();
    expect(stateOfAgreement(asked, undefined)).toEqual({ status: 'none' });
    expect(stateOfAgreement(asked, { agreement, response: anAgreementResponse() })).toEqual({
      status: 'draft',
    });
    const bySam = supervisorSigned(agreement, friday);
    expect(stateOfAgreement(asked, { agreement: bySam, response: undefined })).toEqual({
      status: 'signedByOne',
      who: 'supervisor',
    });
    const response = practitionerSigned(agreement, friday);
    expect(stateOfAgreement(asked, { agreement, response })).toMatchObject({ who: 'practitioner' });
  });

  it('in force from the later signature, by its day in London, with the review and its clause', () => {
    const state = stateOfAgreement(asked, signedParts());
    expect(state).toMatchObject({
      status: 'inForce',
      since: '2026-11-23',
      review: { dueOn: '2027-11-23', clause: '003:127,167,230' },
    });
    const inSummer = practitionerSigned(anAgreement(), '2026-07-01T23:30:00.000Z');
    const parts = { agreement: anAgreement(), response: inSummer };
    expect(stateOfAgreement(askedOn(swindon, '2026-11-24'), parts)).toMatchObject({
      since: '2026-07-02',
    });
  });

  it('[AGREE2] one signature is in force only where the policy does not want both', () => {
    const parts = { agreement: supervisorSigned(anAgreement(), friday), response: undefined };
    expect(stateOfAgreement(askedOn(swindon, '2026-11-24'), parts)).toMatchObject({
      status: 'inForce',
      since: '2026-11-20',
    });
    expect(stateOfAgreement(asked, parts)).toMatchObject({ status: 'signedByOne' });
  });

  it.each([
    ['2027-11-15', 'inForce', 'ok'],
    ['2027-11-16', 'reviewDue', 'due_soon'],
    ['2027-11-23', 'reviewDue', 'due_today'],
    ['2027-11-24', 'reviewDue', 'overdue'],
  ])('[AGREE15] on %s it is %s, and still in force', (now, status, reviewStatus) => {
    const state = stateOfAgreement(askedOn(islington, now), signedParts());
    expect(state).toMatchObject({
      status,
      since: '2026-11-23',
      review: { status: reviewStatus, dueOn: '2027-11-23' },
    });
  });

  it('[AGREE4] a review that goes on starts the year again, once it is recorded and has been', () => {
    const review = { id: 'x', notes: '', heldOn: '2027-11-01', outcome: 'continue', by: 'me' };
    const on = (over: object) => {
      const reviews = [{ ...review, ...over }];
      const state = stateOfAgreement(askedOn(bracknell, '2027-11-10'), signedParts({ reviews }));
      return 'review' in state && 'dueOn' in state.review ? state.review.dueOn : undefined;
    };
    expect(on({})).toBe('2028-11-01');
    expect(on({ by: '' })).toBe('2027-11-23');
    expect(on({ outcome: 'changed' })).toBe('2027-11-23');
    expect(on({ heldOn: '2027-11-11' })).toBe('2027-11-23');
    expect(on({ heldOn: 'friday' })).toBe('2027-11-23');
  });

  it('[AGREE9] with two versions of a text nobody has signed it', () => {
    const clash = { path: 'purpose', ours: 'a', theirs: 'b' };
    const parts = signedParts({ clashes: [clash] });
    expect(stateOfAgreement(asked, parts)).toEqual({ status: 'twoVersions' });
    expect(signedByBoth(parts)).toBe(false);
    expect(signedByBoth(signedParts({ clashes: [] }))).toBe(true);
  });

  it('[AGREE14] the version before holds until the next one is in force', () => {
    const before = signedParts({ id: 'g0', replacedById: 'g1' });
    const neverSigned = { agreement: anAgreement({ id: 'g00' }), response: undefined };
    const draft = { agreement: anAgreement(), response: undefined };
    const holds = { agreementId: 'g0', since: '2026-11-23' };
    expect(stateOfAgreement(asked, draft, [neverSigned, before])).toEqual({
      status: 'draft',
      holds,
    });
    const bySam = { agreement: supervisorSigned(anAgreement(), monday), response: undefined };
    expect(stateOfAgreement(asked, bySam, [before])).toMatchObject({
      status: 'signedByOne',
      holds,
    });
    expect(stateOfAgreement(asked, draft, [neverSigned])).toEqual({ status: 'draft' });
    expect(stateOfAgreement(asked, signedParts(), [before])).not.toHaveProperty('holds');
  });
});
