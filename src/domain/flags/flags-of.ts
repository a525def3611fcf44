import { alwaysRows } from './always-flags.ts';
import { alwaysCodes, type Flag, type FlagQuestion, scoredCodes } from './flag.ts';
import { pointsOf } from './flag-points.ts';
import type { Found } from './flag-row.ts';
import { informationRows } from './information-flags.ts';
import { scoredRows } from './scored-flags.ts';

type Named = Pick<Flag, 'code' | 'tier' | 'src'>;

const flag = (named: Named, { words, place }: Found, points: number): Flag => ({
  ...named,
  points,
  words,
  file: 'working',
  ...(place === undefined ? {} : { place }),
});

/**
 * Why this child may need a discussion in depth, in the order of the table (FLAG1). One flag a code;
 * what is not known gives none (FLAG2). Brothers and sisters are `withSiblingFlags`, over all cases.
 */
export function flagsOf(question: FlagQuestion): readonly Flag[] {
  const { profile } = question;
  const always = alwaysCodes.flatMap((code): readonly Flag[] => {
    const { src, ask } = alwaysRows[code];
    const found = ask(question);
    return found ? [flag({ code, tier: 'always', src }, found, 0)] : [];
  });
  const scored = scoredCodes.flatMap((code): readonly Flag[] => {
    const { src, ask } = scoredRows[code];
    const found = ask(question);
    const points = found ? pointsOf(profile, code) * found.times : 0;
    return found ? [flag({ code, tier: 'scored', src }, found, points)] : [];
  });
  const information = (['CONTEXT_TIME', 'ROTATION_DUE', 'NO_DATE'] as const).flatMap(
    (code): readonly Flag[] => {
      const { src, ask } = informationRows[code];
      const found = ask(question);
      return found ? [flag({ code, tier: 'information', src }, found, 0)] : [];
    },
  );
  return [...always, ...scored, ...information];
}
