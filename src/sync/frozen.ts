import * as z from 'zod/mini';
import type { OutboxRow } from '#storage/db.ts';
import type { Vault } from '#vault/vault.ts';
import { Mutation } from './wire/push.ts';

/** What is in flight, to the byte, or was refused: kept sealed until it is answered. */
export const Frozen = z.looseObject({
  mutation: Mutation,
  /** Of one that was refused: the endpoint's code, or ours where it could not be sent at all. */
  refusedFor: z._default(z.string(), ''),
});
export type Frozen = z.infer<typeof Frozen>;

const bindingOf = ({ id, mutationId }: Pick<OutboxRow, 'id' | 'mutationId'>) =>
  ({ kind: 'outbox', c: 0, id: `${id}/${mutationId}`, v: 0 }) as const;

/** The outbox row of a mutation that is being sent, or was refused. */
export async function sealFrozen(
  vault: Vault,
  frozen: Frozen,
  state: 'sending' | 'refused',
): Promise<OutboxRow> {
  const { recordId: id, mutationId } = frozen.mutation;
  const sealed = await vault.seal(bindingOf({ id, mutationId }), JSON.stringify(frozen));
  return { id, mutationId, state, again: 0, ...sealed };
}

/** Throws VaultError 'damaged' where the row is not what was sealed. */
export async function openFrozen(vault: Vault, row: OutboxRow): Promise<Frozen> {
  return Frozen.parse(JSON.parse(await vault.open(bindingOf(row), row)));
}
