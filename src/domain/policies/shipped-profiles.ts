import * as z from 'zod/mini';
import { generalProfile } from './general-profile.ts';
import { PolicyProfile } from './profile-schema.ts';
import profilesFile from './profiles.json';

/**
 * The profiles that the app ships and the schema that reads them: never on the way to the first page.
 * Import this file dynamically, or from a screen that is itself loaded on demand (decision 8).
 */
const ProfilesFile = z.looseObject({ version: z.string(), profiles: z.array(PolicyProfile) });

// Read on first use and not on import: the app turns off zod's code generation, which its
// Content-Security-Policy forbids, before anything is parsed.
let shipped: readonly PolicyProfile[] | undefined;

/** Every council's profile the app ships, validated once. Throws where the file is not of the schema. */
export function listProfiles(): readonly PolicyProfile[] {
  shipped ??= z.parse(ProfilesFile, profilesFile).profiles;
  return shipped;
}

/** What a finalised record names where a shipped profile has no version of its own. */
export const shippedVersionOf = ({ version }: PolicyProfile): string =>
  version ?? profilesFile.version;

export function findProfile(id: string): PolicyProfile | undefined {
  return [...listProfiles(), generalProfile].find((profile) => profile.id === id);
}

/** PROF4: what a new user may pick. The focus group is practice evidence and binds nobody. */
export function choosableProfiles(): readonly PolicyProfile[] {
  return [...listProfiles().filter(({ binding }) => binding !== false), generalProfile];
}
