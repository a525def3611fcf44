import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { everyWords, intervalWords, isShorter } from './interval.ts';
import { cited, type IntervalRule } from './interval-rule.ts';
import type { OwnInterval, Worker } from './worker.ts';
import { ruleOn, type WorkerPhase } from './worker-phases.ts';

export type IntervalCheck =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly error: string };

export const onlyShorten = (minimum: Interval): string =>
  `Override may only shorten the minimum interval (${intervalWords(minimum)})`;

const accepted: IntervalCheck = { outcome: 'accepted' };
const refused = (error: string): IntervalCheck => ({ outcome: 'refused', error });

/** The line of a policy that a note in its profile names: "(003:133,135)". */
const clauseIn = (note: string | undefined): string | null =>
  /\d{3}:\d+(?:[,-]\d+)*/.exec(note ?? '')?.[0] ?? null;

/**
 * WORK13: a worker's own interval may be shorter. Longer only where the policy says that
 * role and hours count, with a reason. Says what is wrong, in words for the field.
 */
export function checkWorkerInterval(question: {
  readonly profile: PolicyProfile;
  readonly inForce: IntervalRule;
  readonly own: OwnInterval;
}): IntervalCheck {
  const { profile, inForce, own } = question;
  if (isShorter(own.interval, inForce.interval)) return accepted;
  if (profile.worker.partTime === undefined || !isShorter(inForce.interval, own.interval))
    return refused(onlyShorten(inForce.interval));
  return (own.reason ?? '').trim() === ''
    ? refused('A longer interval needs a reason: the role or the contracted hours')
    : accepted;
}

/** WORK16: the backstop holds for case holders and those who manage complex cases. */
const needsBackstop = ({ stage, holdsCases, managesComplexCases }: Worker): boolean =>
  managesComplexCases === true ||
  (holdsCases ?? (stage !== 'nonCaseHolding' && stage !== 'manager'));

/** Never later than this, whatever was agreed or set; undefined where the policy has no such rule. */
export function backstopRule(profile: PolicyProfile, worker: Worker): IntervalRule | undefined {
  const { interval, src, strength } = profile.worker.caseHolderBackstop ?? {};
  if (!interval || !needsBackstop(worker)) return undefined;
  const what = `at least ${everyWords(interval, 'rolling')} for case holders`;
  return { rule: 'R-04', ...cited(src, strength), interval, basis: 'rolling', what };
}

const withInterval = (
  rule: IntervalRule,
  interval: Interval,
  change: Partial<IntervalRule> & Pick<IntervalRule, 'what'>,
): IntervalRule => ({
  ...rule,
  ...change,
  interval,
  basis: 'rolling',
  targetInterval: undefined,
  what: `${everyWords(interval, 'rolling')}${change.what}`,
});

/**
 * The rules in force on that day; the earliest date of them counts. A longer interval stands alone,
 * because it takes the place of the policy's own (WORK13, WORK14).
 */
export function workerRules(
  profile: PolicyProfile,
  worker: Worker,
  phases: readonly WorkerPhase[],
  on: CalendarDate,
): readonly IntervalRule[] {
  const inForce = ruleOn(phases, on);
  const { agreedInterval, ownInterval } = worker;
  const hoursCount = profile.worker.partTime !== undefined;
  const rules: IntervalRule[] = [inForce];

  if (agreedInterval && (hoursCount || isShorter(agreedInterval, inForce.interval))) {
    // C-8: under 003 the frequency agreed in the contract governs, in either direction.
    const clause = hoursCount ? clauseIn(profile.worker.default.note) : inForce.clause;
    const agreed = withInterval(inForce, agreedInterval, { clause, what: ', as agreed' });
    if (hoursCount) rules.splice(0, 1, agreed);
    else rules.push(agreed);
  }
  const base = rules[0] ?? inForce;
  if (
    ownInterval &&
    checkWorkerInterval({ profile, inForce: base, own: ownInterval }).outcome === 'accepted'
  ) {
    const longer = isShorter(base.interval, ownInterval.interval);
    const rule = longer ? 'R-17' : 'R-08';
    const clause = longer ? clauseIn(profile.worker.partTime) : base.clause;
    const own = withInterval(base, ownInterval.interval, { rule, clause, what: ', as set' });
    if (longer) rules.splice(0, 1, own);
    else rules.push(own);
  }
  return rules;
}
