import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { addInterval, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildFacts, ChildOverride, ChildStatus } from './child-facts.ts';
import { checkChildOverride } from './child-override.ts';
import { cohortRows } from './cohort-rows.ts';
import type { CountedFrom, RuleCited } from './due-result.ts';
import { intervalWords } from './interval.ts';
import { dueAfterChange } from './interval-change.ts';
import { cited, type IntervalRule, periodEnd } from './interval-rule.ts';

/** A date with the rule and the words that gave it. */
export interface DatedRule {
  readonly rule: RuleCited;
  readonly what: string;
  readonly dueOn: CalendarDate;
}

interface CohortQuestion {
  readonly profile: PolicyProfile;
  readonly child: ChildFacts;
  readonly origin: CountedFrom;
  readonly today: CalendarDate;
  readonly holidays: Holidays;
}

/** The earliest of them; the first where several fall on one day. */
export const earliestOf = (dates: readonly DatedRule[]): DatedRule | undefined =>
  dates.reduce<DatedRule | undefined>(
    (best, each) => (best && best.dueOn <= each.dueOn ? best : each),
    undefined,
  );

const dated = (rule: IntervalRule, origin: CountedFrom): DatedRule => ({
  rule,
  what: rule.what,
  dueOn: periodEnd(rule, origin),
});

/** CHILD3: the strictest of several statuses, the one whose date comes first. */
function underStatus(question: CohortQuestion, status: ChildStatus): DatedRule | undefined {
  const { profile, child, origin } = question;
  return earliestOf(cohortRows(profile, child, status).map(({ rule }) => dated(rule, origin)));
}

const ours = { rule: 'R-14', ...cited(undefined, 'inferred') };

/** CHILD8, CHILD9: with the latest change of status. One before the day counted from changes nothing. */
function underChange(question: CohortQuestion): DatedRule | undefined {
  const { child, today, holidays } = question;
  const now = underStatus(question, child);
  const { changed } = child;
  if (!changed) return now;
  const before = underStatus(question, changed.from);
  if (today < changed.on) return before; // CHILD8: it has not happened yet
  if (!now || !before) return now;
  const { dueOn, grace } = dueAfterChange({
    oldDue: before.dueOn,
    newDue: now.dueOn,
    changedOn: changed.on,
    holidays,
  });
  if (dueOn === now.dueOn) return now;
  if (!grace) return before;
  return { rule: ours, dueOn, what: 'discussion within 5 working days of the change of status' };
}

/** CHILD7: an override counts beside the policy's own interval; the earlier date of the two wins. */
function underOverride(
  { origin, holidays }: CohortQuestion,
  policyDue: DatedRule,
  override: ChildOverride,
  clause: Pick<RuleCited, 'clause' | 'strength'>,
): DatedRule {
  const rule = { rule: 'R-17', ...clause };
  const own = addInterval(origin.on, override.interval);
  if (own >= policyDue.dueOn) return policyDue;
  const what = `discussion every ${intervalWords(override.interval)}, as set by the manager`;
  const { setOn } = override;
  if (setOn === undefined) return { rule, dueOn: own, what };
  const { dueOn } = dueAfterChange({
    oldDue: policyDue.dueOn,
    newDue: own,
    changedOn: setOn,
    holidays,
  });
  return dueOn === policyDue.dueOn ? policyDue : { rule, dueOn, what };
}

/** When a child is due by its status: strictest row, latest change, manager's override (CHILD3–CHILD9). */
export function cohortDue(question: CohortQuestion): DatedRule | undefined {
  const { profile, child } = question;
  const policyDue = underChange(question);
  const { override } = child;
  if (!policyDue || !override) return policyDue;
  const { interval, reason } = override;
  if (checkChildOverride({ profile, child, interval, reason }).outcome !== 'accepted')
    return policyDue;
  const { src, strength } = profile.child.managerOverride ?? {};
  return underOverride(question, policyDue, override, cited(src, strength));
}

/** CHILD6: the first full discussion of a new allocation, where a status asks for one (000:120). */
export function firstFullDue(
  profile: PolicyProfile,
  child: ChildFacts,
  allocatedOn: CalendarDate,
): DatedRule | undefined {
  const firsts = cohortRows(profile, child, child).flatMap(({ cohort }): readonly DatedRule[] => {
    const { firstFull, src, label } = cohort ?? {};
    if (!firstFull || firstFull.within.startsWith('PT')) return [];
    const rule = { rule: 'R-15', ...cited(firstFull.src ?? src, firstFull.strength) };
    const within = firstFull.within as Parameters<typeof addInterval>[1]; // not hours: just checked
    const what = `first full supervision within ${intervalWords(within)} of allocation, ${label}`;
    return [{ rule, what, dueOn: addInterval(allocatedOn, within) }];
  });
  return earliestOf(firsts);
}
