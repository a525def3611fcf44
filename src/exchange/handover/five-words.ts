import { countOf } from '#domain/count-words.ts';

const WORDS = 5;

export type FiveWords =
  | { readonly outcome: 'read'; readonly code: string }
  | { readonly outcome: 'wrongCode'; readonly reason: string };

const wrong = (reason: string): FiveWords => ({ outcome: 'wrongCode', reason });

/** The five words as they were made, whatever the capitals, spaces and hyphens they were typed with. */
export async function readFiveWords(typed: string): Promise<FiveWords> {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{Pd},.;]+/u)
    .filter(Boolean);
  if (words.length === 0) return wrong('Enter the five words.');
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  const unknown = words.filter((word) => !wordlist.includes(word)).map((word) => `“${word}”`);
  const last = unknown.pop();
  if (last !== undefined) {
    return unknown.length === 0
      ? wrong(`${last} is not one of the words. Check how it is spelled.`)
      : wrong(
          `${unknown.join(', ')} and ${last} are not among the words. Check how they are spelled.`,
        );
  }
  if (words.length !== WORDS) {
    return wrong(
      `Enter all five words, in order. There ${words.length === 1 ? 'is' : 'are'} ${countOf(words.length, 'word')} here.`,
    );
  }
  return { outcome: 'read', code: words.join(' ') };
}
