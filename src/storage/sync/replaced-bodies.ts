import { openRow } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';

/** SENT9: what stood in a record on this device until another text came in its place, newest first. */
export async function replacedBodies(
  { db, vault }: Workspace,
  id: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const versions = await db.versions.where('id').equals(id).toArray();
  const replaced = versions.filter(({ why }) => why === 'replaced');
  const opened = await Promise.all(
    replaced.map((version) => openRow(vault, version).catch(() => undefined)), // damaged: said on Home
  );
  return opened
    .flatMap((record) => (record ? [record.body as Readonly<Record<string, unknown>>] : [])) // a body is fields
    .toReversed();
}
