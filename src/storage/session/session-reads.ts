import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const findSession = (workspace: Reads, id: string): OpenRecord<'sessions'> | undefined =>
  workspace.set.find('sessions', id);

export function discussionsOf(workspace: Reads, sessionId: string) {
  return findAll(workspace, 'discussions', (discussion) => discussion.sessionId === sessionId);
}

export function noteOf(workspace: Reads, sessionId: string): OpenRecord<'notes'> | undefined {
  return findAll(workspace, 'notes', (note) => note.sessionId === sessionId).at(0);
}

/** Each child's part of a session with the discussion that holds it, by the child's reference. */
export function partsOf(workspace: Reads, sessionId: string) {
  const found = discussionsOf(workspace, sessionId).flatMap((record) =>
    record.body.children.map((part) => [part.childRef as string, { record, part }] as const),
  );
  return new Map(found.toReversed()); // of two the first
}

export const findPart = (workspace: Reads, sessionId: string, childRef: string) =>
  partsOf(workspace, sessionId).get(childRef);
