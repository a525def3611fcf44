import { type CollectionName, collections, findCollection } from '#domain/collections.ts';
import { recordSchemas, type Stored } from '#domain/records/schemas.ts';
import type { Vault } from '#vault/vault.ts';
import type { Row } from './db.ts';

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
  const body = readBody(collection, text, row.id);
  return { id: row.id, collection, v: row.v, rev: row.rev ?? null, body, text };
}

/** Parses and checks a stored body. Unknown fields of a newer version are kept. */
export function readBody<C extends CollectionName>(
  collection: C,
  text: string,
  id: string,
): Stored<C> {
  const stored: unknown = JSON.parse(text);
  const first = recordSchemas[collection].safeParse(stored);
  const result = first.success ? first : recordSchemas[collection].safeParse(withoutNulls(stored));
  if (!result.success) {
    const paths = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`${collection} ${id} does not fit its schema at ${paths}`);
  }
  return result.data as Stored<C>; // parsed by the schema of this very collection
}

/**
 * A radio group that was left without an answer was once stored as null. Nothing that a person writes is
 * ever null, so it is read as not answered, and no text beside it is shut away as damaged.
 */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === null ? [] : [[key, withoutNulls(each)]],
    ),
  );
}

export const codeOf = (collection: CollectionName): number => collections[collection].code;
