import { countOf } from '#domain/count-words.ts';
import type { Account } from '#domain/records/session.ts';

export interface CaseCoverage {
  readonly of: 'all' | 'sample';
  readonly words: string;
}

/**
 * NOTE6 (R-44, 003:250): whether the cases discussed are all of them or a sample, counted from what each
 * child's discussion says and asked of nobody. A reason for not discussing a child makes it a sample.
 */
export function caseCoverage(
  accounts: readonly Account[],
  { hasEnded }: { readonly hasEnded: boolean },
): CaseCoverage {
  const total = accounts.length;
  if (total === 0) return { of: 'all', words: 'No open cases' };
  const discussed = accounts.filter(
    ({ outcome }) => outcome === 'brief' || outcome === 'inDepth',
  ).length;
  if (discussed === total) {
    return { of: 'all', words: `This session covers ALL ${countOf(total, 'open case')}` };
  }
  const leftOut = accounts.filter(({ outcome }) => outcome === 'leftOut').length;
  const incomplete = hasEnded && leftOut > 0 ? `. Incomplete: ${leftOut} left out` : '';
  return { of: 'sample', words: `SAMPLE: ${discussed} of ${total} discussed${incomplete}` };
}
