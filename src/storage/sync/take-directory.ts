import { addedChild } from '#domain/caseload/list-changes.ts';
import { type ChildRef, isLocalRef, type StaffRef } from '#domain/ids.ts';
import { emptyFacts } from '#domain/records/child.ts';
import { Staff } from '#domain/records/staff.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { Write } from '#storage/save.ts';
import { findSettings, findStaff, settingsOf, staffWrite } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, todayIn, updated } from '#storage/writes.ts';
import {
  type DirectoryNow,
  type DirectoryPerson,
  inOwnRefs,
  isOfPerson,
} from './directory-refs.ts';

/**
 * Whoever signed in is who these records are of: under an alias that the directory lists (DIR5), or, where
 * they were begun by hand under the same name and hold nothing yet that is sent, under the directory’s own
 * reference from now on (DIR3). False where they are another's.
 */
export async function becomePerson(
  workspace: Workspace,
  person: DirectoryPerson,
): Promise<boolean> {
  const { me, alsoMe } = settingsOf(workspace);
  if ([me as string, ...alsoMe].includes(person.id)) return true;
  if (isOfPerson(workspace, person)) {
    await workspace.change(() => {
      const settings = findSettings(workspace);
      if (!settings) return [];
      return [updated(settings, { ...settings.body, alsoMe: [...alsoMe, person.id as StaffRef] })];
    });
    return true;
  }
  const mine = findStaff(workspace, me);
  const isSame = mine?.body.name.trim().toLowerCase() === person.name.trim().toLowerCase();
  const hasRecords = ['sessions', 'notes', 'agreements', 'preparations', 'entryDrafts'] as const;
  const isEmpty = hasRecords.every((name) => workspace.set.all(name).size === 0);
  if (!mine || !isSame || !isEmpty || !isLocalRef(me)) return false;
  const next = await staffWrite(workspace, { ...mine.body, ref: person.id as StaffRef }); // the council’s own reference
  await workspace.change(() => {
    const settings = findSettings(workspace);
    if (!settings) return [];
    const body = {
      ...settings.body,
      me: person.id as StaffRef,
      alsoMe: [...settings.body.alsoMe, me],
    };
    return [next, updated(settings, body, 'replaced')];
  });
  return true;
}

/**
 * Puts whoever the directory names on the lists of this device (DIR1, DIR2). What is known here of them by
 * hand or by a file stays as it is, and nobody leaves a list: a person does that. Throws StorageError.
 */
export async function takeDirectory(workspace: Workspace, told: DirectoryNow): Promise<void> {
  const directory = inOwnRefs(workspace, told);
  // Worked out again where another tab has put some of them on the lists meanwhile.
  await workspace.change(async () => [
    ...(await staffWrites(workspace, directory)),
    ...(await childWrites(workspace, directory)),
    ...(await allocationWrites(workspace, directory)),
    ...supervisorWrites(workspace, directory),
  ]);
}

async function staffWrites(
  workspace: Workspace,
  { person, staff, supervises }: DirectoryNow,
): Promise<readonly Write[]> {
  const unknown = staff.filter(({ id }) => id !== person.id && !findStaff(workspace, id));
  return Promise.all(
    unknown.map(({ id, name, role }) => {
      const supervisedBy = supervises
        .filter(({ superviseeId }) => superviseeId === id)
        .map(({ supervisorId, from, to }) => ({
          ...{ id: `${supervisorId} ${from}`, supervisorRef: supervisorId, from, to: to ?? '' },
        }));
      const known = { ref: id, name, role, knownFrom: todayIn(workspace), supervisedBy };
      return staffWrite(workspace, Staff.parse(known));
    }),
  );
}

/** DIR2: who supervises me, where nothing on this device said so yet. */
function supervisorWrites(
  workspace: Workspace,
  { person, supervises }: DirectoryNow,
): readonly Write[] {
  const settings = findSettings(workspace);
  const mine = supervises.find(({ superviseeId }) => superviseeId === person.id);
  if (!settings || !mine || settings.body.supervisorRef !== '') return [];
  return [updated(settings, { ...settings.body, supervisorRef: mine.supervisorId })];
}

async function childWrites(
  workspace: Workspace,
  { children }: DirectoryNow,
): Promise<readonly Write[]> {
  const { me } = settingsOf(workspace);
  const on = todayIn(workspace);
  const change = { by: me, at: workspace.now, on, reason: 'In the council’s directory' };
  const unknown = children.filter(({ ref }) => !isListed(workspace, ref));
  return Promise.all(
    unknown.map(async ({ ref, name, dateOfBirth }) => {
      const facts = {
        ...{ ref: ref as ChildRef, reference: ref, name, dateOfBirth }, // the council’s own reference
        ...{ expectedOn: '', status: '', familyRef: '', checks: [], facts: emptyFacts() },
      };
      return created(
        'children',
        await workspace.vault.referenceId('child', ref),
        addedChild(facts, change),
      );
    }),
  );
}

const isListed = (workspace: Workspace, ref: string): boolean =>
  findChild(workspace, ref) !== undefined ||
  findAll(
    workspace,
    'children',
    ({ reference, aliases }) => reference === ref || aliases.includes(ref),
  ).length > 0;

/** DIR1: an allocation that nothing here tells of. One that is over stays with its end. */
async function allocationWrites(
  workspace: Workspace,
  { allocations }: DirectoryNow,
): Promise<readonly Write[]> {
  const unknown = allocations.filter(
    ({ childRef, staffId }) =>
      findAll(
        workspace,
        'allocations',
        (held) => held.childRef === childRef && held.staffRef === staffId && held.to === '',
      ).length === 0,
  );
  const writes = await Promise.all(
    unknown.map(async ({ childRef, staffId, from, to }) => {
      const id = await workspace.vault.referenceId('allocation', `${childRef} ${staffId} ${from}`);
      // Ended here by a person: the directory has not heard of it yet.
      if (workspace.set.find('allocations', id)) return [];
      return [
        created('allocations', id, {
          ...{ childRef: childRef as ChildRef, staffRef: staffId as StaffRef }, // the council’s own references
          ...{ from, to: to ?? '', allocatedAt: from },
        }),
      ];
    }),
  );
  return writes.flat();
}
