import { assert } from '#domain/assert.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { versionOfRecord, versionOn } from '#domain/policies/profile-versions.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** Every version of the policy held here, in no order, those taken back included. */
export const heldVersions = (workspace: Reads): readonly ProfileVersion[] =>
  bodies(workspace, 'profiles');

/** PROF9: the version in force on that day. Throws before there is any: the start writes the first. */
export function profileVersionOn(workspace: Reads, day: CalendarDate): ProfileVersion {
  const version = versionOn(heldVersions(workspace), day);
  assert(version, 'the policy is read before there is one');
  return version;
}

/** The policy by which what happened on that day is judged. */
export const profileOn = (workspace: Reads, day: CalendarDate): PolicyProfile =>
  profileVersionOn(workspace, day).profile;

/** PROF11: the policy that a finalised record was finalised under. */
export function profileOfRecord(
  workspace: Reads,
  policy: { readonly id: string; readonly version?: string | undefined },
  day: CalendarDate,
): PolicyProfile {
  return (
    versionOfRecord(heldVersions(workspace), policy, day)?.profile ?? profileOn(workspace, day)
  );
}
