import type { PrintDocument } from '#exchange/print/document.ts';
import { worthLines } from '#exchange/print/evidence.ts';
import { staffFileDocument, underEach } from '#exchange/print/staff-file-document.ts';
import { broughtInDocument, childDocument } from '#exchange/text/child-exports.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import {
  childSignaturesOf,
  signedRecordOf,
  signedRecordsOf,
  staffSignaturesOf,
} from '#storage/signing/signatures.ts';
import { staffAmendmentsOf } from '#storage/staff-file/staff-amendments.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/**
 * A finished record as it stands on paper, whatever kind of file it leaves in: the same words as in print,
 * with its corrections and what its signatures are worth. Undefined for a draft, and for what is not here.
 */
export async function documentOf(
  workspace: Workspace,
  recordId: string,
): Promise<PrintDocument | undefined> {
  return (
    (await documentOfChild(workspace, recordId)) ?? (await documentOfStaff(workspace, recordId))
  );
}

/** Made by the registry of a child's exports from records of the child's file, and from nothing else. */
async function documentOfChild(
  workspace: Workspace,
  recordId: string,
): Promise<PrintDocument | undefined> {
  const { set } = workspace;
  const old = set.find('childBroughtIn', recordId)?.body;
  if (old) {
    const { synthetic } = settingsOf(workspace);
    return broughtInDocument(old, findChild(workspace, old.childRef)?.body, synthetic);
  }
  const record = set.find('childRecords', recordId) ?? set.find('childEntries', recordId);
  if (!record) return undefined;
  const input = {
    record: record.body,
    amendments: amendmentsOf(workspace, recordId),
    marks: bodies(workspace, 'childMarks'),
    signatures: await childSignaturesOf(workspace, recordId),
  };
  return childDocument(input, worthLines(await signedRecordOf(workspace, recordId)));
}

async function documentOfStaff(
  workspace: Workspace,
  recordId: string,
): Promise<PrintDocument | undefined> {
  const amendments = staffAmendmentsOf(workspace, recordId).map(({ id }) => id);
  const corrections = await signedRecordsOf(workspace, amendments);
  return staffFileDocument(workspace, recordId, {
    signatures: await staffSignaturesOf(workspace, recordId),
    worth: worthLines(await signedRecordOf(workspace, recordId)),
    signaturesUnder: underEach(corrections),
  });
}
