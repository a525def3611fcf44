import { describe, expect, it } from 'vitest';
import type { WorkerStage } from '#domain/due/worker.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { Agreement } from '#domain/records/agreement.ts';
import { AgreementResponse } from '#domain/records/response.ts';
import {
  bracknell,
  day,
  focusGroup,
  islington,
  mosaic,
  swindon,
} from '../../../test/due-builders.ts';
import { agreementFields, agreementLabel, responseFields } from './agreement-fields.ts';
import { intervalLabel, intervalOptions, tooLong } from './agreement-interval.ts';
import { prefilledWords } from './agreement-prefill.ts';
import {
  statementText,
  superviseeStatements,
  supervisorStatements,
} from './agreement-statements.ts';
import { ownWords, policyWords } from './agreement-words.ts';

const today = day('2026-11-20');
const words = (profile: PolicyProfile, stage: WorkerStage = 'default') =>
  prefilledWords({ profile, worker: { stage }, today });

describe('[AGREE12] a new agreement is filled in', () => {
  it('with the words of the policy and its clause', () => {
    expect(words(bracknell).purpose).toMatchObject({
      text: expect.stringContaining('makes decisions accountable and outcomes safer'),
      source: 'Filled in from Bracknell Forest, no date in its text, 003:189-191.',
    });
    expect(words(bracknell).recordingAndAccess.text).toContain(
      'for example a Serious Case Review, these records may be used as evidence.',
    );
    expect(words(mosaic).agendaSetting.source).toContain('004:40');
    expect(words(islington).agendaSetting.source).toBe('Filled in from Islington 2016, 001:92.');
  });

  it('[AGREE12] with the part that is ours named, and only that part', () => {
    const { text, source } = words(swindon).cancellationRule;
    expect(text).toMatch(/^Supervision is planned well in advance.*coming back\.$/);
    expect(source).toBe(
      'Filled in from Swindon, no date in its text, 000:209. From “The reason is” on they are Footprint’s own words: change them.',
    );
    expect(text).toContain('The reason is');
  });

  it('[AGREE12] with our own words, marked as ours, where the policy is silent', () => {
    expect(words(mosaic).preparation).toEqual({
      text: ownWords.preparation,
      source: 'Footprint’s own words: change them.',
    });
    expect(words(focusGroup).entitlement.source).toBe('Footprint’s own words: change them.');
  });

  it('[AGREE12] with the interval of the stage in words, phase by phase where there are phases', () => {
    expect(words(islington).frequency).toEqual({
      text: 'At least every calendar month',
      source: 'Filled in from Islington 2016, 001:86.',
    });
    expect(words(bracknell).frequency.text).toBe('At least every 4 weeks');
    expect(words(swindon, 'asye').frequency).toMatchObject({
      text: 'Every week for the first 6 weeks, then every 2 weeks for 6 months, then every month',
      source: expect.stringContaining('000:96-100'),
    });
    expect(words(mosaic, 'asye').frequency.text).toBe(
      'Every week for the first 6 weeks, then every 2 weeks up to the six-month review, then every calendar month',
    );
    expect(words(mosaic, 'student').frequency.text).toBe(
      'Every week until the day we agree, then every 2 weeks',
    );
  });

  it('[AGREE12] with the minutes of the policy, or ours and said so', () => {
    expect(words(bracknell).durationMinutes.text).toBe('60');
    expect(words(islington).durationMinutes).toEqual({
      text: '180',
      source: 'Filled in from Islington 2016, 001:92-95.',
    });
    expect(words(swindon).durationMinutes).toEqual({
      text: '180',
      source: 'Footprint’s own number: change it.',
    });
    expect(words(focusGroup).durationMinutes).toEqual({ text: '', source: '' });
  });

  it('[AGREE12] by profiles that exist, with the clauses of their own file', () => {
    const files = new Map(listProfiles().map(({ id, seed }) => [id, seed]));
    for (const [id, fields] of Object.entries(policyWords)) {
      for (const { policy } of Object.values(fields))
        expect(policy?.clause).toMatch(new RegExp(`^${files.get(id)}:`));
    }
  });
});

describe('[AGREE13] statements', () => {
  it('are the bullets of the sample contract and of the roles, each with its line', () => {
    const lines = (statements: readonly { clause: string }[]) =>
      statements.map(({ clause }) => Number(clause.replace('003:', '')));
    expect(lines(supervisorStatements)).toEqual([
      203, 204, 205, 206, 207, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99,
    ]);
    expect(lines(superviseeStatements)).toEqual([
      213, 214, 215, 216, 103, 104, 105, 106, 107, 108, 109,
    ]);
  });

  it('[AGREE13] have a key each, and one that is not known is shown by it', () => {
    const keys = [...supervisorStatements, ...superviseeStatements].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(statementText(supervisorStatements, 'clearRecords')).toContain('accurate, clear');
    expect(statementText(supervisorStatements, 'fromTomorrow')).toBe('fromTomorrow');
  });
});

it('[AGREE11] longer than the policy only where hours count, and never past its backstop', () => {
  expect(tooLong('P14D', islington, { interval: 'P1M' })).toBeUndefined();
  expect(tooLong('P1M', islington, { interval: 'P1M' })).toBeUndefined();
  expect(tooLong('P2M', islington, { interval: 'P1M' })).toBe(
    'Override may only shorten the minimum interval (1 month)',
  );
  expect(tooLong('P3M', bracknell, { interval: 'P28D' })).toBeUndefined();
  expect(tooLong('P6M', bracknell, { interval: 'P28D' })).toBe(
    'Choose every 3 months or more often',
  );
});

it('[AGREE11] what may be chosen follows from it, and what was chosen before stays a choice', () => {
  const options = (profile: PolicyProfile, chosen = '') =>
    intervalOptions({ profile, worker: { stage: 'default' }, today, chosen });
  expect(options(islington).map(({ value }) => value)).toEqual([
    '',
    'P7D',
    'P14D',
    'P21D',
    'P28D',
    'P1M',
  ]);
  expect(options(islington)[0]?.label).toBe('By the policy: every calendar month');
  expect(options(bracknell).at(-1)).toEqual({ value: 'P3M', label: 'Every 3 months' });
  expect(options(islington, 'P2M').at(-1)).toEqual({ value: 'P2M', label: 'Every 2 months' });
  expect(intervalLabel('P28D')).toBe('Every 4 weeks');
  expect(intervalLabel('as needed')).toBe('as needed');
});

it('every field of the table is one of its record, and no field has two lines', () => {
  const keysOf = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);
  expect(Object.keys(Agreement.shape)).toEqual(expect.arrayContaining(keysOf(agreementFields)));
  expect(Object.keys(AgreementResponse.shape)).toEqual(
    expect.arrayContaining(keysOf(responseFields)),
  );
  for (const fields of [agreementFields, responseFields])
    expect(new Set(keysOf(fields)).size).toBe(fields.length);
  expect(agreementLabel('purpose')).toBe('What supervision is for');
  expect(agreementLabel('fromTomorrow')).toBe('fromTomorrow');
});
