import { answerTo, givenAnswers, mayAnswer, mayEndWait } from '#domain/agreeing/agreeing.ts';
import { missingInAnswer } from '#domain/agreeing/agreeing-words.ts';
import { assert } from '#domain/assert.ts';
import { RecordResponse } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import {
  agreeingOf,
  type Finished,
  finishedIn,
  hashes,
  myRefs,
  responsesTo,
} from './agreeing-reads.ts';

type Reads = Pick<Workspace, 'set'>;

/** Works out the hashes that are not known yet. True when there were any: draw again. */
export async function hashFinished(workspace: Reads, sessionId: string): Promise<boolean> {
  const unknown = finishedIn(workspace, sessionId).filter(({ hash }) => hash === undefined);
  for (const { record } of unknown) hashes.set(record, await sha256(record.text));
  return unknown.length > 0;
}

/** The one that is being written; the oldest where two tabs began one at once. */
export function findAnswerDraft(
  workspace: Reads,
  sessionId: string,
): OpenRecord<'responses'> | undefined {
  return findAll(
    workspace,
    'responses',
    (each) => each.kind === 'record' && each.sessionId === sessionId && each.answeredAt === '',
  )
    .toSorted((a, b) => (a.body.createdAt < b.body.createdAt ? -1 : 1))
    .at(0);
}

/** Finished texts of a session that no answer covers (ANSWER2), whether or not the wait was ended. */
export function recordsAwaiting(workspace: Reads, sessionId: string): readonly Finished[] {
  const answers = givenAnswers(responsesTo(workspace, sessionId));
  return finishedIn(workspace, sessionId).filter((text) => !answerTo(text, answers));
}

/** ANSWER7. Throws: no screen offers it to anybody else. */
function assertPractitioner(workspace: Workspace, session: Session): void {
  assert(
    mayAnswer(session, myRefs(workspace)),
    `only the practitioner answers session ${session.id}`,
  );
}

/** An answer not begun yet. It becomes a record with the first key. */
export function newAnswer(workspace: Workspace, session: Session): RecordResponse {
  assertPractitioner(workspace, session);
  return RecordResponse.parse({
    id: workspace.ports.newId(),
    kind: 'record',
    sessionId: session.id,
    superviseeRef: session.superviseeRef,
    supervisorRef: session.supervisorRef,
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
  });
}

export type AnswerOutcome =
  | { readonly outcome: 'answered' }
  | { readonly outcome: 'missing'; readonly missing: ReturnType<typeof missingInAnswer> }
  /** Answered already, or nothing of what was shown waits any more. */
  | { readonly outcome: 'nothing' };

/**
 * Gives the answer: from now on it is fixed. It covers what was shown and still waits, by the hash of
 * each stored text at this moment, and nothing that came in since. Throws StorageError.
 */
export async function answerRecords(
  workspace: Workspace,
  responseId: string,
  shownIds: readonly string[],
): Promise<AnswerOutcome> {
  let outcome: AnswerOutcome = { outcome: 'nothing' };
  await workspace.change(async () => {
    const draft = workspace.set.find('responses', responseId);
    assert(draft?.body.kind === 'record', `no answer ${responseId}`);
    const session = findSession(workspace, draft.body.sessionId)?.body;
    assert(session, `no session of answer ${responseId}`);
    assertPractitioner(workspace, session);
    if (workspace.queue.unsaved(responseId)) {
      // From now on it is read only: text that is not on disk would be left out of it for good.
      throw new StorageError('failed', `answer ${responseId} has text that is not saved yet`);
    }
    const missing = missingInAnswer(draft.body);
    const shown = recordsAwaiting(workspace, session.id).filter(({ id }) => shownIds.includes(id));
    outcome = { outcome: 'nothing' };
    if (draft.body.answeredAt !== '' || shown.length === 0) return [];
    if (Object.keys(missing).length > 0) {
      outcome = { outcome: 'missing', missing };
      return [];
    }
    outcome = { outcome: 'answered' };
    const read = await Promise.all(
      shown.map(async ({ id, record }) => ({ id, hash: await sha256(record.text) })),
    );
    return [updated(draft, { ...draft.body, read, answeredAt: workspace.now }, 'final')];
  });
  return outcome;
}

/**
 * "Agreement not obtained, because …": the supervisor ends the wait (ANSWER5). It is a field of the
 * session; the practitioner's response is never touched. Nothing where nothing waits.
 */
export async function endWaitForAgreement(
  workspace: Workspace,
  sessionId: string,
  because: string,
): Promise<void> {
  await workspace.change(() => {
    const record = findSession(workspace, sessionId);
    assert(record, `no session ${sessionId}`);
    const isSupervisor = mayEndWait(record.body, myRefs(workspace));
    assert(isSupervisor, `only the supervisor ends the wait of ${sessionId}`);
    assert(because.trim() !== '', `the wait of ${sessionId} is ended with a reason`);
    const { status } = agreeingOf(workspace, record.body);
    if (status !== 'waiting' && status !== 'waitingAgain') return [];
    const ended = { notAgreedBecause: because, notAgreedAt: workspace.now };
    // An earlier reason is kept as a version.
    return [updated(record, { ...record.body, ...ended }, 'replaced')];
  });
}
