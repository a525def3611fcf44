import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import type { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile, shippedVersionOf } from '#domain/policies/shipped-profiles.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sha256 } from '#vault/hash.ts';

/** Brings in the shipped profiles and their schema: imported only where a first policy is written. */

/** SHA-256 of the profile's canonical JSON: what tells two files of one name and number apart. */
export async function profileHash(profile: PolicyProfile): Promise<string> {
  const text = canonicalize(profile);
  assert(text, `profile ${profile.id} has no canonical form`);
  return sha256(text);
}

/**
 * The policy that a person starts with: one the app ships, in force from the beginning. Its id follows
 * from the vault and the profile, so that two tabs write it once. Undefined for a profile nobody knows.
 */
export async function firstProfile(
  workspace: Workspace,
  profileId: string,
): Promise<ProfileVersion | undefined> {
  const shipped = findProfile(profileId);
  if (!shipped) return undefined;
  const version = shippedVersionOf(shipped);
  const profile = { ...shipped, version };
  const id = await workspace.vault.referenceId('profile', `${profileId} ${version}`);
  return {
    id: id as RecordId, // an id like those of all reference data
    profileId,
    version,
    effectiveFrom: '',
    serial: 1,
    origin: 'shipped',
    sha256: await profileHash(profile),
    profile,
    storedAt: workspace.now,
    by: '',
    withdrawnAt: '',
  };
}
