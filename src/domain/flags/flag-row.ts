import type { CaseFacts } from './case-facts.ts';
import type { FlagQuestion } from './flag.ts';

/** What a row found: its sentences, and how many times its points count. */
export interface Found {
  readonly words: string;
  readonly times: number;
  readonly place?: number;
}

/** One line of the table of domain-spec section C. */
export interface FlagRow {
  readonly src: string | null;
  readonly ask: (question: FlagQuestion) => Found | undefined;
}

interface RowParts<T> {
  readonly src: string | null;
  /** What makes the flag; undefined or false where it does not apply or is not known (FLAG2). */
  readonly when: (facts: CaseFacts, question: FlagQuestion) => T | undefined | false;
  readonly words: (found: T, question: FlagQuestion) => string;
  readonly times?: (found: T) => number;
  readonly place?: (found: T) => number;
}

export function row<T>({ src, when, words, times, place }: RowParts<T>): FlagRow {
  return {
    src,
    ask: (question) => {
      const found = when(question.facts, question);
      if (found === undefined || found === false) return undefined;
      return {
        words: words(found, question),
        times: times?.(found) ?? 1,
        ...(place ? { place: place(found) } : {}),
      };
    },
  };
}

/** The list where it has anything in it. */
export const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/** "A", "A and B", "A, B and C". */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** One sentence after the other. */
export const sentences = (texts: readonly string[]): string => texts.join(' ');
