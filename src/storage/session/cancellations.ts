import { assert } from '#domain/assert.ts';
import { missingToCancel, readRearranged } from '#domain/cancellations/cancellation-missing.ts';
import { carriedOver, isUntouched } from '#domain/cancellations/carried-over.ts';
import {
  buildCancellation,
  type CancellationQuestion,
} from '#domain/cancellations/finalise-cancellation.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { RecordId } from '#domain/ids.ts';
import { CancellationRecord } from '#domain/records/cancellation.ts';
import { Session } from '#domain/records/session.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import type { Write } from '#storage/save.ts';
import { myName, profileOf, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, todayIn, updated } from '#storage/writes.ts';
import {
  cancellationOfSession,
  childrenDue,
  coverFacts,
  mayCancel,
} from './cancellations-reads.ts';
import { findSession } from './session-reads.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/**
 * Cancels a planned session: it is not held and loses nothing that is in it. Why, and what becomes of it,
 * is written beside it, then or later. Put back before, it goes on with what was typed then. Throws
 * StorageError.
 */
export async function cancelSession(workspace: Workspace, sessionId: string): Promise<void> {
  const id = newRecordId(workspace);
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    if (session?.body.status !== 'planned' || !mayCancel(workspace, session.body)) return [];
    const cancelled: Session = { ...session.body, status: 'cancelled' };
    const held = cancellationOfSession(workspace, sessionId);
    const on = { cancelledOn: formatDate(todayIn(workspace)), plannedFor: cancelled.plannedFor };
    return [
      updated(session, cancelled, 'replaced'),
      // One that is recorded is never written again (CANCEL7).
      held?.body.finalisedAt === ''
        ? updated(held, { ...held.body, ...on, putBackAt: '' })
        : created('cancellations', id, newCancellation(workspace, cancelled, { id, ...on })),
    ];
  });
}

function newCancellation(
  workspace: Workspace,
  { id: sessionId, superviseeRef, supervisorRef }: Session,
  more: Partial<CancellationRecord>,
): CancellationRecord {
  return CancellationRecord.parse({
    ...{ kind: 'session', sessionId, superviseeRef, supervisorRef },
    cancelledBy: myName(workspace),
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
    ...more,
  });
}

export type PutBack =
  | { readonly outcome: 'putBack' }
  | { readonly outcome: 'refused'; readonly why: string };

/**
 * It takes place after all: only while the cancellation is not recorded, whose text never changes (CANCEL7). What
 * was typed stays. Throws StorageError.
 */
export async function putBackSession(workspace: Workspace, sessionId: string): Promise<PutBack> {
  let outcome: PutBack = { outcome: 'refused', why: 'This session is not cancelled.' };
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    const record = cancellationOfSession(workspace, sessionId);
    if (session?.body.status !== 'cancelled' || !record) return [];
    if (record.body.finalisedAt !== '') {
      const why = 'This cancellation is recorded and stays as it is. Plan another session instead.';
      outcome = { outcome: 'refused', why };
      return [];
    }
    outcome = { outcome: 'putBack' };
    return [
      updated(session, { ...session.body, status: 'planned' }, 'replaced'),
      updated(record, { ...record.body, putBackAt: workspace.now }, 'replaced'),
    ];
  });
  return outcome;
}

function questionOf(
  workspace: Workspace,
  record: CancellationRecord,
): Omit<CancellationQuestion, 'newSessionId'> {
  const today = todayIn(workspace);
  const planned = parseCalendarDate(record.plannedFor) ?? today;
  const policy = profileVersionOn(workspace, planned);
  return {
    record,
    today,
    profile: policy.profile,
    policySha256: policy.sha256,
    cover: coverFacts(workspace, record.superviseeRef, { from: planned, to: planned }),
    children: childrenDue(workspace, record.superviseeRef),
    at: workspace.now,
    by: myName(workspace),
    supervisor: staffName(workspace, record.supervisorRef),
    supervisee: staffName(workspace, record.superviseeRef),
    synthetic: settingsOf(workspace).synthetic,
  };
}

/** What is still missing of what is in the form now. */
export const missingForCancelled = (
  workspace: Workspace,
  record: CancellationRecord,
): readonly Missing[] => missingToCancel(questionOf(workspace, record));

export type CancellationOutcome =
  | { readonly outcome: 'recorded'; readonly newSessionId: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/**
 * Records a cancellation for good: its text is fixed, the session knows whether the reason was exceptional,
 * and the session on the new day is planned, in one transaction. Asked twice it answers with what it made.
 * Throws StorageError, also where text could not be saved first.
 */
export async function recordCancellation(
  workspace: Workspace,
  id: string,
): Promise<CancellationOutcome> {
  const freshId = newRecordId(workspace);
  let outcome: CancellationOutcome = { outcome: 'missing', missing: [] };
  await workspace.change(() => {
    const record = workspace.set.find('cancellations', id);
    const session = record && findSession(workspace, record.body.sessionId);
    assert(record && session, `no cancellation ${id} with its session`);
    if (workspace.queue.unsaved(id))
      throw new StorageError('failed', `cancellation ${id} has text that is not saved yet`);
    if (record.body.finalisedAt !== '') {
      outcome = { outcome: 'recorded', newSessionId: record.body.newSessionId };
      return [];
    }
    const next = sessionOnNewDay(workspace, session.body, record.body, freshId);
    const built = buildCancellation({
      ...questionOf(workspace, record.body),
      newSessionId: next?.id,
    });
    if (built.outcome === 'missing') {
      outcome = built;
      return [];
    }
    outcome = { outcome: 'recorded', newSessionId: next?.id ?? '' };
    const { exceptional: cancelledExceptionally } = built;
    return [
      { ...updated(record, built.record, 'final'), text: built.text },
      updated(session, { ...session.body, cancelledExceptionally }),
      ...(next?.writes ?? []),
    ];
  });
  return outcome;
}

/**
 * The session on the new day. One that is planned for it already is it, and takes over only where nothing
 * was put into it yet; the agenda of the cancelled one stays where it is in either case (CANCEL9).
 */
function sessionOnNewDay(
  workspace: Workspace,
  cancelled: Session,
  record: CancellationRecord,
  freshId: RecordId,
): { readonly id: RecordId; readonly writes: readonly Write[] } | undefined {
  const read = readRearranged(record, todayIn(workspace));
  if (read.outcome !== 'read') return undefined;
  const { superviseeRef, supervisorRef } = cancelled;
  const [planned] = findAll(
    workspace,
    'sessions',
    (each) =>
      each.status === 'planned' &&
      each.plannedFor === read.date &&
      each.superviseeRef === superviseeRef &&
      each.supervisorRef === supervisorRef,
  );
  if (planned) {
    const writes = isUntouched(planned.body)
      ? [updated(planned, { ...planned.body, ...carriedOver(cancelled) })]
      : [];
    return { id: planned.body.id, writes };
  }
  const body = Session.parse({
    ...carriedOver(cancelled),
    ...{ id: freshId, superviseeRef, supervisorRef, status: 'planned', plannedFor: read.date },
    profileId: profileOf(workspace).id,
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
  });
  return { id: freshId, writes: [created('sessions', freshId, body)] };
}
