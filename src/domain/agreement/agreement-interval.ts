import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import { everyWords, isShorter, parseInterval } from '#domain/due/interval.ts';
import type { IntervalRule } from '#domain/due/interval-rule.ts';
import type { Worker } from '#domain/due/worker.ts';
import { onlyShorten } from '#domain/due/worker-interval.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { FieldOption } from './agreement-choices.ts';

/** From a week to the longest that any of the policies allows. */
const intervals: readonly Interval[] = ['P7D', 'P14D', 'P21D', 'P28D', 'P1M', 'P42D', 'P2M', 'P3M'];

/**
 * AGREE11 (R-17, C-8): shorter than the policy's interval always; longer only where the policy says that
 * role and hours count, and never past its backstop. Says what is wrong, in words for the field.
 */
export function tooLong(
  agreed: Interval,
  profile: PolicyProfile,
  inForce: Pick<IntervalRule, 'interval'>,
): string | undefined {
  if (!isShorter(inForce.interval, agreed)) return undefined;
  if (profile.worker.partTime === undefined) return onlyShorten(inForce.interval);
  const backstop = profile.worker.caseHolderBackstop?.interval;
  return backstop && isShorter(backstop, agreed)
    ? `Choose ${everyWords(backstop, 'rolling')} or more often`
    : undefined;
}

/** "Every 4 weeks". A value that this version has no words for is shown as it is. */
export function intervalLabel(value: string): string {
  const interval = parseInterval(value);
  if (!interval) return value;
  const words = everyWords(interval, 'rolling');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What may be chosen under this policy (AGREE11), and what was chosen under another one. */
export function intervalOptions(question: {
  readonly profile: PolicyProfile;
  readonly worker: Worker;
  readonly today: CalendarDate;
  readonly chosen: string;
}): readonly FieldOption[] {
  const { profile, worker, today, chosen } = question;
  const inForce = ruleOn(workerPhases(profile, worker), today);
  const allowed = intervals.filter((each) => tooLong(each, profile, inForce) === undefined);
  const isOther = chosen !== '' && !allowed.some((each) => each === chosen);
  return [
    { value: '', label: `By the policy: ${everyWords(inForce.interval, inForce.basis)}` },
    ...[...allowed, ...(isOther ? [chosen] : [])].map((value) => ({
      value,
      label: intervalLabel(value),
    })),
  ];
}
