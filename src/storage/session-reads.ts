import type { OpenRecord } from './open-record.ts';
import type { Workspace } from './workspace.ts';
import { findAll } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const findSession = (workspace: Reads, id: string): OpenRecord<'sessions'> | undefined =>
  workspace.set.find('sessions', id);

export function discussionsOf(workspace: Reads, sessionId: string) {
  return findAll(workspace, 'discussions', (discussion) => discussion.sessionId === sessionId);
}

export function noteOf(workspace: Reads, sessionId: string): OpenRecord<'notes'> | undefined {
  return findAll(workspace, 'notes', (note) => note.sessionId === sessionId).at(0);
}

/** The discussion that holds a child in a session, and that child's part of it. */
export function findPart(workspace: Reads, sessionId: string, childRef: string) {
  for (const record of discussionsOf(workspace, sessionId)) {
    const part = record.body.children.find((child) => child.childRef === childRef);
    if (part) return { record, part };
  }
  return undefined;
}
