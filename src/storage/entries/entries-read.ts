import { asEntryRead, type ReadOfEntry } from '#domain/keeping/stubs.ts';
import type { Workspace } from '#storage/workspace.ts';
import { entriesOfChild, removedEntriesOfChild, whenKey } from './entries-of-child.ts';

/** The entries of a child as rules read them, newest first: with those that were removed (KEEP7). */
export const entriesRead = (
  workspace: Pick<Workspace, 'set'>,
  childRef: string,
): readonly ReadOfEntry[] =>
  [
    ...entriesOfChild(workspace, childRef),
    ...removedEntriesOfChild(workspace, childRef).flatMap((stub) => asEntryRead(stub) ?? []),
  ].toSorted((a, b) => (whenKey(a) < whenKey(b) ? 1 : -1));
