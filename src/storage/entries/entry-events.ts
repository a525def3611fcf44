import type { ChildEvent } from '#domain/due/clock-events.ts';
import { eventOfEntry } from '#domain/entries/entry-event.ts';
import type { Workspace } from '#storage/workspace.ts';
import { entriesOfChild, removedEntriesOfChild } from './entries-of-child.ts';

/** What was recorded of a child outside sessions, for the clocks (ENTRY8), removed since or not (KEEP7). */
export const entryEvents = (workspace: Workspace, childRef: string): readonly ChildEvent[] =>
  [
    ...entriesOfChild(workspace, childRef),
    ...removedEntriesOfChild(workspace, childRef).map(({ on, entry: { kind } }) => ({ on, kind })),
  ].flatMap(eventOfEntry);
