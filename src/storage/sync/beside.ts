import type { FootprintDb } from '#storage/db.ts';
import type { Workspace } from '#storage/workspace.ts';

/** `new`: nobody has read it yet. */
export type BesideState = 'new' | 'seen';

const PREFIX = 'beside/';

/** SENT11: says of a record that an earlier body of it is kept as `beside`. */
export const besideMeta = (id: string, state: BesideState) => ({
  k: `${PREFIX}${id}`,
  value: state,
});

export const forgetBeside = ({ meta }: FootprintDb, ids: readonly string[]) =>
  meta.bulkDelete(ids.map((id) => `${PREFIX}${id}`));

/** The records that a text is kept beside, by id. */
export async function besideNow({
  db,
}: Pick<Workspace, 'db'>): Promise<ReadonlyMap<string, BesideState>> {
  const kept = await db.meta.where('k').startsWith(PREFIX).toArray();
  return new Map(
    kept.map(({ k, value }) => [k.slice(PREFIX.length), value === 'new' ? 'new' : 'seen']),
  );
}

/** A person has read it. Its place on the page Sync stays; nothing where the record is gone. */
export async function besideSeen({ db }: Workspace, id: string): Promise<void> {
  await db.meta.update(`${PREFIX}${id}`, { value: 'seen' });
}
