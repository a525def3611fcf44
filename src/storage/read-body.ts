import type { CollectionName } from '#domain/collections.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { readAs } from './read-as.ts';

/** The body of a record that came in a file, checked by its collection's schema; throws where it does not fit. */
export const readBody = <C extends CollectionName>(
  collection: C,
  text: string,
  id: string,
): Stored<C> => readAs(recordSchemas[collection], collection, text, id);
