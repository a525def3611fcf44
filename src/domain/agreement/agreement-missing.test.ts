import { describe, expect, it } from 'vitest';
import { Agreement } from '#domain/records/agreement.ts';
import { anAgreement, anAgreementResponse } from '../../../test/agreement-builders.ts';
import { loneSurrogates } from '../../../test/builders.ts';
import { bracknell, day, islington } from '../../../test/due-builders.ts';
import { missingToSign, type SigningQuestion } from './agreement-missing.ts';

const question = (over: Partial<SigningQuestion> = {}): SigningQuestion => ({
  agreement: anAgreement(),
  response: anAgreementResponse(),
  side: 'supervisor',
  profile: islington,
  worker: { stage: 'default' },
  today: day('2026-11-20'),
  ...over,
});
const paths = (over: Partial<SigningQuestion>) =>
  missingToSign(question(over)).map(({ of, path }) => `${of}.${path}`);
const messages = (over: Parameters<typeof anAgreement>[0]) =>
  missingToSign(question({ agreement: anAgreement(over) })).map(({ message }) => message);

const required = [
  'organisation',
  'superviseeRole',
  'supervisorRole',
  'stage',
  'frequency',
  'commencementDate',
  'durationMinutes',
  'location',
  'privacyOk',
  'purpose',
  'cancellationRule',
  'agendaSetting',
  'preparation',
  'recordingAndAccess',
  'entitlement',
];

describe('[AGREE8] before signing', () => {
  const empty = Agreement.parse({
    id: 'g1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    createdAt: '',
    createdBy: '',
  });

  it('nothing is missing where all that is required is there', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ side: 'practitioner' })).toEqual([]);
  });

  it('[AGREE8] each required field is named, with what to do', () => {
    expect(paths({ agreement: empty })).toEqual(
      [...required, 'statements'].map((key) => `agreement.${key}`),
    );
    expect(messages({ purpose: ' \n' })).toEqual(['Write what supervision is for']);
    expect(messages({ statements: [] })).toEqual(['Tick what you take on as the supervisor']);
  });

  it('[AGREE8] the third person is required where the policy names one', () => {
    const agreement = anAgreement({ disputeThirdPerson: '' });
    expect(paths({ agreement, profile: bracknell })).toEqual(['agreement.disputeThirdPerson']);
    expect(paths({ agreement })).toEqual([]);
  });

  it('[AGREE8] the supervisor does not wait for the practitioner; she does, in words of her own', () => {
    const response = anAgreementResponse({ statements: [] });
    const agreement = anAgreement({ statements: [] });
    expect(paths({ response })).toEqual([]);
    expect(paths({ response: undefined })).toEqual([]);
    expect(paths({ side: 'practitioner', response })).toEqual(['response.statements']);
    expect(paths({ side: 'practitioner', response: undefined })).toEqual(['response.statements']);
    expect(missingToSign(question({ side: 'practitioner', agreement }))).toEqual([
      {
        of: 'agreement',
        path: 'statements',
        message: 'Not filled in yet by the supervisor: what the supervisor takes on',
      },
    ]);
  });

  it('[AGREE8] minutes are a number', () => {
    expect(messages({ durationMinutes: 'about an hour' })).toEqual([
      'Enter the minutes as a number, like 60',
    ]);
    expect(messages({ durationMinutes: ' 60 ' })).toEqual([]);
  });

  it.each(loneSurrogates)('[AGREE8] a text that cannot be stored is named (FIN6)', (location) => {
    expect(messages({ location })).toEqual([expect.stringContaining('half of a character')]);
    expect(messages({ contractedHours: location })).toHaveLength(1);
  });
});

it('[AGREE9] a choice between two versions comes first, on either record', () => {
  const clashes = [{ path: 'purpose', ours: 'a', theirs: 'b' }];
  expect(paths({ agreement: anAgreement({ clashes }) })).toEqual(['agreement.twoVersions']);
  const response = anAgreementResponse({ clashes } as never);
  expect(paths({ side: 'practitioner', response })).toEqual(['response.twoVersions']);
  expect(paths({ agreement: anAgreement({ clashes: [] }) })).toEqual([]);
});

it('[AGREE9] nobody signs what a newer version wrote', () => {
  const newer = anAgreement({ lunch: 'in the canteen' } as never);
  expect(paths({ agreement: newer })).toEqual(['agreement.newer']);
  expect(paths({ agreement: anAgreement({ lunch: '' } as never) })).toEqual([]);
});

it.each([
  ['4 December 2026', []],
  ['4/12/2026', []],
  ['friday', ['Write the date in full, like 4 December 2026']],
  ['4 December', ['Write the date in full, like 4 December 2026']],
  ['2 weeks', ['Write the date in full, like 4 December 2026']],
  ['31 February 2027', [expect.stringContaining('is not a real date')]],
])('[AGREE10] the date %j', (commencementDate, expected) => {
  expect(messages({ commencementDate })).toEqual(expected);
  expect(messages({ stageStartDate: commencementDate })).toEqual(expected);
});

it('[AGREE11] an interval that the policy does not allow is named', () => {
  expect(messages({ agreedInterval: 'P14D' })).toEqual([]);
  expect(messages({ agreedInterval: 'P2M' })).toEqual([
    'Override may only shorten the minimum interval (1 month)',
  ]);
  expect(messages({ agreedInterval: 'often' })).toEqual(['Choose how often']);
  const agreement = anAgreement({ agreedInterval: 'P2M' });
  expect(paths({ agreement, profile: bracknell })).toEqual([]);
});
