import type { Clocked } from '#domain/discussion-deadline.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { ChildStub } from '#domain/records/keeping.ts';

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
