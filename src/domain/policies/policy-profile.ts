import type { PolicyProfile } from './profile-schema.ts';

export type { PolicyProfile };

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

/** Where a policy names no statuses, and what the general profile starts from. */
export const generalCohorts: readonly CohortOption[] = [
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

/** What stands as `src` of a rule that a person set: alone, or followed by `: ` and where it comes from. */
export const ownSource = 'your own';

/**
 * PROF7: `Islington 2016, 001:93-94`, or that the text has no date, so that an old rule shows its age.
 * PROF15: a rule that a person set cites no line of that text.
 */
export function cite(profile: PolicyProfile, clause: string): string {
  const { name, label, year } = profile.source;
  if (clause.startsWith(ownSource)) return `${name}, own rule${clause.slice(ownSource.length)}`;
  return year === null ? `${label}, ${clause}` : `${name} ${year}, ${clause}`;
}
