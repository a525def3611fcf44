import { actionsToReview, type Origin } from '#domain/child-actions.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { OpenRecord } from './open-record.ts';
import type { Workspace } from './workspace.ts';
import { bodies, findAll } from './writes.ts';

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

/**
 * What last time left open for a child, as this session found it: from the sessions that had started
 * when the child came into this one, however late their records were written.
 */
export function reviewFor(workspace: Reads, sessionId: string, childRef: ChildRef) {
  const foundAt = findPart(workspace, sessionId, childRef)?.record.body.createdAt;
  const isEarlier = (origin: Origin) =>
    origin.sessionId !== sessionId &&
    (foundAt === undefined || startOf(workspace, origin) <= foundAt); // not in it yet: it starts now
  return actionsToReview(
    childRef,
    isEarlier,
    bodies(workspace, 'childActions'),
    bodies(workspace, 'childActionEvents'),
  );
}

/** When a session started; another supervisor's may not be held here, and then when it was written. */
function startOf(workspace: Reads, { sessionId, at }: Origin): string {
  return findSession(workspace, sessionId)?.body.sittings.at(0)?.startedAt ?? at;
}
