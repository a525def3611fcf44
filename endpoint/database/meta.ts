import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { assert } from '#domain/assert.ts';
import type { Tables } from './tables.ts';

/** What all processes in front of one database share. */
export interface Meta {
  readonly epoch: string;
  /** Of the cursors. */
  readonly macKey: string;
}

/** Read with each request: a new epoch counts at once, in every process. */
export async function readMeta(db: Kysely<Tables>): Promise<Meta> {
  const rows = await db.selectFrom('meta').selectAll().execute();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const epoch = values.get('epoch');
  const macKey = values.get('mac_key');
  assert(
    epoch !== undefined && macKey !== undefined,
    'The database has no epoch: it was not migrated',
  );
  return { epoch, macKey };
}

/**
 * SRV14: after the records were restored from a copy. Every device reads all of it anew, because the
 * restored counter gives numbers a second time.
 */
export async function startNewEpoch(db: Kysely<Tables>): Promise<string> {
  const epoch = randomUUID();
  await db.updateTable('meta').set({ value: epoch }).where('key', '=', 'epoch').execute();
  return epoch;
}
