import { actionsToReview, type Origin } from '#domain/actions/child-actions.ts';
import type { ChildRef } from '#domain/ids.ts';
import { findGroup } from '#storage/group/group-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { findPart, findSession } from './session-reads.ts';

type Reads = Pick<Workspace, 'set'>;

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
  const session = findSession(workspace, sessionId)?.body ?? findGroup(workspace, sessionId)?.body;
  return session?.sittings.at(0)?.startedAt ?? at;
}
