import { assert } from '#domain/assert.ts';
import { familyKeyOf, isOpenOn } from '#domain/caseload/caseload.ts';
import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { buildChildRecord, missingForRecord } from '#domain/finalise/finalise.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import { preparedPart } from '#domain/preparation/preparation.ts';
import type { ChildAmendment, ChildMark } from '#domain/records/child-record.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import type { Session } from '#domain/records/session.ts';
import { discussedOn } from '#domain/session/session-days.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { revisitsFor } from '#storage/entries/pending-entries.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { preparationBesideSession } from '#storage/preparation/preparation-reads.ts';
import { agreedWrites } from '#storage/session/agreed-writes.ts';
import { gapLineFor } from '#storage/session/gaps.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import { findPart, findSession } from '#storage/session/session-reads.ts';
import { myName, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';

export type FinaliseOutcome =
  | { readonly outcome: 'finalised'; readonly recordId: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

function questionOf(workspace: Workspace, sessionId: string, childRef: string) {
  const found = findPart(workspace, sessionId, childRef);
  const session = findSession(workspace, sessionId)?.body;
  const child = findChild(workspace, childRef)?.body;
  assert(found && session && child, `no discussion of ${childRef} in session ${sessionId}`);
  const on = parseCalendarDate(discussedOn(found.part)) ?? todayIn(workspace);
  const policy = profileVersionOn(workspace, on);
  return {
    at: workspace.now,
    by: myName(workspace),
    child,
    siblings: bodies(workspace, 'children').filter(
      (other) =>
        other.ref !== child.ref &&
        familyKeyOf(other) === familyKeyOf(child) &&
        isOpenOn(other, todayIn(workspace)),
    ),
    discussion: found.record.body,
    part: found.part,
    toReview: reviewFor(workspace, sessionId, child.ref),
    toRevisit: revisitsFor(workspace, session, child.ref),
    supervisor: staffName(workspace, session.supervisorRef),
    practitioner: staffName(workspace, session.superviseeRef),
    profile: policy.profile,
    policySha256: policy.sha256,
    holidays: holidaysOf(workspace),
    synthetic: settingsOf(workspace).synthetic,
    gap: gapLineFor(workspace, session, child.ref, discussedOn(found.part)),
    organisation: settingsOf(workspace).organisation,
    prepared: preparedFor(workspace, session, child.ref),
  };
}

/** Part A of this child, as the practitioner shared it. */
function preparedFor(workspace: Workspace, session: Session, childRef: ChildRef) {
  const preparation = preparationBesideSession(workspace, session)?.body;
  if (!preparation) return undefined;
  const part = preparedPart(preparation, childRef);
  return { part, by: staffName(workspace, session.superviseeRef), at: preparation.sharedAt };
}

/** What a child's record still needs before it can be finalised. */
export const missingFor = (
  workspace: Workspace,
  sessionId: string,
  childRef: string,
): readonly Missing[] => missingForRecord(questionOf(workspace, sessionId, childRef));

/**
 * Finalises one child's record: its canonical text becomes the stored body and is never written again.
 * The draft is kept as a version and its part of the discussion goes read only, all in one transaction.
 * Throws StorageError, also where text of the draft could not be saved first.
 */
export async function finaliseChild(
  workspace: Workspace,
  sessionId: string,
  childRef: string,
): Promise<FinaliseOutcome> {
  const recordId = workspace.ports.newId() as RecordId; // a port makes ids
  let outcome: FinaliseOutcome = { outcome: 'missing', missing: [] };
  await workspace.change(() => {
    const found = findPart(workspace, sessionId, childRef);
    assert(found, `no discussion of ${childRef} in session ${sessionId}`);
    const { record, part } = found;
    if (workspace.queue.unsaved(record.id)) {
      // A finished record is read only: text that is not on disk now would be left out of it for good.
      throw new StorageError('failed', `discussion ${record.id} has text that is not saved yet`);
    }
    if (part.childRecordId !== '') {
      outcome = { outcome: 'finalised', recordId: part.childRecordId };
      return [];
    }
    const built = buildChildRecord({ ...questionOf(workspace, sessionId, childRef), recordId });
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised', recordId };
    if (built.outcome === 'missing') return [];
    const children = record.body.children.map((each) =>
      each === part ? { ...each, childRecordId: recordId } : each,
    );
    return [
      updated(record, { ...record.body, children }, 'final'),
      created('childRecords', recordId, built.record, built.text),
      ...agreedWrites(workspace, record.body, part),
    ];
  });
  return outcome;
}

/** A dated correction by me, with its reason. The finalised record stays as it was. */
export async function amendRecord(
  workspace: Workspace,
  record: OnChildFile,
  { text, reason }: { readonly text: string; readonly reason: string },
): Promise<void> {
  const { set } = workspace;
  const held = set.find('childRecords', record.id) ?? set.find('childEntries', record.id);
  assert(held, `no finalised record ${record.id}`);
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const amendment: ChildAmendment = {
    id,
    file: 'child',
    recordId: record.id,
    recordHash: await sha256(held.text),
    childRef: record.childRef,
    text,
    reason,
    at: workspace.now,
    by: myName(workspace),
    byRef: settingsOf(workspace).me,
  };
  await workspace.change(() => [created('childAmendments', id, amendment)]);
}

/** "Recorded in Mosaic on …", or that it was not after all. The newest mark counts. */
export async function markRecorded(
  workspace: Workspace,
  record: OnChildFile,
  mark: Pick<ChildMark, 'state' | 'on' | 'reference'>,
): Promise<void> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const { caseSystem } = settingsOf(workspace);
  await workspace.change(() => [
    created('childMarks', id, {
      ...mark,
      id,
      recordId: record.id,
      childRef: record.childRef,
      caseSystem,
      at: workspace.now,
      by: myName(workspace),
    }),
  ]);
}
