import { sql, type Transaction } from 'kysely';
import { assert } from '#domain/assert.ts';
import type { Mutation } from '#sync/wire/push.ts';
import type { Asker } from '../asker.ts';
import type { Tables } from '../database/tables.ts';
import type { LoggedResult } from './logged-result.ts';

interface Done {
  readonly mutations: readonly Mutation[];
  /** What was taken now, by mutation. */
  readonly log: ReadonlyMap<string, LoggedResult>;
  /** Ids of the records that were written now, in the order of the request. */
  readonly written: readonly string[];
}

/**
 * SRV2: the counter is taken once and last. Its row stays locked until the commit, so a later number is
 * never seen before an earlier one: with a sequence or a clock a slow request's row is lost to readers.
 */
export async function finishPush(
  trx: Transaction<Tables>,
  asker: Asker,
  { mutations, log, written }: Done,
): Promise<void> {
  await writeResults(trx, asker, log);
  await forgetClaims(
    trx,
    asker,
    mutations.map(({ mutationId }) => mutationId),
  );
  if (written.length === 0) return;
  const { seq } = await trx
    .updateTable('feed')
    .set({ seq: sql<number>`seq + ${written.length}` })
    .where('id', '=', 1)
    .returning('seq')
    .executeTakeFirstOrThrow();
  const first = Number(seq) - written.length + 1;
  assert(first > 0, 'The counter of changes went back');
  const places = written.map((id, i) => sql`(${id}::text, ${first + i}::bigint)`);
  await sql`update record set seq = place.seq from (values ${sql.join(places)}) as place (id, seq)
    where record.id = place.id`.execute(trx);
}

async function writeResults(
  trx: Transaction<Tables>,
  { person }: Asker,
  log: ReadonlyMap<string, LoggedResult>,
): Promise<void> {
  if (log.size === 0) return;
  const rows = [...log].map(([id, result]) => sql`(${id}::text, ${JSON.stringify(result)}::text)`);
  await sql`update mutation_log set result = taken.result
    from (values ${sql.join(rows)}) as taken (id, result)
    where mutation_log.person_ref = ${person} and mutation_log.mutation_id = taken.id`.execute(trx);
}

/** What was refused or deferred was not taken: it may come again under its id. */
async function forgetClaims(
  trx: Transaction<Tables>,
  { person }: Asker,
  mutationIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('mutation_log')
    .where('person_ref', '=', person)
    .where('mutation_id', 'in', mutationIds)
    .where('result', 'is', null)
    .execute();
}
