import { expect, it } from 'vitest';
import { checkProfileText } from '#domain/policies/check-profile.ts';
import { generalProfile } from '#domain/policies/general-profile.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { ProfileVersion } from '#domain/records/profile-version.ts';
import { profileFile } from './profile-file.ts';

const held = (profile: object, over: object = {}) =>
  ProfileVersion.parse({
    id: 'v1',
    profileId: 'north',
    version: '2',
    effectiveFrom: '2027-04-01',
    serial: 2,
    origin: 'edited',
    profile,
    storedAt: '2026-11-20T10:00:00Z',
    ...over,
  });

it('what is exported is taken in again, with its number and its day', () => {
  for (const profile of [...listProfiles(), generalProfile]) {
    const check = checkProfileText(profileFile(held(profile)).text);
    expect(check.outcome === 'valid' && check.profile, profile.id).toEqual({
      ...profile,
      version: '2',
      effectiveFrom: '2027-04-01',
    });
  }
});

it('one in force from the beginning keeps the day of its own text, or has none', () => {
  const parsed = (profile: object) =>
    JSON.parse(profileFile(held(profile, { effectiveFrom: '' })).text);
  expect(parsed(generalProfile)).not.toHaveProperty('effectiveFrom');
  expect(parsed({ ...generalProfile, effectiveFrom: '2016-09-02' }).effectiveFrom).toBe(
    '2016-09-02',
  );
});

it('a file name is plain, whatever the number is', () => {
  expect(profileFile(held(generalProfile)).name).toBe('policy-north-2.json');
  expect(profileFile(held(generalProfile, { version: 'v 2/2027?' })).name).toBe(
    'policy-north-v-2-2027-.json',
  );
});
