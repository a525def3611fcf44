import {
  type Agreeing,
  agreeingState,
  type FinishedText,
  mayAnswer,
  mayEndWait,
} from '#domain/agreeing/agreeing.ts';
import { asAnswerRead } from '#domain/keeping/stubs.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { staffStubs } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** A finished text with the record that it is. */
export interface Finished extends FinishedText {
  readonly record: OpenRecord<'childRecords'> | OpenRecord<'childAmendments'> | OpenRecord<'notes'>;
}

/**
 * Hashes of stored texts, each worked out once: an open record is never changed, only replaced. Screens
 * cannot wait for one, so until `hashFinished` has answered a text is told by its id alone.
 */
export const hashes = new WeakMap<OpenRecord, string>();

/** Everything finalised in an ended session, oldest first (ANSWER1). */
export function finishedIn(workspace: Reads, sessionId: string): readonly Finished[] {
  if (findSession(workspace, sessionId)?.body.status !== 'ended') return [];
  const records = findAll(workspace, 'childRecords', (each) => each.sessionId === sessionId);
  const ids = new Set<string>(records.map(({ id }) => id));
  const amendments = findAll(workspace, 'childAmendments', ({ recordId }) => ids.has(recordId));
  const note = noteOf(workspace, sessionId);
  return [
    ...records.map((record) => finished(record, record.body.finalisedAt)),
    ...amendments.map((record) => finished(record, record.body.at)),
    ...(note && note.body.finalisedAt !== '' ? [finished(note, note.body.finalisedAt)] : []),
  ].toSorted((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1));
}

const finished = (record: Finished['record'], finishedAt: string): Finished => ({
  id: record.id,
  hash: hashes.get(record),
  finishedAt,
  record,
});

/** The practitioner's answers to one session's records, drafts too, and what stayed of removed ones (KEEP7). */
export function responsesTo(workspace: Reads, sessionId: string): readonly RecordResponse[] {
  return [
    ...bodies(workspace, 'responses').filter(
      (each): each is RecordResponse => each.kind === 'record' && each.sessionId === sessionId,
    ),
    ...staffStubs(workspace, 'answer').flatMap((stub) =>
      stub.sessionId === sessionId ? (asAnswerRead(stub) ?? []) : [],
    ),
  ];
}

export function agreeingOf(workspace: Reads, session: Session): Agreeing {
  return agreeingState({
    texts: finishedIn(workspace, session.id),
    responses: responsesTo(workspace, session.id),
    session,
    holidays: holidaysOf(workspace),
  });
}

/** Every reference that I am known by, here and on other devices. */
export function myRefs(workspace: Reads): readonly string[] {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe];
}

export interface AwaitingAgreement {
  readonly session: Session;
  readonly state: Extract<Agreeing, { readonly since: string }>;
  /** I am the one who answers; otherwise I am the one who waits. */
  readonly isMine: boolean;
}

/** Sessions whose records wait for an answer, longest first, for the practitioner and the supervisor. */
export function sessionsAwaitingAgreement(workspace: Reads): readonly AwaitingAgreement[] {
  const mine = myRefs(workspace);
  return bodies(workspace, 'sessions')
    .filter((session) => mayAnswer(session, mine) || mayEndWait(session, mine))
    .flatMap((session) => {
      const state = agreeingOf(workspace, session);
      if (state.status !== 'waiting' && state.status !== 'waitingAgain') return [];
      return [{ session, state, isMine: mayAnswer(session, mine) }];
    })
    .toSorted((a, b) => (a.state.since < b.state.since ? -1 : 1));
}
