import { type ChildRef, isLocalRef, type StaffRef } from '#domain/ids.ts';
import { addedChild } from '#domain/list-changes.ts';
import { emptyFacts } from '#domain/records/child.ts';
import { Staff } from '#domain/records/staff.ts';
import { findChild } from './caseload-reads.ts';
import type { Write } from './save.ts';
import { findSettings, findStaff, settingsOf, staffWrite } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { created, findAll, todayIn, updated } from './writes.ts';

/** Whom the council’s directory says that I work with today. */
export interface DirectoryNow {
  readonly person: DirectoryPerson;
  readonly staff: readonly DirectoryPerson[];
  readonly supervises: readonly {
    readonly supervisorId: string;
    readonly superviseeId: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly children: readonly {
    readonly ref: string;
    readonly name: string;
    readonly dateOfBirth: string;
  }[];
  readonly allocations: readonly {
    readonly childRef: string;
    readonly staffId: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Whether these records are of that person, by any reference they are known by here. */
export function isOfPerson(workspace: Workspace, { id }: { readonly id: string }): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return id === me || alsoMe.includes(id);
}

/**
 * Records that were begun by hand under a reference of this device, and hold nothing yet that is sent, take
 * the directory’s reference of whoever signed in under the same name (DIR3). False where they are another's.
 */
export async function becomePerson(
  workspace: Workspace,
  person: DirectoryPerson,
): Promise<boolean> {
  const { me } = settingsOf(workspace);
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
export async function takeDirectory(workspace: Workspace, directory: DirectoryNow): Promise<void> {
  const writes = [
    ...(await staffWrites(workspace, directory)),
    ...(await childWrites(workspace, directory)),
    ...(await allocationWrites(workspace, directory)),
    ...supervisorWrites(workspace, directory),
  ];
  await workspace.change(() => writes);
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
