import { collectionNames } from '#domain/collections.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { type OpenRecord, openRow } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { clashesOf, holdsClash } from './merge-clashes.ts';

/**
 * SENT3: two versions of a text that a person chose between, from the earlier bodies of the record: both
 * texts to the letter, the one that was not kept too. The newest choice first.
 */
export async function settledClashes(
  { db, vault, set }: Workspace,
  id: string,
): Promise<readonly Clash[]> {
  const versions = await db.versions.where('id').equals(id).toArray();
  const opened = await Promise.all(
    versions.map((version) => openRow(vault, version).catch(() => undefined)), // damaged: said on Home
  );
  const open = clashesOf(set.findAnywhere(id)?.body ?? {});
  const settled: Clash[] = [];
  for (const record of opened) {
    for (const clash of record ? clashesOf(record.body) : [])
      if (!holdsClash(open, clash) && !holdsClash(settled, clash)) settled.push(clash);
  }
  return settled.toReversed();
}

/** Records of which a choice was made, here or on another device, and that are not finished since. */
export const settledRecords = ({ set }: Pick<Workspace, 'set'>): readonly OpenRecord[] =>
  collectionNames.flatMap((name) =>
    [...set.all(name).values()].filter(({ body }) => {
      const { clashes } = body as { clashes?: readonly Clash[] };
      return clashes?.length === 0;
    }),
  );
