import { type CollectionName, collections, findCollection } from '#domain/collections.ts';
import { type Stored, schemaOf } from '#domain/records/schemas.ts';
import type { Vault } from '#vault/vault.ts';
import type { Row } from './db.ts';
import { readAs } from './read-as.ts';

/** A record opened into memory. `text` is the stored body to the letter: what is hashed and exported. */
export interface OpenRecord<C extends CollectionName = CollectionName> {
  readonly id: string;
  readonly collection: C;
  readonly v: number;
  readonly rev: number | null;
  readonly body: Stored<C>;
  readonly text: string;
}

export const bindingOf = ({ c, id, v }: Pick<Row, 'c' | 'id' | 'v'>) =>
  ({ kind: 'row', c, id, v }) as const;

/**
 * Opens one row. Returns undefined for a collection this version of the app does not know; throws
 * VaultError 'damaged' where the seal or the record's own schema does not hold.
 */
export async function openRow(
  vault: Vault,
  row: Pick<Row, 'c' | 'id' | 'v' | 'kid' | 'iv' | 'ct'> & { rev?: number | null },
): Promise<OpenRecord | undefined> {
  const collection = findCollection(row.c);
  if (!collection) return undefined;
  const text = await vault.open(bindingOf(row), row);
  const body = readAs(await schemaOf(collection), collection, text, row.id);
  return { id: row.id, collection, v: row.v, rev: row.rev ?? null, body, text };
}

export const codeOf = (collection: CollectionName): number => collections[collection].code;
