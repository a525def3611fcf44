import * as z from 'zod/mini';
import { PolicyProfile } from '#domain/policies/profile-schema.ts';
import profilesFile from '#domain/policies/profiles.json';

export type { PolicyProfile };

const ProfilesFile = z.looseObject({ version: z.string(), profiles: z.array(PolicyProfile) });

// Read on first use and not on import: the app turns off zod's code generation, which its
// Content-Security-Policy forbids, before anything is parsed.
let shipped: readonly PolicyProfile[] | undefined;

/** Every profile the app ships, validated once. Throws where the file is not of the schema. */
export function listProfiles(): readonly PolicyProfile[] {
  shipped ??= z.parse(ProfilesFile, profilesFile).profiles;
  return shipped;
}

export function findProfile(id: string): PolicyProfile | undefined {
  return listProfiles().find((profile) => profile.id === id);
}

/** PROF4: what a new user may pick. The focus group is practice evidence and binds nobody. */
export function choosableProfiles(): readonly PolicyProfile[] {
  return listProfiles().filter((profile) => profile.binding !== false);
}

/** PROF5 (C-32): a profile without `depths` allows both. */
export function offersDepths(profile: PolicyProfile): readonly ('brief' | 'inDepth')[] {
  return profile.session?.depths ?? ['brief', 'inDepth'];
}

export interface CohortOption {
  readonly code: string;
  readonly label: string;
  /** Not the council's own list: its policy names no statuses. */
  readonly general?: true;
}

const generalCohorts: readonly CohortOption[] = [
  { code: 'CIN', label: 'Child in need', general: true },
  { code: 'CP', label: 'Child protection', general: true },
  { code: 'CLA', label: 'Looked after', general: true },
  { code: 'CARE_LEAVER', label: 'Care leaver', general: true },
  { code: 'EH', label: 'Early help', general: true },
  { code: 'SHORT_BREAKS', label: 'Short breaks', general: true },
];

/** PROF6: the statuses offered when a child is added, in the policy's order and words. */
export function cohortOptions(profile: PolicyProfile): readonly CohortOption[] {
  const own = profile.child.cohorts ?? [];
  return own.length > 0 ? own.map(({ code, label }) => ({ code, label })) : generalCohorts;
}

/** PROF7: `Islington 2016, 001:93-94`, or that the text has no date, so that an old rule shows its age. */
export function cite(profile: PolicyProfile, clause: string): string {
  const { name, label, year } = profile.source;
  return year === null ? `${label}, ${clause}` : `${name} ${year}, ${clause}`;
}
