import type { Depth } from '#domain/records/discussion-field-types.ts';

/** The sentence of another child of the session, as far as it is written. */
export interface SentenceOfToday {
  /** How the child is called in lists (LIST7). */
  readonly label: string;
  readonly depth: Depth | '';
  readonly briefNote: string;
}

/** SAME2: spaces, line breaks and capitals make no difference. Everything else does. */
const folded = (text: string): string => text.replace(/\s+/gu, '').toLocaleLowerCase('en-GB');

/** SAME3: one word says too little to be the same as anything. */
const isCompared = (text: string): boolean => /\S\s+\S/u.test(text);

/** SAME2, SAME3. Monitoring counts by the same function (A3). */
export const isSameSentence = (one: string, other: string): boolean =>
  isCompared(one) && isCompared(other) && folded(one) === folded(other);

/**
 * SAME1: what to point out beside the sentence of a brief check-in. Nothing is ever blocked by it: the
 * same words may be true twice (A3, 001:93).
 */
export function sameWords(question: {
  readonly text: string;
  /** The sentence on the child's last record; '' where there is none. */
  readonly lastTime: string;
  readonly today: readonly SentenceOfToday[];
}): readonly string[] {
  const { text, lastTime, today } = question;
  const others = today.filter(
    ({ depth, briefNote }) => depth === 'brief' && isSameSentence(text, briefNote), // SAME4
  );
  return [
    ...(isSameSentence(text, lastTime) ? ['The same words as last time.'] : []),
    ...(others[0] ? [`The same words as for ${othersWords(others)} today.`] : []),
  ];
}

/** "Ben C", "Ben C and Chloe C", "Ben C and 3 others". */
function othersWords(others: readonly SentenceOfToday[]): string {
  const [first, second] = others.map(({ label }) => label);
  if (others.length === 1) return `${first}`;
  return others.length === 2
    ? `${first} and ${second}`
    : `${first} and ${others.length - 1} others`;
}
