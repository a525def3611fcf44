import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildFacts, ChildStatus } from './child-facts.ts';
import { everyWords, isShorter, shortestOf } from './interval.ts';
import { cited, type IntervalRule } from './interval-rule.ts';

type Cohort = NonNullable<PolicyProfile['child']['cohorts']>[number];

/** One status of a child under its policy, with the interval that it gives. */
export interface CohortRow {
  /** Undefined: the policy has no row for this status, or none is known. */
  readonly cohort: Cohort | undefined;
  readonly rule: IntervalRule;
  /** To be discussed each time its worker is supervised (000:118). */
  readonly inEverySession: boolean;
}

/** CHILD4 (C-29): every field that the row rests on is filled in. One this version does not know is not. */
function requirementsMet({ requires = [] }: Cohort, facts: ChildFacts): boolean {
  const held: Readonly<Record<string, string | undefined>> = {
    permanenceDecisionDate: facts.permanenceDecisionDate,
    permanenceApprovedBy: facts.permanenceApprovedBy,
  };
  return requires.every((field) => (held[field] ?? '').trim() !== '');
}

/** The row that holds until the requirements are met: of the same kind of case, as its code says. */
const rowUntilThen = (rows: readonly Cohort[], cohort: Cohort): Cohort | undefined =>
  rows.find(
    ({ code, requires = [] }) =>
      requires.length === 0 && code.split('_')[0] === cohort.code.split('_')[0],
  );

function ruleOf(cohort: Cohort, higherRisk: boolean): IntervalRule | undefined {
  const interval = (higherRisk && cohort.ifHigherRisk?.interval) || cohort.interval;
  if (!interval) return undefined;
  const raised = higherRisk && cohort.ifHigherRisk ? ', higher risk' : '';
  return {
    rule: 'R-14',
    ...cited(cohort.src, cohort.intervalStrength ?? cohort.strength),
    interval,
    basis: 'rolling',
    what: `discussion ${everyWords(interval, 'rolling')}, ${cohort.label}${raised}`,
  };
}

/** CHILD5: a status that the policy has no row for is discussed as often as its strictest one. */
function strictestRow(rows: readonly Cohort[]): CohortRow | undefined {
  const interval = shortestOf(rows.flatMap((row) => row.interval ?? []));
  if (!interval) return undefined;
  const what = `discussion ${everyWords(interval, 'rolling')}, as no row of the policy fits the status`;
  const rule = {
    rule: 'R-14',
    ...cited(undefined, 'inferred'),
    interval,
    basis: 'rolling',
    what,
  } as const;
  return { cohort: undefined, rule, inEverySession: false };
}

/** The rows of a child's statuses, one for each; the strictest of the policy where none fits. */
export function cohortRows(
  profile: PolicyProfile,
  facts: ChildFacts,
  status: ChildStatus,
): readonly CohortRow[] {
  const rows = profile.child.cohorts ?? [];
  const fallback = strictestRow(rows);
  const higherRisk = status.higherRisk === true;
  const found = (status.cohorts.length > 0 ? status.cohorts : ['']).map((code) => {
    const named = rows.find((row) => row.code === code);
    const cohort = named && !requirementsMet(named, facts) ? rowUntilThen(rows, named) : named;
    const rule = cohort && ruleOf(cohort, higherRisk);
    if (!rule) return fallback;
    const inEverySession = higherRisk && cohort.ifHigherRisk?.inEverySession === true;
    return { cohort, rule, inEverySession };
  });
  return found.flatMap((row) => row ?? []);
}

/** CHILD3: the shortest interval among the rows, which an override has to be shorter than. */
export const strictestRule = (rows: readonly CohortRow[]): IntervalRule | undefined =>
  rows
    .map(({ rule }) => rule)
    .reduce<IntervalRule | undefined>(
      (best, each) => (best && !isShorter(each.interval, best.interval) ? best : each),
      undefined,
    );
