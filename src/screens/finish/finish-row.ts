import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { missingFor } from '#storage/child-file/child-records.ts';
import { finishQueue, type InFinishQueue } from '#storage/session/finish-queue.ts';
import type { Workspace } from '#storage/workspace.ts';

/** One child whose record is not finalised yet, and what it still needs. */
export interface FinishRow extends InFinishQueue {
  readonly missing: readonly Missing[];
}

export const finishRows = (workspace: Workspace, sessionId: string): readonly FinishRow[] =>
  finishQueue(workspace, sessionId).map((row) => ({
    ...row,
    missing: missingFor(workspace, sessionId, row.part.childRef),
  }));

export const isReady = ({ missing }: FinishRow): boolean => missing.length === 0;
