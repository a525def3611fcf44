import type { Clocked } from '#domain/recording/discussion-deadline.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { ChildEntry, DecisionRevisit } from '#domain/records/entry.ts';
import type { ChildStub, StaffStub } from '#domain/records/keeping.ts';
import type { RecordResponse } from '#domain/records/response.ts';

/** What a rule reads of a child's record after it went: as much of it as its deadline is counted from. */
export type ReadOfRecord = Pick<ChildRecord, 'id' | 'childRef' | 'sessionId' | 'policy'> & Clocked;

const REMOVED = 'Removed';

/** KEEP5: only decisions with words count for the deadline, so only those are kept, without the words. */
export const decisionsKept = (record: Pick<ChildRecord, 'decisions'>): ChildStub['decisions'] =>
  record.decisions
    .filter(({ text }) => text.trim() !== '')
    .map(({ significance, decidedAt }) => ({ significance, decidedAt }));

/** KEEP5: what stayed, as the rules of deadlines and figures read a record. */
export function asRecordRead(stub: ChildStub): ReadOfRecord | undefined {
  const { recordId: id, childRef, sessionId, policy, on: discussedOn } = stub;
  if (!policy || sessionId === '') return undefined;
  const decisions = stub.decisions.map((decision) => ({ ...decision, text: REMOVED }));
  return { id, childRef, sessionId, policy, discussedOn, decisions };
}

/** What a rule reads of an entry after it went. Its text is gone: that there was one is what counts. */
export type ReadOfEntry = Pick<
  ChildEntry,
  | 'id'
  | 'kind'
  | 'childRef'
  | 'heading'
  | 'on'
  | 'decidedAt'
  | 'significance'
  | 'changesDirection'
  | 'fields'
  | 'months'
  | 'policy'
  | 'finalisedAt'
>;

/** KEEP7: what stays of an entry, with what formal sessions said of it. None of its words, and none of theirs. */
export function entryKept(
  entry: ChildEntry,
  revisits: readonly DecisionRevisit[],
): NonNullable<ChildStub['entry']> {
  const { kind, draftId, decidedAt, significance, changesDirection, months = [] } = entry;
  return {
    ...{ kind, draftId, decidedAt, significance, changesDirection, months: [...months] },
    isDecision: (entry.fields.text ?? '').trim() !== '',
    revisits: revisits.map(({ sessionId, outcome, on, at }) => ({ sessionId, outcome, on, at })),
  };
}

/** KEEP7: what stayed, as clocks, deadlines, figures and the sessions after it read an entry. */
export function asEntryRead(stub: ChildStub): ReadOfEntry | undefined {
  const { recordId: id, childRef, policy, on, finalisedAt, entry } = stub;
  if (!entry || !policy) return undefined;
  const { kind, decidedAt, significance, changesDirection, months } = entry;
  return {
    ...{ id, kind, childRef, on, decidedAt, significance, changesDirection, policy, finalisedAt },
    ...{ heading: REMOVED, fields: entry.isDecision ? { text: REMOVED } : {}, months },
  };
}

/** KEEP7: what stayed of an answer, as the state of an agreement reads it (ANSWER2, ANSWER4). */
export function asAnswerRead(stub: StaffStub): RecordResponse | undefined {
  const { recordId: id, sessionId, superviseeRef, answer } = stub;
  if (!answer || sessionId === '') return undefined;
  return {
    ...{ id, kind: 'record', sessionId, superviseeRef, supervisorRef: superviseeRef }, // who asked is the session’s
    ...{ ...answer, comments: '', because: REMOVED },
    ...{ createdAt: answer.answeredAt, createdBy: superviseeRef, savedAt: answer.answeredAt },
  };
}
