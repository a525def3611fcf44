import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';

/**
 * Parses a stored body and checks it by the schema of its collection. Unknown fields of a newer version are
 * kept. Throws where it does not fit, with the places and none of the words.
 */
export function readAs<C extends CollectionName>(
  schema: z.ZodMiniType,
  collection: C,
  text: string,
  id: string,
): Stored<C> {
  const stored: unknown = JSON.parse(text);
  const first = schema.safeParse(stored);
  const result = first.success ? first : schema.safeParse(withoutNulls(stored));
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
