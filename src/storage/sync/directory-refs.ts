import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

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
    readonly aliases?: readonly string[] | undefined;
  }[];
  readonly allocations: readonly {
    readonly childRef: string;
    readonly staffId: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Whether these records are of that person, by any reference they are known by here or there (DIR5). */
export function isOfPerson(
  workspace: Workspace,
  { id, aliases = [] }: Pick<DirectoryPerson, 'id' | 'aliases'>,
): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return [me as string, ...alsoMe].some((ref) => ref === id || aliases.includes(ref));
}

/**
 * The directory with the references of this device, where it lists one of them as an alias: so that nobody
 * stands on a list twice (DIR5).
 */
export function inOwnRefs(workspace: Workspace, directory: DirectoryNow): DirectoryNow {
  const { person } = directory;
  const staffRefs = new Map<string, string>();
  for (const { id, aliases = [] } of [person, ...directory.staff]) {
    const own = findStaff(workspace, id) ? id : aliases.find((ref) => findStaff(workspace, ref));
    staffRefs.set(id, own ?? id);
  }
  const childRefs = new Map<string, string>();
  for (const { ref, aliases = [] } of directory.children) {
    const own = findChild(workspace, ref)
      ? ref
      : aliases.find((each) => findChild(workspace, each));
    childRefs.set(ref, own ?? ref);
  }
  if (isOfPerson(workspace, person)) staffRefs.set(person.id, settingsOf(workspace).me);
  const staff = (id: string) => staffRefs.get(id) ?? id;
  const child = (ref: string) => childRefs.get(ref) ?? ref;
  return {
    person: { ...person, id: staff(person.id) },
    staff: directory.staff.map((one) => ({ ...one, id: staff(one.id) })),
    supervises: directory.supervises.map((one) => ({
      ...one,
      supervisorId: staff(one.supervisorId),
      superviseeId: staff(one.superviseeId),
    })),
    children: directory.children.map((one) => ({ ...one, ref: child(one.ref) })),
    allocations: directory.allocations.map((one) => ({
      ...one,
      childRef: child(one.childRef),
      staffId: staff(one.staffId),
    })),
  };
}
