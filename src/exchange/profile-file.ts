import type { ProfileVersion } from '#domain/records/profile-version.ts';

export interface ProfileFile {
  readonly name: string;
  readonly text: string;
}

/** One version as the file that another device loads, with the number and day that it has here. */
export function profileFile({ profileId, version, profile, ...held }: ProfileVersion): ProfileFile {
  const effectiveFrom = held.effectiveFrom || profile.effectiveFrom;
  const body = { ...profile, version, ...(effectiveFrom ? { effectiveFrom } : {}) };
  const plain = `${profileId}-${version}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { name: `policy-${plain}.json`, text: `${JSON.stringify(body, null, 2)}\n` };
}
