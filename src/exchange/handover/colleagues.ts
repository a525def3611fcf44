import { assert } from '#domain/assert.ts';
import type { StaffRef } from '#domain/ids.ts';
import { nameKey } from '#exchange/caseload/match-staff.ts';
import { newStaff, settingsOf, staffWrite } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/**
 * The entry of another supervisor, by the name that was typed: one that is held, or a new one that is on
 * nobody's list. Throws StorageError.
 */
export async function colleagueNamed(workspace: Workspace, typed: string): Promise<StaffRef> {
  const name = typed.trim();
  assert(name !== '', 'a colleague without a name');
  const find = () => colleagueHeld(workspace, name);
  const held = find();
  if (held) return held;
  const fresh = { ...newStaff(workspace, name, ''), colleague: true };
  const write = await staffWrite(workspace, fresh);
  await workspace.change(() => (find() ? [] : [write]));
  return find() ?? fresh.ref;
}

/** Under which reference somebody of that name is held here. */
export const colleagueHeld = (
  workspace: Pick<Workspace, 'set'>,
  name: string,
): StaffRef | undefined =>
  bodies(workspace, 'staff').find(
    (staff) => staff.ref !== settingsOf(workspace).me && nameKey(staff.name) === nameKey(name),
  )?.ref;
