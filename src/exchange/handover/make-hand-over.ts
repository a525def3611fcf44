import { assert } from '#domain/assert.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff } from '#domain/records/staff.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { exchangedWith } from '#storage/handover/exchanged.ts';
import { finaliseHandoverNote } from '#storage/handover/handover-notes.ts';
import { handedOver } from '#storage/handover/supervision.ts';
import { findStaff, myRefsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { colleagueNamed } from './colleagues.ts';
import type { About } from './handover-body.ts';
import { handoverOf, type MadeHandover, makeFile } from './make-handover.ts';
import { rowsForSupervisee } from './rows-for-supervisee.ts';

/**
 * The file by which a supervisee goes to another supervisor (HAND16), with the note that goes with it. Made
 * again it holds what was finished since. Throws StorageError; there is no file then.
 */
export async function makeHandOver(
  workspace: Workspace,
  { superviseeRef, noteId }: { readonly superviseeRef: StaffRef; readonly noteId: string },
  derive: DeriveFromPassphrase,
): Promise<MadeHandover> {
  const { outcome } = await finaliseHandoverNote(workspace, noteId);
  const note = workspace.set.find('handoverNotes', noteId)?.body;
  assert(outcome === 'finalised' && note, `note ${noteId} is not ready`);
  const otherRef = await colleagueNamed(workspace, note.toName);
  return makeFile(workspace, derive, async (file) => {
    const staff = findStaff(workspace, superviseeRef)?.body;
    assert(staff, `no entry for ${superviseeRef}`);
    const before = exchangedWith(workspace, otherRef);
    const rows = rowsForSupervisee(workspace, { staffRef: superviseeRef, before });
    const about = [aboutOf(workspace, staff)];
    const contents = { kind: 'handOver', otherRef, file, rows } as const;
    return { otherRef, handover: handoverOf(workspace, contents, { about }) };
  });
}

/** The part of this person's supervision that is mine, and who has the rest. */
export function aboutOf(workspace: Workspace, staff: Staff): About {
  const mine = myRefsOf(workspace);
  // Once she is handed over none of it is mine: another file is about the part that went.
  const gone = handedOver(workspace).find((each) => each.staff.ref === staff.ref);
  return {
    ref: staff.ref,
    name: staff.name,
    kind: gone?.relation.kind ?? kindOfMine(staff, mine, todayIn(workspace)),
    others: (staff.supervisedBy ?? []).filter(
      ({ supervisorRef, coverFor }) => !mine.includes(supervisorRef) && coverFor === '',
    ),
  };
}
