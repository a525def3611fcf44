import type { CollectionName } from '#domain/collections.ts';
import { onlyAt } from '#domain/versions/only-at.ts';
import { storedFields } from '#exchange/access/stored-fields.ts';
import { storedLabel } from '#exchange/access/stored-words.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

/** The last part of a path is the field; what stands before it is where it is. */
export const labelOfPath = (collection: CollectionName, path: string): string =>
  storedLabel(collection, path.split('.').at(-1) ?? path);

/** The same where a record is about several children: by the reference, as it may leave in a file. */
export function placeOfPath(
  workspace: Workspace,
  collection: CollectionName,
  path: string,
): string {
  const label = labelOfPath(collection, path);
  const ref = /^(?:children|agenda)\.(.*)\.\w+$/.exec(path)?.[1];
  const child = ref === undefined ? undefined : findChild(workspace, ref)?.body;
  return child ? `${label}, ${child.reference || 'no reference known yet'}` : label;
}

/** What one version says in a field, in the words of its form; never as it is stored. */
export function versionWords(
  workspace: Workspace,
  collection: CollectionName,
  { body, path, value }: { readonly body: object; readonly path: string; readonly value: unknown },
): string {
  if (value === undefined || value === null) return '(removed)';
  if (value === '' || (Array.isArray(value) && value.length === 0)) return '(empty)';
  if (value === false) return 'No';
  const fields = storedFields(workspace, collection, onlyAt(body, path, value));
  const [only] = fields;
  if (fields.length === 1 && only && typeof value !== 'object') return only[1];
  return fields.map(([label, words]) => `${label}: ${words}`).join('\n') || '(empty)';
}
