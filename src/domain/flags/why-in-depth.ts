import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Flag, FlagTier } from './flag.ts';

const isReason = ({ tier, code }: Flag): boolean =>
  tier !== 'information' || code === 'ROTATION_DUE';

/** FLAG24: why in depth, the sentences in the order of the table; `atMost` for a narrow place. */
export function whyInDepth(flags: readonly Flag[], atMost = flags.length): readonly string[] {
  return flags
    .filter(isReason)
    .map(({ words }) => words)
    .slice(0, atMost);
}

/** FLAG23: said beside a case; no reason for a depth, no excuse, and no measure of anybody. */
export function forInformation(flags: readonly Flag[]): readonly string[] {
  return flags.filter((flag) => !isReason(flag)).map(({ words }) => words);
}

export const flagsOfTier = (flags: readonly Flag[], tier: FlagTier): readonly Flag[] =>
  flags.filter((flag) => flag.tier === tier);

/**
 * FLAG24: where a flag comes from: the lines of the person's own policy where it has any; otherwise that
 * it is a suggestion, because another council's policy binds nobody here.
 */
export function flagSourceWords(flag: Pick<Flag, 'src'>, profile: PolicyProfile): string {
  const clauses = flag.src?.split('; ') ?? [];
  const own = clauses.filter((clause) => clause.startsWith(`${profile.seed}:`));
  if (own.length > 0) return cite(profile, own.join('; '));
  const [first] = clauses;
  if (first === undefined) return 'our suggestion';
  const whose = first.startsWith('002:') ? 'a managers’ focus group' : 'another council’s policy';
  return `our suggestion, from ${whose}, ${first}`;
}
