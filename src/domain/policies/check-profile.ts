import { type Fault, faultsOf, foundWords } from './profile-faults.ts';
import { faultsByRule } from './profile-rules.ts';
import { PolicyProfile } from './profile-schema.ts';
import { unreadFields } from './unread-fields.ts';

export type ProfileCheck =
  | {
      readonly outcome: 'valid';
      readonly profile: PolicyProfile;
      /** Fields that this version does not know: kept, and perhaps misspelt. */
      readonly unread: readonly string[];
    }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/** PROF13, PROF14: whether this is a profile, or every fault of it. A key nobody knows is no fault. */
export function checkProfile(json: unknown): ProfileCheck {
  const profile = PolicyProfile.safeParse(json);
  const faults = [
    ...(profile.error?.issues ?? []).flatMap((issue) => faultsOf(issue, json)),
    ...faultsByRule(json),
  ];
  if (profile.success && faults.length === 0)
    return { outcome: 'valid', profile: profile.data, unread: unreadFields(json) };
  return { outcome: 'faults', faults: oneEach(faults) };
}

/** One place is named once: what the schema says of it comes first. */
function oneEach(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(
    ({ path }, index) => faults.findIndex((other) => other.path === path) === index,
  );
}

const whole = (expected: string, found: string): ProfileCheck => ({
  outcome: 'faults',
  faults: [{ path: '', expected, found }],
});

/** The same for the text of a file. A file of several profiles is not one. */
export function checkProfileText(text: string): ProfileCheck {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    return whole('JSON', cause instanceof Error ? cause.message : String(cause));
  }
  const several = (json as { profiles?: unknown } | null)?.profiles;
  if (Array.isArray(several)) {
    const expected = 'one profile: save each in a file of its own';
    return whole(expected, several.length === 1 ? 'a list of 1' : foundWords(several));
  }
  return checkProfile(json);
}
