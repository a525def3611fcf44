import type { ChildRef } from '#domain/ids.ts';
import { hashFinished, recordsAwaiting } from '#storage/agreeing/agreeing.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { groupRecords, type OfGroups } from './group-rows.ts';
import { type RecordOut, rowsOf } from './rows.ts';
import { onChildTexts } from './signed-rows.ts';

/** Whose rows go out, and what went out before. */
export interface Told {
  readonly children: ReadonlySet<ChildRef>;
  readonly sentIds: ReadonlySet<string>;
  readonly groups: OfGroups;
}

interface Sessions {
  readonly sessions: readonly OpenRecord<'sessions'>[];
  readonly isSignedByMe: (signature: { readonly signerRef: string }) => boolean;
}

/** All that wait for an answer, and the last one of each open child, with corrections and marks. */
export async function finishedRows(
  workspace: Workspace,
  { sessions, children, sentIds, groups, isSignedByMe }: Told & Sessions,
): Promise<{ readonly records: readonly RecordOut[]; readonly awaiting: readonly string[] }> {
  const waiting = new Set<string>();
  const waitEnded = new Set<string>();
  for (const { id, body } of sessions) {
    await hashFinished(workspace, id);
    for (const { record, finishedAt } of recordsAwaiting(workspace, id)) {
      const { collection } = record;
      const recordId = collection === 'childAmendments' ? record.body.recordId : record.id;
      if (collection === 'notes') continue;
      waiting.add(recordId);
      if (body.notAgreedAt !== '' && finishedAt <= body.notAgreedAt) waitEnded.add(recordId);
    }
  }
  const sessionIds = new Set<string>(sessions.map(({ id }) => id));
  const ofSessions = findAll(workspace, 'childRecords', ({ sessionId }) =>
    sessionIds.has(sessionId),
  );
  // Nobody answers a group’s record, and it is asked other things: it takes no place of a one-to-one’s.
  const ofGroup = groupRecords(workspace, groups);
  const held = [...ofSessions, ...ofGroup];
  const latest = [...latestOf(children, ofSessions), ...latestOf(children, ofGroup)];
  const records = held.filter((record) => waiting.has(record.id) || latest.includes(record));
  // What becomes of a record that was in an earlier file goes out too, while the child is hers.
  const ids = new Set<string>([
    ...records.map(({ id }) => id),
    ...held
      .filter(({ id, body }) => sentIds.has(id) && children.has(body.childRef))
      .map(({ id }) => id),
  ]);
  return {
    records: [...rowsOf(records), ...onChildTexts(workspace, ids, isSignedByMe)],
    awaiting: records.map(({ id }) => id).filter((id) => waiting.has(id) && !waitEnded.has(id)),
  };
}

/** The last one of each child. */
const latestOf = (
  children: ReadonlySet<ChildRef>,
  records: readonly OpenRecord<'childRecords'>[],
): readonly OpenRecord<'childRecords'>[] =>
  [...children].flatMap((childRef) =>
    records
      .filter(({ body }) => body.childRef === childRef)
      .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
      .slice(-1),
  );

const dateOf = ({ body }: OpenRecord<'childRecords'>): string =>
  `${body.discussedOn} ${body.finalisedAt}`;
