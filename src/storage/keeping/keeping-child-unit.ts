import type { RecordId } from '#domain/ids.ts';
import { type PastPeriod, pastPeriod } from '#domain/keeping/periods.ts';
import type { StayReason } from '#domain/keeping/stay-words.ts';
import { decisionsKept, entryKept } from '#domain/keeping/stubs.ts';
import type { ChildStub, KeptKind } from '#domain/records/keeping.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import type { openActionsIn } from '#storage/agenda/case-facts-common.ts';
import { amendmentsOf, markOf } from '#storage/child-file/child-record-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn } from '#storage/writes.ts';
import { periodsOf } from './keeping.ts';
import { stubOf } from './keeping-unit.ts';

export type OpenActions = ReturnType<typeof openActionsIn>;
export type OnFile = OpenRecord<'childRecords'> | OpenRecord<'childEntries'>;

/** KEEP2: in the case system as it is now, without a correction since, and past its period. */
export function recordPast(
  workspace: Workspace,
  kind: KeptKind,
  record: OnChildFile,
): PastPeriod | undefined {
  const mark = markOf(workspace, record.id);
  if (!mark || amendmentsOf(workspace, record.id).some(({ at }) => at > mark.at)) return undefined;
  const asked = { kind, on: dayRecorded(record), recordedOn: mark.on };
  return pastPeriod(asked, periodsOf(workspace), todayIn(workspace));
}

/** What goes together goes when the last of it may; undefined where one of them may not. */
export function lastPast(pasts: readonly (PastPeriod | undefined)[]): PastPeriod | undefined {
  const read = pasts.filter((past) => past !== undefined);
  if (read.length < pasts.length) return undefined;
  return read.toSorted((a, b) => (a.since < b.since ? 1 : -1)).at(0);
}

/** KEEP4: while an action that was agreed in it is open. An action names what it was agreed in as its session. */
export const staysFor = (
  records: readonly OnFile[],
  openActions: OpenActions,
): StayReason | undefined =>
  records.some(({ body }) =>
    openActions(body.childRef).some(
      ({ action }) => action.sessionId === (isEntry(body) ? body.draftId : body.sessionId),
    ),
  )
    ? 'openAction'
    : undefined;

/** KEEP5, KEEP7: what stays of one finished record of a child. */
export async function childStub(
  workspace: Workspace,
  record: OnFile,
  more: { readonly kind: KeptKind; readonly past: PastPeriod } & Pick<ChildStub, 'groupDay'>,
): Promise<Write> {
  const { body } = record;
  const { kind, past, groupDay } = more;
  const { childRef, policy, finalisedAt } = body;
  const mark = markOf(workspace, record.id);
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stub: ChildStub = {
    ...(await stubOf(workspace, record, past)),
    ...{ id, kind, file: 'child', childRef, policy, finalisedAt },
    on: dayRecorded(body),
    sessionId: isEntry(body) ? '' : body.sessionId,
    depth: isEntry(body) ? '' : body.depth,
    decisions: isEntry(body) ? [] : decisionsKept(body),
    ...{ keptElsewhereOn: mark?.on ?? '', reference: mark?.reference ?? '' },
    ...(groupDay ? { groupDay } : {}),
    ...(isEntry(body) ? { entry: entryKept(body, revisitsOf(workspace, body.id)) } : {}),
  };
  return created('childStubs', id, stub);
}

/** What formal sessions said of an entry: it goes with it. */
export const revisitsOf = (workspace: Workspace, entryId: string) =>
  bodies(workspace, 'decisionRevisits').filter((revisit) => revisit.entryId === entryId);
