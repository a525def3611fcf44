import { assert } from '#domain/assert.ts';
import { localRef, type StaffRef } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import { Settings } from '#domain/records/settings.ts';
import { Staff } from '#domain/records/staff.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import type { OpenRecord } from './open-record.ts';
import type { Workspace } from './workspace.ts';
import { created, findAll, todayIn, updated } from './writes.ts';

const settingsId = (workspace: Workspace) => workspace.vault.referenceId('settings', 'own');
const staffId = (workspace: Workspace, ref: StaffRef) => workspace.vault.referenceId('staff', ref);

/** Undefined until a person has said who they are: the first thing after the ways in. */
export function findSettings(
  workspace: Pick<Workspace, 'set'>,
): OpenRecord<'settings'> | undefined {
  return findAll(workspace, 'settings').at(0);
}

export function settingsOf(workspace: Pick<Workspace, 'set'>): Settings {
  const settings = findSettings(workspace)?.body;
  assert(settings, 'settings are read before they exist');
  return settings;
}

/** Every reference that I am known by, here and on other devices. */
export function myRefsOf(workspace: Pick<Workspace, 'set'>): readonly string[] {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe];
}

/** The policy in force today. What happened on another day is judged by `profileOn` of that day. */
export const profileOf = (workspace: Pick<Workspace, 'set' | 'now'>): PolicyProfile =>
  profileOn(workspace, todayIn(workspace));

/** What the policy calls the person who is supervised: "Practitioner", "Supervisee". */
export const superviseeTerm = (workspace: Pick<Workspace, 'set' | 'now'>): string =>
  profileOf(workspace).terms.supervisee ?? 'Practitioner';

export function staffName(workspace: Pick<Workspace, 'set'>, ref: string): string {
  return findStaff(workspace, ref)?.body.name ?? 'not known';
}

export const myName = (workspace: Pick<Workspace, 'set'>): string =>
  staffName(workspace, settingsOf(workspace).me);

export interface FirstSettings {
  readonly name: string;
  readonly role: string;
  readonly profileId: string;
  readonly caseSystem: string;
  readonly synthetic: boolean;
}

export async function startFor(workspace: Workspace, first: FirstSettings): Promise<void> {
  const me = newStaff(workspace, first.name, first.role);
  const { profileId, caseSystem, synthetic } = first;
  const settings = Settings.parse({
    me: me.ref,
    profileId,
    caseSystem,
    synthetic,
    startedOn: todayIn(workspace),
  });
  const id = await settingsId(workspace);
  const meId = await staffId(workspace, me.ref);
  const version = await shippedProfile(workspace, profileId);
  await workspace.change(() => [
    created('staff', meId, me),
    created('settings', id, settings),
    created('profiles', version.id, version),
  ]);
}

async function shippedProfile(workspace: Workspace, profileId: string): Promise<ProfileVersion> {
  const { firstProfile } = await import('#storage/policies/first-profile.ts');
  const version = await firstProfile(workspace, profileId);
  assert(version, `profile ${profileId} is not known to this version`);
  return version;
}

export async function changeSettings(
  workspace: Workspace,
  change: Partial<Settings>,
): Promise<void> {
  // It says which policy the records began with. Another one is stored as a version (store-profile.ts).
  assert(change.profileId === undefined, 'the policy is no setting');
  await workspace.change(() => {
    const record = findSettings(workspace);
    return record ? [updated(record, { ...record.body, ...change } as Settings)] : []; // a part of Settings over Settings
  });
}

export function newStaff(workspace: Workspace, name: string, role: string): Staff {
  const ref = localRef(workspace.ports.newId());
  return Staff.parse({ ref, name, role, knownFrom: todayIn(workspace) });
}

export async function staffWrite(workspace: Workspace, staff: Staff) {
  return created('staff', await staffId(workspace, staff.ref), staff);
}

export function findStaff(
  workspace: Pick<Workspace, 'set'>,
  ref: string,
): OpenRecord<'staff'> | undefined {
  return findAll(workspace, 'staff', (staff) => staff.ref === ref).at(0);
}

/** What the interval of one person's supervision follows from, changed by hand. */
export async function changeStaff(
  workspace: Workspace,
  ref: StaffRef,
  change: Partial<Staff>,
): Promise<void> {
  await workspace.change(() => {
    const record = findStaff(workspace, ref);
    return record ? [updated(record, { ...record.body, ...change } as Staff, 'replaced')] : []; // a part of Staff over Staff
  });
}
