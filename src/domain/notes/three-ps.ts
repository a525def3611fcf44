import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { AspectKey, StaffNote } from '#domain/records/staff-note.ts';
import { isCovered } from './note-coverage.ts';
import { aspectLabel, balancesThreePs, noteAspects } from './note-fields.ts';

/** 003:80 names no number; the one of domain-spec A2. */
const SESSIONS = 3;

/** Performance, development, personal support (003:64-78), as these notes have them. */
const threePs: readonly AspectKey[] = ['managerial', 'development', 'support'];

/**
 * NOTE7 (003:80): which of the three has been empty in each of the last finalised sessions, newest
 * first. The balance is over the whole process, so it is a line to read and asks for nothing.
 */
export function emptyPs(
  profile: PolicyProfile,
  finalised: readonly StaffNote[],
): readonly string[] {
  const last = finalised.slice(0, SESSIONS);
  if (!balancesThreePs(profile) || last.length < SESSIONS) return [];
  return noteAspects
    .filter(({ key }) => threePs.includes(key) && !last.some((note) => isCovered(note, key)))
    .map(
      (aspect) =>
        `${aspectLabel(aspect, true)}: nothing written in the last ${SESSIONS} finalised sessions.`,
    );
}
