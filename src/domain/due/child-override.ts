import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildFacts, ChildOverride } from './child-facts.ts';
import { cohortRows, strictestRule } from './cohort-rows.ts';
import { isShorter, parseInterval } from './interval.ts';
import { type IntervalCheck, onlyShorten } from './worker-interval.ts';

const refused = (error: string): IntervalCheck => ({ outcome: 'refused', error });

/**
 * CHILD7 (R-17, 000:113): a manager may only discuss a child more often than the policy says, and says
 * why. `interval` is as typed, such as `P14D`. The error is for the field that it was typed in.
 */
export function checkChildOverride(question: {
  readonly profile: PolicyProfile;
  readonly child: ChildFacts;
  readonly interval: string;
  readonly reason: string | undefined;
}): IntervalCheck {
  const { profile, child, reason } = question;
  const interval = parseInterval(question.interval);
  if (!interval) return refused('An interval is written like P7D, P14D, P1M or P12M');
  const minimum = strictestRule(cohortRows(profile, child, child));
  if (profile.child.mode !== 'byCohort' || !profile.child.managerOverride || !minimum)
    return refused(`${profile.source.name} has no interval of its own for a child to shorten`);
  if (!isShorter(interval, minimum.interval)) return refused(onlyShorten(minimum.interval));
  if (profile.child.managerOverride.reasonRequired && (reason ?? '').trim() === '')
    return refused('Override needs a reason');
  return { outcome: 'accepted' };
}

/** The override as it was on that day, from the entry's own history, as of a status. */
export function overrideOn(
  { overrideInterval, overrideReason, history }: Child,
  day: CalendarDate,
): ChildOverride | undefined {
  const changes = history.filter(({ field }) => field === 'overrideInterval');
  const later = changes.find(({ on }) => on > day);
  const interval = parseInterval(later ? later.from : overrideInterval);
  if (!interval) return undefined;
  const set = changes.findLast(({ on }) => on <= day);
  return {
    interval,
    reason: (later && set?.reason) || overrideReason,
    setOn: parseCalendarDate(set?.on ?? ''),
  };
}
