import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { bracknell, islington, swindon } from '../../../test/builders.ts';
import { generalStatuses } from './general-status.ts';
import { statusForProfile, statusSentences } from './status-for-profile.ts';

const status = (code: string, words = `${code} is open`) => ({ code, words, since: '2026-03-03' });
const codeFor = (profile: typeof swindon, ...codes: string[]) =>
  statusForProfile(
    codes.map((code) => status(code)),
    profile,
  )?.code;

it('[STAT13] each status is the cohort that the policy has for it, and the words say why', () => {
  const codes = generalStatuses.map(({ code }) => code);
  expect(codes.map((code) => codeFor(swindon, code))).toEqual([
    'CP_PLO_COURT',
    'CP_PLO_COURT',
    'CP_PLO_COURT',
    'CWCF_NO_PERM',
    'CWCF_PERM',
    'SHORT_BREAKS',
    'CIN',
    'CARE_EXP',
    'EH',
    'ASSESS',
  ]);
  expect(codeFor(islington, 'CARE_EXP')).toBe('IF');
  expect(codeFor(bracknell, 'EH')).toBe('EHA');
  expect(codeFor(bracknell, 'CLA_PERM')).toBe('CLA');
  const plan = status('CP', 'a child protection plan opened on 3 March 2026 is open');
  expect(statusForProfile([plan], swindon)).toEqual({
    code: 'CP_PLO_COURT',
    label: 'CP/PLO/Court',
    words: 'CP/PLO/Court because a child protection plan opened on 3 March 2026 is open',
    since: '2026-03-03',
  });
  expect(
    statusForProfile([plan, status('PLO', 'pre-proceedings have no outcome yet')], swindon)?.words,
  ).toBe(
    'CP/PLO/Court because pre-proceedings have no outcome yet and a child protection plan opened on 3 March 2026 is open',
  );
  expect(statusSentences([plan, status('CARE_EXP')], swindon)).toEqual([
    'CP/PLO/Court because a child protection plan opened on 3 March 2026 is open',
    'Care Experienced because CARE_EXP is open',
  ]);
  expect(statusForProfile([], swindon)).toBeUndefined();
});

it('[STAT14] of several the shortest interval counts, and between equals the more particular one', () => {
  expect(codeFor(swindon, 'CARE_EXP', 'CLA')).toBe('CWCF_NO_PERM'); // 2 months, 1 month
  expect(codeFor(swindon, 'CLA_PERM', 'EH')).toBe('CWCF_PERM'); // 2 months, 3 months
  expect(codeFor(swindon, 'ASSESS', 'CIN')).toBe('CIN'); // C-12
  expect(codeFor(swindon, 'CIN', 'SHORT_BREAKS')).toBe('SHORT_BREAKS');
  expect(codeFor(islington, 'CIN', 'CLA')).toBe('CLA'); // neither has an interval
  expect(codeFor(bracknell, 'PLO', 'CP')).toBe('CP'); // Bracknell has no word for the other
});

it('[STAT14] adding a status never makes the interval longer, in whatever order they come', () => {
  const days = (code: string | undefined) => {
    const interval = swindon.child.cohorts?.find((each) => each.code === code)?.interval;
    return Number(interval?.slice(1, -1));
  };
  const codes = fc.uniqueArray(fc.constantFrom(...generalStatuses.map(({ code }) => code)), {
    minLength: 1,
  });
  fc.assert(
    fc.property(codes, codes, (some, more) => {
      expect(days(codeFor(swindon, ...some, ...more))).toBeLessThanOrEqual(
        days(codeFor(swindon, ...some)),
      );
      expect(codeFor(swindon, ...some.toReversed())).toBe(codeFor(swindon, ...some));
    }),
  );
});

it('[STAT15] a policy without a cohort that fits keeps the general word', () => {
  expect(statusForProfile([status('CP')], islington)).toMatchObject({
    code: 'CP',
    label: 'Child protection plan',
  });
  for (const profile of listProfiles())
    for (const { code } of generalStatuses)
      expect(codeFor(profile, code), `${profile.id} ${code}`).not.toBe('');
  // A cohort that the file names in the council's own words stays as it is.
  for (const { code } of cohortOptions(swindon)) expect(codeFor(swindon, code)).toBe(code);
});
