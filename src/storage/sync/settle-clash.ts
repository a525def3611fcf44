import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { type Clash, sameValue } from '#domain/versions/merge.ts';
import { valueAt, withValueAt } from '#domain/versions/record-paths.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';

export type Choice = 'ours' | 'theirs' | 'both';

/** The record that holds the two versions. */
export interface Clashing<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
}

/** Writes a person's choice between two versions of one field; the loser stays as a version. */
export async function settleClash<C extends CollectionName>(
  workspace: Workspace,
  { collection, id }: Clashing<C>,
  clash: Clash,
  choice: Choice,
): Promise<void> {
  await workspace.change((set) => {
    const record = set.find(collection, id);
    if (!record) return [];
    const { clashes = [] } = record.body as { clashes?: readonly Clash[] };
    const left = clashes.filter((each) => !sameValue(each, clash));
    // What stands there now: it may have been written on since the two versions were found.
    const ours = valueAt(record.body, clash.path) ?? clash.ours;
    const value = chosen({ ...clash, ours }, choice);
    const body = choice === 'ours' ? record.body : withValueAt(record.body, clash.path, value);
    const settled = { ...(body as Stored<C>), clashes: left }; // one field of that body replaced
    return [updated(record, settled, 'replaced')];
  });
  // What a mounted form is measured against stays as it was: it still shows the text from before, and its
  // next key must not put that back as if a person had typed it.
}

function chosen({ ours, theirs }: Clash, choice: Choice): unknown {
  if (choice !== 'both') return choice === 'ours' ? ours : theirs;
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours;
  return `${ours}\n\n[The other version]\n${theirs}`;
}
