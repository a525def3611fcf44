import type { Row, Version, VersionWhy } from '#storage/db.ts';
import { bindingOf, openRow } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';

/** SENT9, SENT11: the earlier bodies of a record that were kept for this reason, newest first. */
export async function earlierBodies(
  { db, vault }: Workspace,
  id: string,
  why: VersionWhy,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const versions = await db.versions.where('id').equals(id).toArray();
  const kept = versions.filter((version) => version.why === why);
  const opened = await Promise.all(
    kept.map((version) => openRow(vault, version).catch(() => undefined)), // damaged: said on Home
  );
  return opened
    .flatMap((record) => (record ? [record.body as Readonly<Record<string, unknown>>] : [])) // a body is fields
    .toReversed();
}

/** Another text of a record, sealed as an earlier body of it. */
export async function sealEarlier(
  { vault }: Pick<Workspace, 'vault'>,
  { c, id, v }: Pick<Row, 'c' | 'id' | 'v'>,
  { text, why }: { readonly text: string; readonly why: VersionWhy },
): Promise<Version> {
  const place = { c, id, v };
  return { ...place, why, ...(await vault.seal(bindingOf(place), text)) };
}
