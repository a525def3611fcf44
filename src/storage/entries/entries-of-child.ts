import type { ChildEntry } from '#domain/records/entry.ts';
import type { ChildStub } from '#domain/records/keeping.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const whenKey = ({
  on,
  decidedAt,
  finalisedAt,
}: Pick<ChildEntry, 'on' | 'decidedAt' | 'finalisedAt'>): string =>
  `${on} ${decidedAt || finalisedAt}`;

/** Of a child, under each reference this child is known by. */
function ofChild<C extends 'childEntries' | 'childStubs'>(
  workspace: Reads,
  collection: C,
  childRef: string,
) {
  if (workspace.set.all(collection).size === 0) return [];
  const aliases = findChild(workspace, childRef)?.body.aliases ?? [];
  const refs: readonly string[] = [childRef, ...aliases];
  return bodies(workspace, collection).filter((body) => refs.includes(body.childRef));
}

/** Newest first, under each reference this child is known by. */
export const entriesOfChild = (workspace: Reads, childRef: string): readonly ChildEntry[] =>
  ofChild(workspace, 'childEntries', childRef).toSorted((a, b) =>
    whenKey(a) < whenKey(b) ? 1 : -1,
  );

/** KEEP7: what stayed of those that were removed. One that came back counts by itself. */
export const removedEntriesOfChild = (
  workspace: Reads,
  childRef: string,
): readonly (ChildStub & { readonly entry: NonNullable<ChildStub['entry']> })[] =>
  ofChild(workspace, 'childStubs', childRef).flatMap((stub) => {
    const { entry } = stub;
    return entry && !workspace.set.find('childEntries', stub.recordId) ? [{ ...stub, entry }] : [];
  });
