import type { Child } from '#domain/records/child.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { entryTextKeys } from './entry-fields.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asWord = (text: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags);

/** Where a text has the whole name, the reference or the first name: from, and how many letters, in order. */
export function namedAt(
  text: string,
  { name, reference }: Pick<Child, 'name' | 'reference'>,
): readonly (readonly [at: number, length: number])[] {
  const whole = [name.trim(), reference.trim()].filter((each) => each !== '');
  const [first = ''] = name.trim().split(/\s+/);
  const patterns = [
    ...whole.map((each) => asWord(each, 'giu')),
    ...(first.length > 2 ? [asWord(first, 'gu')] : []),
  ];
  const found = new Map<number, number>();
  for (const pattern of patterns)
    for (const { index, 0: words } of text.matchAll(pattern))
      found.set(index, Math.max(words.length, found.get(index) ?? 0));
  return [...found].toSorted(([a], [b]) => a - b);
}

/** The whole name or the reference however it is written; the first name as it is written: "May" is not "may". */
export function isNamed(
  text: string,
  { name, reference }: Pick<Child, 'name' | 'reference'>,
): boolean {
  const whole = [name.trim(), reference.trim()].filter((each) => each !== '');
  if (whole.some((each) => asWord(each, 'iu').test(text))) return true;
  const [first = ''] = name.trim().split(/\s+/);
  return first.length > 2 && asWord(first, 'u').test(text);
}

/** ENTRY4: the children of an entry whom its own text names: it goes on the others' records too. */
export function namesInOthers(draft: EntryDraft, children: readonly Child[]): readonly string[] {
  if (children.length < 2) return [];
  const texts = [
    ...entryTextKeys.map((key) => draft[key]),
    ...draft.actions.flatMap(({ what, owner }) => [what, owner]),
    draft.channelOther,
  ].join('\n');
  return children
    .filter((child) => isNamed(texts, child))
    .map(({ name, reference }) => name || reference);
}
