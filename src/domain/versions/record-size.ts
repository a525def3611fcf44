import type { CollectionName } from '#domain/collections.ts';

/** Of the stored text, in bytes of UTF-8 (design section 7). */
export const LONG_BYTES = 256 * 1024;
/** What can be sent. The wire has the same limit. */
export const MOST_BYTES = 768 * 1024;

export type RecordSize =
  | { readonly status: 'usual' }
  | { readonly status: 'long' | 'tooLong'; readonly bytes: number };

/** A letter is three bytes of UTF-8 at most, and one at least: most texts need no counting. */
const MOST_BYTES_A_LETTER = 3;

/** SENT5: whether a stored text is long enough to be told, and whether it can be sent. */
export function recordSize(text: string): RecordSize {
  if (text.length * MOST_BYTES_A_LETTER <= LONG_BYTES) return { status: 'usual' };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= LONG_BYTES) return { status: 'usual' };
  return { status: bytes <= MOST_BYTES ? 'long' : 'tooLong', bytes };
}

/** Which of them can go on as an entry on a child's file. What is on the supervision file never does. */
const OF_CHILDREN: readonly CollectionName[] = ['discussions', 'groupDiscussions', 'entryDrafts'];

/** SENT5: said where it is typed. It blocks neither typing nor saving. */
export function longRecordWords(
  size: Exclude<RecordSize, { status: 'usual' }>,
  collection: CollectionName,
): string {
  const many = `${Math.ceil(size.bytes / 1024)} KB`;
  const most = `${MOST_BYTES / 1024} KB`;
  const what =
    size.status === 'long'
      ? `This record is very long (${many}). It can be sent up to ${most}.`
      : `This record is too long to send (${many}, and up to ${most} can be sent). It is saved on this device.`;
  const where = OF_CHILDREN.includes(collection)
    ? ', such as an entry under “Record a decision”'
    : ' of the same kind';
  return `${what} Split it: take out what was pasted and write here where it is, or go on in another record${where}.`;
}
