import { assert } from '#domain/assert.ts';
import type { RecordId } from '#domain/ids.ts';
import type { StaffAmendment } from '#domain/records/staff-amendment.ts';
import { myRefs } from '#storage/agreeing/agreeing-reads.ts';
import { handedOverRecord } from '#storage/handover/handed-over.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import { findSignable } from '#storage/signing/signable-records.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';

type Reads = Pick<Workspace, 'set'>;

/** Corrections of one finished record of the supervision file, oldest first. */
export const staffAmendmentsOf = (workspace: Reads, recordId: string): readonly StaffAmendment[] =>
  bodies(workspace, 'staffAmendments')
    .filter((amendment) => amendment.recordId === recordId)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

/**
 * SIGN9: a finished record of the supervision file is corrected by whoever supervises, and never by the
 * person it is about: she answers it in words of her own. A correction is not corrected, another one follows.
 */
export function mayAmendStaffRecord(
  workspace: Pick<Workspace, 'set' | 'now'>,
  recordId: string,
): boolean {
  const found = findSignable(workspace, recordId);
  if (found?.file !== 'staff' || found.record.collection === 'staffAmendments') return false;
  if (handedOverRecord(workspace, recordId) !== undefined) return false; // HAND20
  return !myRefs(workspace).includes(found.superviseeRef);
}

/** A dated correction by me, with its reason. The finished record stays as it was. Throws StorageError. */
export async function amendStaffRecord(
  workspace: Workspace,
  recordId: string,
  { text, reason }: Pick<StaffAmendment, 'text' | 'reason'>,
): Promise<RecordId> {
  const found = findSignable(workspace, recordId);
  assert(found && mayAmendStaffRecord(workspace, recordId), `${recordId} is not corrected here`);
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const amendment: StaffAmendment = {
    id,
    file: 'staff',
    recordId: found.record.id as RecordId, // the id of a stored record
    recordHash: await sha256(found.record.text),
    superviseeRef: found.superviseeRef,
    ...{ text, reason },
    at: workspace.now,
    by: myName(workspace),
    byRef: settingsOf(workspace).me,
  };
  await workspace.change(() => [created('staffAmendments', id, amendment)]);
  return id;
}
