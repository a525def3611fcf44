import type { Flag } from '#domain/flags/flag.ts';
import { flagSourceWords, whyInDepth } from '#domain/flags/why-in-depth.ts';
import {
  type PlannedCase,
  type PlanQuestion,
  planSession,
  type SessionPlan,
} from '#domain/plan/plan-session.ts';
import { hasAlwaysFlag } from '#domain/plan/rank-cases.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Depth } from '#domain/records/discussion-fields.ts';

export interface CaseOnPlan {
  readonly flags: readonly Flag[];
  /** As planned with what people chose. */
  readonly planned: PlannedCase;
  readonly suggested: Depth;
  /** In depth by a flag of the first group: brief is then chosen with a reason (AGENDA4). */
  readonly isStanding: boolean;
}

export interface Suggestions {
  readonly plan: SessionPlan;
  readonly cases: ReadonlyMap<string, CaseOnPlan>;
}

/**
 * AGENDA12: what is suggested for a child is what the plan gives it; for one whose depth a person chose,
 * what it would give if nobody had chosen anything. So a suggestion stands beside the choice it differs from.
 */
export function suggestionsFor(question: PlanQuestion): Suggestions {
  const plan = planSession(question);
  const unchosen = planSession({
    ...question,
    cases: question.cases.map((each) => ({ ...each, chosenDepth: undefined })),
  });
  const freely = new Map(unchosen.cases.map(({ ref, depth }) => [ref, depth]));
  const asked = new Map(question.cases.map((each) => [each.ref, each]));
  const cases = plan.cases.map((planned): readonly [string, CaseOnPlan] => {
    const { flags = [], chosenDepth } = asked.get(planned.ref) ?? {};
    const suggested = chosenDepth ? freely.get(planned.ref) : planned.depth;
    const isStanding = hasAlwaysFlag(flags);
    return [planned.ref, { flags, planned, suggested: suggested ?? planned.depth, isStanding }];
  });
  return { plan, cases: new Map(cases) };
}

/** AGENDA9: the children in the order of the plan, each once. */
export const refsInOrder = ({ order }: SessionPlan): readonly string[] =>
  order.flatMap(({ refs }) => refs);

/** Where time is short: whose brief check-in would be thought about first. A person decides, and says why. */
export const lastInDepth = ({ cases }: SessionPlan): string | undefined =>
  cases.findLast(({ depth }) => depth === 'inDepth')?.ref;

export interface Reason {
  readonly words: string;
  /** The clause, or that it is a suggestion; '' for what only the plan says. */
  readonly source: string;
}

/** FLAG24: the sentences in the order of the table with where they come from, then what the plan adds. */
export function reasonsOf(
  flags: readonly Flag[],
  profile: PolicyProfile,
  planned?: PlannedCase,
): readonly Reason[] {
  const isReason = new Set(whyInDepth(flags));
  const cited = flags
    .filter(({ words }) => isReason.has(words))
    .map((flag): Reason => ({ words: flag.words, source: flagSourceWords(flag, profile) }));
  const added = (planned?.why ?? []).filter((words) => !isReason.has(words));
  return [...cited, ...added.map((words) => ({ words, source: '' }))];
}

/** A reason and, as a sentence of its own, where it comes from. */
export const reasonWords = ({ words, source }: Reason): string =>
  source === '' ? words : `${words} ${source.charAt(0).toUpperCase()}${source.slice(1)}.`;
