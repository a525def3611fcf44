import { formatDateTime, parseInstant } from '#domain/calendar-date.ts';
import type { CollectionName } from '#domain/collections.ts';
import { fieldOfPath } from '#exchange/handover/describe.ts';
import type { PrintField } from '#exchange/print/document.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** Of a machine and of nobody: which record it is, and the bytes of a signature and its key. */
const unread = new Set([
  ...['id', 'file', 'schema', 'publicKey', 'signature', 'authenticatorData', 'clientData'],
]);

/** Keys that hold a reference; all others hold what was typed or chosen, which stays as it is. */
const holdsRef = (key: string) => /(Ref|Refs|^ref|^by|^me|createdBy|alsoMe)$/.test(key);

/**
 * Every field of a stored record that holds something, with its label: what is shown where a record has no
 * text of its own. Words stay to the letter; a moment and a reference of ours are said in words.
 */
export function storedFields(
  workspace: Workspace,
  collection: CollectionName,
  body: object,
): readonly PrintField[] {
  const words = (key: string, value: string): string => {
    if (/(^at|At)$/.test(key)) {
      const moment = parseInstant(value);
      return moment ? formatDateTime(moment) : value;
    }
    return holdsRef(key) ? refWords(workspace, value) : value;
  };
  const walk = (value: unknown, key: string, labels: readonly string[]): readonly PrintField[] => {
    if (typeof value === 'string')
      return value === '' ? [] : [[labels.join(', '), words(key, value)]];
    if (typeof value === 'number') return [[labels.join(', '), String(value)]];
    if (value === true) return [[labels.join(', '), 'Yes']];
    if (Array.isArray(value))
      return value.flatMap((each, at) =>
        walk(each, key, typeof each === 'object' ? numbered(labels, at) : labels),
      );
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([inner, each]) =>
      unread.has(inner) ? [] : walk(each, inner, [...labels, fieldOfPath(collection, inner)]),
    );
  };
  return walk(body, '', []);
}

const numbered = (labels: readonly string[], at: number): readonly string[] => [
  ...labels.slice(0, -1),
  `${labels.at(-1) ?? ''} ${at + 1}`,
];

/** A colleague by name, where one is held; a child by the reference that is stored (ACCESS2). */
const refWords = (workspace: Workspace, ref: string): string =>
  findStaff(workspace, ref)?.body.name || ref;
