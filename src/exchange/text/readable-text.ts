import type { DraftOf } from '#storage/save-queue.ts';

/** What a person typed into a draft, as text to copy when it cannot be saved. Every typed word is in it. */
export function readableText({ body }: DraftOf): string {
  return textsIn(body).join('\n\n');
}

/** What no person typed: references, moments, and who made the record. */
const notTyped = /^(id|kind|file|schema|createdBy|profileId|.*(Ref|Id|At|Hash))$/;

/** Each text under the name of its field: plain, and nothing is left out. */
function textsIn(node: unknown, name = ''): readonly string[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [titled(words(name), node)];
  if (Array.isArray(node)) return node.flatMap((item) => textsIn(item, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    notTyped.test(key) ? [] : textsIn(value, key === 'text' && name !== '' ? name : key),
  );
}

/** `wantFromSupervisor` is read as "Want from supervisor". */
function words(key: string): string {
  const spaced = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);
