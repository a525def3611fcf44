import { openActionsOf } from '#domain/actions/child-actions.ts';
import { assert } from '#domain/assert.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import type { ChildAction } from '#domain/records/action.ts';
import { HandoverNote } from '#domain/records/handover-note.ts';
import { staffActionsToReview } from '#domain/staff-file/staff-actions.ts';
import {
  buildHandoverNote,
  type HandoverFacts,
  missingForHandover,
} from '#domain/supervision/handover-note.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { agreementState } from '#storage/agreement/agreement-reads.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { pendingEntriesOf } from '#storage/entries/pending-entries.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findStaff, myName, profileOf, settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { unfinishedOf } from './supervisee-unfinished.ts';

/** The note that is being written, or the newest that was. */
export const handoverNoteOf = (
  workspace: Pick<Workspace, 'set'>,
  superviseeRef: string,
): OpenRecord<'handoverNotes'> | undefined =>
  findAll(workspace, 'handoverNotes', (note) => note.superviseeRef === superviseeRef)
    .toSorted((a, b) => (a.body.createdAt < b.body.createdAt ? -1 : 1))
    .at(-1);

/** Begins the note, where none is being written. */
export async function beginHandoverNote(
  workspace: Workspace,
  superviseeRef: StaffRef,
): Promise<void> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const { me } = settingsOf(workspace);
  await workspace.change(() => {
    if (handoverNoteOf(workspace, superviseeRef)?.body.finalisedAt === '') return [];
    const about = { id, superviseeRef, supervisorRef: me };
    const note = HandoverNote.parse({ ...about, createdAt: workspace.now, createdBy: me });
    return [created('handoverNotes', id, note)];
  });
}

/** What the note lists: outstanding actions, pending decisions, agreement, next date (A1). */
export function handoverFacts(workspace: Workspace, superviseeRef: StaffRef): HandoverFacts {
  const staff = findStaff(workspace, superviseeRef)?.body;
  assert(staff, `no entry for ${superviseeRef}`);
  const due = workerDueOf(workspace, staff);
  return {
    supervisee: staff.name,
    supervisor: myName(workspace),
    actions: [...childActions(workspace, superviseeRef), ...ownActions(workspace, superviseeRef)],
    decisions: decisions(workspace, superviseeRef),
    agreement: agreementWords(workspace, superviseeRef),
    nextDate: nextDate(workspace, superviseeRef),
    nextDue: due.outcome === 'due' ? due.words : due.why,
    unfinished: unfinishedOf(workspace, superviseeRef).map(({ what }) => what),
    policy: profileOf(workspace).source.label,
    synthetic: settingsOf(workspace).synthetic,
  };
}

const referenceOf = ({ reference }: { readonly reference: string }) =>
  reference === '' ? 'A child without a reference' : reference;

type ListedAction = Pick<ChildAction, 'id' | 'what' | 'owner' | 'byWhen' | 'dueOn'>;

const childActions = (workspace: Workspace, staffRef: StaffRef): HandoverFacts['actions'] =>
  openChildren(workspace, staffRef).flatMap((child) =>
    openActionsOf(
      child.ref,
      bodies(workspace, 'childActions'),
      bodies(workspace, 'childActionEvents'),
    ).map(({ action, carried }) => ({ ...asListed(action), child: referenceOf(child), carried })),
  );

const ownActions = (workspace: Workspace, staffRef: StaffRef): HandoverFacts['actions'] =>
  staffActionsToReview(
    staffRef,
    () => true,
    bodies(workspace, 'staffActions'),
    bodies(workspace, 'staffActionEvents'),
  ).map(({ action, carried }) => ({ ...asListed(action), child: '', carried }));

/** "2 weeks" means nothing to whoever reads it later: the date that was meant, where one was. */
function asListed({ id, what, owner, byWhen, dueOn }: ListedAction) {
  const due = parseCalendarDate(dueOn);
  return { id, what, owner, byWhen: due ? formatDate(due) : byWhen };
}

const decisions = (workspace: Workspace, staffRef: StaffRef): HandoverFacts['decisions'] =>
  openChildren(workspace, staffRef).flatMap((child) =>
    pendingEntriesOf(workspace, child.ref, todayIn(workspace)).map(({ decision }) => ({
      id: decision.id,
      child: referenceOf(child),
      on: `${decision.heading}, ${formatDate(dayOf(decision.decidedAt))}`,
      text: decision.text,
    })),
  );

function agreementWords(workspace: Workspace, staffRef: StaffRef): string {
  const state = agreementState(workspace, staffRef);
  switch (state.status) {
    case 'none':
      return 'No agreement was made.';
    case 'inForce':
      return `In force since ${formatDate(state.since)}.`;
    case 'reviewDue':
      return `In force since ${formatDate(state.since)}. Review by ${formatDate(state.on)}.`;
    case 'signedByOne':
      return `Signed by the ${state.who} alone.`;
    case 'draft':
    case 'twoVersions':
      return 'Written, and not signed by both.';
  }
}

function nextDate(workspace: Workspace, staffRef: StaffRef): string {
  const [next] = bodies(workspace, 'sessions')
    .filter(({ status, superviseeRef }) => status === 'planned' && superviseeRef === staffRef)
    .map(({ plannedFor }) => parseCalendarDate(plannedFor))
    .filter((on) => on !== undefined)
    .toSorted();
  return next ? `Planned for ${formatLongDate(next)}.` : 'No date is planned.';
}

/** What the note in hand still needs, as it is in the form. */
export const missingForNoteOf = (workspace: Workspace, note: HandoverNote): readonly Missing[] =>
  missingForHandover({
    note,
    facts: handoverFacts(workspace, note.superviseeRef),
    at: workspace.now,
    by: myName(workspace),
  });

export type HandoverNoteOutcome =
  | { readonly outcome: 'finalised' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** Finalises the note: its canonical text is the stored body from now on. Throws StorageError. */
export async function finaliseHandoverNote(
  workspace: Workspace,
  noteId: string,
): Promise<HandoverNoteOutcome> {
  let outcome: HandoverNoteOutcome = { outcome: 'finalised' };
  await workspace.change(() => {
    const record = workspace.set.find('handoverNotes', noteId);
    assert(record, `no handover note ${noteId}`);
    if (workspace.queue.unsaved(noteId)) {
      throw new StorageError('failed', `note ${noteId} has text that is not saved yet`);
    }
    if (record.body.finalisedAt !== '') return [];
    const { superviseeRef } = record.body;
    const facts = handoverFacts(workspace, superviseeRef);
    const question = { note: record.body, facts, at: workspace.now, by: myName(workspace) };
    const built = buildHandoverNote(question);
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised' };
    if (built.outcome === 'missing') return [];
    return [{ ...updated(record, built.note, 'final'), text: built.text }];
  });
  return outcome;
}
