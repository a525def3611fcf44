import type { Staff } from '#domain/records/staff.ts';
import { findSettings, findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** SUPV5: everybody who supervises me, by reference: whoever this device is working with first. */
export function mySupervisors(workspace: Reads): readonly string[] {
  const { supervisorRef, alsoSupervisedBy } = settingsOf(workspace);
  return supervisorRef === '' ? [] : [supervisorRef, ...alsoSupervisedBy];
}

/** The others, as they stand on the list. */
export const otherSupervisors = (workspace: Reads): readonly Staff[] =>
  settingsOf(workspace).alsoSupervisedBy.flatMap((ref) => findStaff(workspace, ref)?.body ?? []);

/**
 * SUPV5: goes to another of my supervisors. Each has a preparation, an agreement and files of their own, and
 * nothing of the one before changes. Throws StorageError.
 */
export async function workWith(workspace: Workspace, ref: string): Promise<void> {
  await workspace.change(() => {
    const record = findSettings(workspace);
    const others = mySupervisors(workspace);
    if (!record || !others.includes(ref)) return [];
    const alsoSupervisedBy = others.filter((each) => each !== ref);
    return [updated(record, { ...record.body, supervisorRef: ref, alsoSupervisedBy })];
  });
}

/** SUPV5: one of the others supervises me no more. What we had together stays. Throws StorageError. */
export async function noLongerSupervises(workspace: Workspace, ref: string): Promise<void> {
  await workspace.change(() => {
    const record = findSettings(workspace);
    if (!record) return [];
    const alsoSupervisedBy = record.body.alsoSupervisedBy.filter((each) => each !== ref);
    return [updated(record, { ...record.body, alsoSupervisedBy })];
  });
}
