import type { Selectable, Transaction } from 'kysely';
import type { Mutation } from '#sync/wire/push.ts';
import type { Asker } from '../asker.ts';
import type { MutationLogTable, Tables } from '../database/tables.ts';

/** What says whether it is the same one, and what was answered. */
export type EarlierMutation = Pick<
  Selectable<MutationLogTable>,
  'record_id' | 'op' | 'payload_hash' | 'result'
>;

/**
 * SRV1: a mutation is taken once. Its row is put into the log first; where another request is doing the
 * same one at this moment, this waits for it. What is answered here was taken before.
 */
export async function claimMutations(
  trx: Transaction<Tables>,
  { person, now }: Asker,
  mutations: readonly Mutation[],
): Promise<ReadonlyMap<string, EarlierMutation>> {
  // In one order, so that two requests with the same mutations wait for each other and never in a circle.
  const inOrder = [...mutations].sort((a, b) => (a.mutationId < b.mutationId ? -1 : 1));
  const claimed = await trx
    .insertInto('mutation_log')
    .values(
      inOrder.map(({ mutationId, recordId, op, payloadHash }) => ({
        person_ref: person,
        mutation_id: mutationId,
        record_id: recordId,
        op,
        payload_hash: payloadHash,
        result: null,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('mutation_id')
    .execute();
  const ours = new Set(claimed.map((row) => row.mutation_id));
  const others = inOrder.map(({ mutationId }) => mutationId).filter((id) => !ours.has(id));
  if (others.length === 0) return new Map();
  const earlier = await trx
    .selectFrom('mutation_log')
    .selectAll()
    .where('person_ref', '=', person)
    .where('mutation_id', 'in', others)
    .execute();
  return new Map(
    earlier.filter(({ result }) => result !== null).map((row) => [row.mutation_id, row]),
  );
}

/** The same change under the same id; another one under it is refused. */
export const isSameMutation = (earlier: EarlierMutation, mutation: Mutation): boolean =>
  earlier.record_id === mutation.recordId &&
  earlier.op === mutation.op &&
  earlier.payload_hash === mutation.payloadHash;
