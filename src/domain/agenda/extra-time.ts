import type { DiscussionChild } from '#domain/records/discussion.ts';
import type { ExtraTimeCode } from '#domain/records/discussion-keys.ts';

/** Why more time may be needed (002:23). Working data: on no record, worth no points (FLAG23). */
export const extraTimeWords: Readonly<Record<ExtraTimeCode, string>> = {
  interpreter: 'interpreter',
  severalAgencies: 'several agencies',
  domesticAbuse: 'domestic abuse',
  substanceMisuse: 'drugs or alcohol',
  poverty: 'poverty',
  nothing: 'nothing needs extra time',
};

type Told = Pick<DiscussionChild, 'childRef' | 'accountedAt' | 'extraTime' | 'extraTimeOther'>;

const isTold = ({ extraTime, extraTimeOther }: Told): boolean =>
  extraTime.length > 0 || extraTimeOther.trim() !== '';

function wordsOf({ extraTime, extraTimeOther }: Told): readonly string[] {
  const ticked = extraTime.filter((code) => code !== 'nothing').map((code) => extraTimeWords[code]);
  return [...ticked, extraTimeOther.trim()].filter((words) => words !== '');
}

/** FACT14: as it was last said of each child. Not ticked again is not taken back; "nothing" is. */
export function extraTimeByChild(parts: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const oldestFirst = parts
    .filter(isTold)
    .toSorted((a, b) => (a.accountedAt < b.accountedAt ? -1 : 1));
  return new Map(oldestFirst.map((part) => [part.childRef, wordsOf(part)]));
}
