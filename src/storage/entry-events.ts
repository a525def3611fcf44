import type { ChildEvent } from '#domain/due/clock-events.ts';
import { eventOfEntry } from '#domain/entries/entry-event.ts';
import { entriesOfChild } from './entries-reads.ts';
import type { Workspace } from './workspace.ts';

/** What was recorded of a child outside sessions, for the clocks (ENTRY8). */
export const entryEvents = (workspace: Workspace, childRef: string): readonly ChildEvent[] =>
  entriesOfChild(workspace, childRef).flatMap(eventOfEntry);
