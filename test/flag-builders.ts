import { type CaseFacts, nothingKnown } from '#domain/flags/case-facts.ts';
import { type Flag, type FlagCode, type FlagQuestion, scoredCodes } from '#domain/flags/flag.ts';
import { flagsOf } from '#domain/flags/flags-of.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { day, swindon } from './due-builders.ts';

type Over = Partial<CaseFacts>;

/** The day all hand-worked examples are asked on: a Friday. The child was discussed on 2 November. */
export const today = '2026-11-20';
export const known: CaseFacts = {
  ...nothingKnown,
  practitioner: 'Amina Khan',
  lastFormalOn: day('2026-11-02'),
  lastInDepthOn: day('2026-09-07'),
  footprintStartedOn: day('2026-06-01'),
};

/** Flags of a child with the facts of `known` and these. */
export const flagged = (
  over: Over = {},
  more: Partial<Omit<FlagQuestion, 'facts'>> = {},
): readonly Flag[] =>
  flagsOf({ facts: { ...known, ...over }, profile: swindon, today: day(today), ...more });

/** The words of one code; undefined where there is no such flag. */
export const wordsOf = (
  code: FlagCode,
  over: Over = {},
  profile: PolicyProfile = swindon,
): string | undefined => flagged(over, { profile }).find((each) => each.code === code)?.words;

export const pointsOfCode = (code: FlagCode, over: Over): number | undefined =>
  flagged(over).find((each) => each.code === code)?.points;

/** A flag by itself, for what is ranked and planned. */
export function flag(code: FlagCode, points = 0, more: Partial<Flag> = {}): Flag {
  const isScored = (scoredCodes as readonly string[]).includes(code);
  const isInformation = ['SIBLING', 'CONTEXT_TIME', 'ROTATION_DUE', 'NO_DATE'].includes(code);
  const tier = isScored ? 'scored' : isInformation ? 'information' : 'always';
  return { code, tier, points, words: `${code}.`, src: null, file: 'working', ...more };
}
