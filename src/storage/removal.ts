import * as z from 'zod/mini';
import { findCollection } from '#domain/collections.ts';
import type { Vault } from '#vault/vault.ts';
import type { OutboxRow, Row } from './db.ts';

/** What the endpoint must still be told of a record that is gone here: of which kind, and which revision. */
const Removal = z.looseObject({ type: z.string(), rev: z.number() });
export type Removal = z.infer<typeof Removal>;

const bindingOf = (id: string) => ({ kind: 'outbox', c: 0, id: `${id}/removed`, v: 0 }) as const;

/** The outbox row of a removal; undefined where the endpoint never had the record. */
export async function removalOf(
  vault: Vault,
  { id, c, rev }: Row,
  mutationId: string,
): Promise<OutboxRow | undefined> {
  const type = findCollection(c);
  if (rev === null || !type) return undefined;
  const sealed = await vault.seal(bindingOf(id), JSON.stringify({ type, rev }));
  return { id, mutationId, state: 'waiting', again: 0, ...sealed };
}

/** Undefined for the outbox row of a text. Throws VaultError 'damaged'. */
export async function findRemoval(vault: Vault, row: OutboxRow): Promise<Removal | undefined> {
  if (row.ct.length === 0) return undefined;
  return Removal.parse(JSON.parse(await vault.open(bindingOf(row.id), row)));
}
