import type { Transaction } from 'kysely';
import type { Mutation } from '#sync/wire/push.ts';
import type { RecordRow } from '../database/stored-record.ts';
import type { Tables } from '../database/tables.ts';

/** The records of a request, nobody else's to change until it is done. In one order, against circles. */
export async function lockRecords(
  trx: Transaction<Tables>,
  mutations: readonly Mutation[],
): Promise<Map<string, RecordRow>> {
  const ids = [...new Set(mutations.map(({ recordId }) => recordId))].sort();
  const rows = await trx
    .selectFrom('record')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
