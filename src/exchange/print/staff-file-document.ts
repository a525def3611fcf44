import { finalOfCancellation } from '#domain/records/cancellation.ts';
import { finalMonitoring } from '#domain/records/monitoring.ts';
import { finalObservation } from '#domain/records/observation.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { cancellationBlocks } from '#exchange/text/cancellation-text.ts';
import { entitlementBlocks, entitlementHeading } from '#exchange/text/entitlement-text.ts';
import { monitoringBlocks } from '#exchange/text/monitoring-text.ts';
import { observationBlocks } from '#exchange/text/observation-text.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import type { SignedRecord } from '#storage/signing/signatures.ts';
import { staffAmendmentsOf } from '#storage/staff-file/staff-amendments.ts';
import type { Workspace } from '#storage/workspace.ts';
import { broughtInParts } from './brought-in-document.ts';
import type { PrintDocument } from './document.ts';
import { evidenceLines } from './evidence.ts';
import { groupDocument } from './group-document.ts';
import { handoverNoteDocument } from './handover-note-document.ts';
import { initialsOf } from './initials.ts';
import { type BesideText, notesDocument, staffDocument } from './staff-document.ts';

/** What checking the signatures found, which cannot be waited for while a page is drawn. */
export interface FoundOut extends Pick<BesideText, 'signaturesUnder' | 'worth'> {
  readonly signatures?: readonly Checked<StaffSignature>[];
}

/** Signatures under a text, by its id. */
export const underEach =
  (checked: readonly SignedRecord[]) =>
  (recordId: string): readonly Checked[] =>
    checked.find(({ text }) => text.recordId === recordId)?.signatures ?? [];

/**
 * Whatever stands on the supervision file under this id, on paper; undefined for a draft. The one way for
 * such a text onto paper and into a file, so that both have the same words, corrections and signatures.
 */
export function staffFileDocument(
  workspace: Workspace,
  recordId: string,
  { signatures = [], ...foundOut }: FoundOut = {},
): PrintDocument | undefined {
  const { set } = workspace;
  const beside = { ...foundOut, amendments: staffAmendmentsOf(workspace, recordId) };

  const note = set.find('notes', recordId)?.body;
  if (note) {
    const supervisee = staffName(workspace, note.superviseeRef);
    return notesDocument({ ...beside, note, supervisee, signatures });
  }
  const observed = set.find('observations', recordId)?.body;
  const observation = observed && finalObservation(observed);
  if (observation)
    return staffDocument({
      ...beside,
      blocks: observationBlocks(observation, signatures),
      title: observation.heading,
      about: observation.supervisee,
      evidence: evidenceLines(observation),
    });
  const filled = set.find('monitoring', recordId)?.body;
  const monitoring = filled && finalMonitoring(filled);
  if (monitoring)
    return staffDocument({
      ...beside,
      blocks: monitoringBlocks(monitoring, signatures),
      title: monitoring.heading,
      about: monitoring.supervisee,
      evidence: evidenceLines(monitoring),
    });
  const cancelled = set.find('cancellations', recordId)?.body;
  const cancellation = cancelled && finalOfCancellation(cancelled);
  if (cancellation)
    return staffDocument({
      ...beside,
      blocks: cancellationBlocks(cancellation, referenceIn(workspace), signatures),
      title: cancellation.heading,
      about: cancellation.supervisee,
      evidence: evidenceLines(cancellation),
    });
  const handedOver = set.find('handoverNotes', recordId)?.body;
  if (handedOver) return handoverNoteDocument({ ...beside, note: handedOver, signatures });
  const group = set.find('groups', recordId)?.body;
  if (group) return groupDocument(workspace, group);
  return broughtInOfStaff(workspace, recordId) ?? entitlementDocument(workspace, recordId);
}

function broughtInOfStaff(workspace: Workspace, recordId: string): PrintDocument | undefined {
  const record = workspace.set.find('staffBroughtIn', recordId)?.body;
  if (!record) return undefined;
  const name = staffName(workspace, record.superviseeRef);
  const { synthetic } = settingsOf(workspace);
  const parts = broughtInParts(record, { label: 'Supervisee', name, synthetic });
  return parts && { ...parts, file: 'staff', reference: initialsOf(name) };
}

/** Children by the council's reference: no name stands on the supervision file. */
const referenceIn = (workspace: Workspace) => (childRef: string) =>
  findChild(workspace, childRef)?.body.reference || 'reference not known yet';

/** The one text of the file that nobody finalises: it says so. */
function entitlementDocument(workspace: Workspace, recordId: string): PrintDocument | undefined {
  const record = workspace.set.find('entitlements', recordId)?.body;
  if (!record) return undefined;
  const supervisee = staffName(workspace, record.superviseeRef);
  const supervisor = staffName(workspace, record.supervisorRef);
  const { synthetic } = settingsOf(workspace);
  return staffDocument({
    blocks: entitlementBlocks({ record, supervisee, supervisor, synthetic }),
    title: entitlementHeading,
    about: supervisee,
    evidence: ['It can be written on for as long as it is needed: it is not finalised or signed.'],
  });
}
