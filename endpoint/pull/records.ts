import type { Kysely, Selectable } from 'kysely';
import type { VersionsAnswer } from '#sync/wire/changes.ts';
import type { WireRecord } from '#sync/wire/common.ts';
import { MAX_BODY_BYTES } from '#sync/wire/limits.ts';
import { mayRead } from '../access/may-read.ts';
import type { Asker } from '../asker.ts';
import { guardedOf, wireRecordOf } from '../database/stored-record.ts';
import type { HeaderColumns, Tables } from '../database/tables.ts';

const isReadableBy = ({ person, relations, today }: Asker) => {
  return (row: Selectable<HeaderColumns>) => mayRead(person, guardedOf(row), relations, today);
};

/** Those of the ids that this person may read, as far as one answer has room. At least one. */
export async function readRecords(
  db: Kysely<Tables>,
  asker: Asker,
  ids: readonly string[],
): Promise<readonly WireRecord[]> {
  const rows = await db.selectFrom('record').selectAll().where('id', 'in', ids).execute();
  const records: WireRecord[] = [];
  let bytes = 0;
  for (const row of rows.filter(isReadableBy(asker))) {
    bytes += row.payload_bytes;
    if (records.length > 0 && bytes > MAX_BODY_BYTES) break;
    records.push(wireRecordOf(row));
  }
  return records;
}

/** ACL18: undefined where it is not there and where it is not for this person. */
export async function readVersions(
  db: Kysely<Tables>,
  asker: Asker,
  id: string,
): Promise<VersionsAnswer['versions'] | undefined> {
  const record = await db.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();
  const isReadable = isReadableBy(asker);
  if (record === undefined || !isReadable(record)) return undefined;
  const rows = await db
    .selectFrom('record_version')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('n')
    .execute();
  // ACL19: who reads what was finished, shared or held has no right to the drafts before it: each text
  // is judged as it was when it was sent.
  return rows.filter(isReadable).map((row) => ({
    rev: row.rev,
    baseRev: row.base_rev,
    deleted: row.deleted,
    payload: row.payload,
    payloadHash: row.payload_hash,
    mutationId: row.mutation_id,
    by: row.by_ref,
    at: row.at,
  }));
}
