import type { CollectionName } from '#domain/collections.ts';
import { isLocalRef } from '#domain/ids.ts';
import { headerOf, statedAuthorOf } from '#domain/record-header.ts';

/**
 * SENT7: whom a record is about or by, under a reference that this device made itself. A council’s directory
 * knows it only as an alias.
 */
export function localRefsOf(
  type: CollectionName,
  body: Readonly<Record<string, unknown>>,
): readonly string[] {
  const header = headerOf(type, body);
  if (!header) return [];
  const refs = [...header.childRefs, header.superviseeRef, statedAuthorOf(type, body)];
  return [...new Set(refs.filter(isLocalRef))];
}
