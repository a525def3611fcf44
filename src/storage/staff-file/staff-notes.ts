import { assert } from '#domain/assert.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { WorkerDue } from '#domain/due/worker-due.ts';
import {
  buildStaffRecord,
  missingForNote,
  type NoteQuestion,
} from '#domain/finalise/finalise-note.ts';
import { type CaseCoverage, caseCoverage } from '#domain/notes/case-coverage.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Session } from '#domain/records/session.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { accountFor } from '#domain/session/end-session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { workerDueAfter } from '#storage/agenda/due.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { groupsBeforeSession } from '#storage/group/groups-attended.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { responseBefore } from '#storage/preparation/preparation-reads.ts';
import { gapBeforeSession } from '#storage/session/gaps.ts';
import { discussionsOf, findSession, noteOf } from '#storage/session/session-reads.ts';
import { findStaff, myName, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn, updated } from '#storage/writes.ts';
import { staffAgreedWrites, staffReviewFor } from './staff-actions.ts';

export type FinaliseNoteOutcome =
  | { readonly outcome: 'finalised' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** ALL or a sample: while the session goes on from the discussions, then from how it ended (NOTE6). */
export function coverageOf(workspace: Workspace, session: Session): CaseCoverage {
  const hasEnded = session.status === 'ended';
  const discussions = discussionsOf(workspace, session.id).map(({ body }) => body);
  const accounts = hasEnded ? session.accounts : accountFor(session, discussions).accounts;
  return caseCoverage(accounts, { hasEnded });
}

/** When supervision is next due after this session; undefined where nothing says. */
export function nextDueAfter(
  workspace: Workspace,
  session: Session,
  type: StaffNote['sessionType'],
): WorkerDue | undefined {
  const staff = findStaff(workspace, session.superviseeRef)?.body;
  const due = staff && workerDueAfter(workspace, staff, session, type);
  return due?.outcome === 'due' ? due : undefined;
}

/** Finalised notes of this person from before this session, newest first. */
export function earlierNotes(
  workspace: Pick<Workspace, 'set'>,
  { id, superviseeRef }: Session,
): readonly StaffNote[] {
  return bodies(workspace, 'notes')
    .filter((note) => note.superviseeRef === superviseeRef && note.sessionId !== id)
    .filter(({ finalisedAt }) => finalisedAt !== '')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** By the council's reference: the notes name no child (0.1 rule 3). The reasons for a depth stay out. */
function agendaAgreedOf(workspace: Workspace, { agendaAgreedAt, agreedAgenda }: Session) {
  if (agendaAgreedAt === '') return undefined;
  const items = agreedAgenda.map(({ childRef, depth }) => {
    const child = findChild(workspace, childRef)?.body;
    return { reference: child?.reference || 'reference not known yet', depth };
  });
  return { at: agendaAgreedAt, items };
}

/** SUPV4: whoever has the cases alone is asked for nothing of personal supervision. */
function askedOfNotes(
  workspace: Workspace,
  { superviseeRef, supervisorRef }: Session,
  profile: PolicyProfile,
): Pick<NoteQuestion, 'profile' | 'stage'> {
  const staff = findStaff(workspace, superviseeRef)?.body;
  const isCase = staff && kindOfMine(staff, [supervisorRef], todayIn(workspace)) === 'case';
  return isCase ? { profile: withoutPersonal(profile) } : { profile, stage: staff?.stage };
}

function withoutPersonal(profile: PolicyProfile): PolicyProfile {
  if (!profile.session) return profile;
  const { fourAspectsRequired: _, threePsBalanceOver: __, ...session } = profile.session;
  return { ...profile, session };
}

function questionOf(workspace: Workspace, session: Session, note: StaffNote): NoteQuestion {
  const meetingOn = sessionDate(session) ?? todayIn(workspace);
  const policy = profileVersionOn(workspace, meetingOn);
  return {
    note,
    at: workspace.now,
    by: myName(workspace),
    supervisor: staffName(workspace, session.supervisorRef),
    supervisee: staffName(workspace, session.superviseeRef),
    meetingOn,
    coverage: coverageOf(workspace, session),
    gap: gapBeforeSession(workspace, session),
    toReview: staffReviewFor(workspace, session),
    response: responseBefore(workspace, session),
    nextDue: nextDueAfter(workspace, session, note.sessionType)?.words ?? '',
    // Of one held on paper the day is known and not the hour (SESS6).
    sittings: session.heldOn
      ? []
      : session.sittings.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt })),
    agendaAgreed: agendaAgreedOf(workspace, session),
    groupsAttended: [...groupsBeforeSession(workspace, session)],
    organisation: settingsOf(workspace).organisation,
    ...askedOfNotes(workspace, session, policy.profile),
    policySha256: policy.sha256,
    holidays: holidaysOf(workspace),
    synthetic: settingsOf(workspace).synthetic,
  };
}

/** What the personal notes of a session still need before they can be finalised. */
export function missingForNotes(workspace: Workspace, sessionId: string): readonly Missing[] {
  const session = findSession(workspace, sessionId)?.body;
  const note = noteOf(workspace, sessionId)?.body;
  if (!session || !note || note.finalisedAt !== '') return [];
  return missingForNote(questionOf(workspace, session, note));
}

/**
 * Finalises the personal notes of a session: the canonical text of the StaffRecord becomes the row's body
 * and is never written again; the draft is kept as a version. Throws StorageError, also where text of the
 * draft could not be saved first.
 */
export async function finaliseNote(
  workspace: Workspace,
  sessionId: string,
): Promise<FinaliseNoteOutcome> {
  let outcome: FinaliseNoteOutcome = { outcome: 'finalised' };
  await workspace.change(() => {
    const record = noteOf(workspace, sessionId);
    const session = findSession(workspace, sessionId)?.body;
    assert(record && session, `no notes of session ${sessionId}`);
    if (workspace.queue.unsaved(record.id)) {
      // A finished record is read only: text that is not on disk now would be left out of it for good.
      throw new StorageError('failed', `notes ${record.id} have text that is not saved yet`);
    }
    if (record.body.finalisedAt !== '') return [];
    const built = buildStaffRecord(questionOf(workspace, session, record.body));
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised' };
    if (built.outcome === 'missing') return [];
    return [
      { ...updated(record, built.record, 'final'), text: built.text },
      ...staffAgreedWrites(workspace, session),
    ];
  });
  return outcome;
}
