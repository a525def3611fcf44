import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { IntervalRule } from './interval-rule.ts';
import type { Worker } from './worker.ts';
import { backstopRule, workerRules } from './worker-interval.ts';
import { workerPhases } from './worker-phases.ts';
import { defaultRule } from './worker-stage.ts';

/**
 * The rules whose periods are counted from that day; the earliest date of them counts. `months`: what
 * makes a month a missed one. Under a calendar-month policy that is the default rule alone: a weekly
 * phase does not make a month with a session in it a missed one.
 */
export function periodRules(question: {
  readonly profile: PolicyProfile;
  readonly worker: Worker;
  readonly on: CalendarDate;
  readonly by: 'interval' | 'months';
}): readonly IntervalRule[] {
  const { profile, worker, on, by } = question;
  if (by === 'months' && profile.worker.default.basis === 'calendarMonth')
    return [defaultRule(profile)];
  const backstop = backstopRule(profile, worker); // WORK13: never past it
  const rules = workerRules(profile, worker, workerPhases(profile, worker), on);
  return backstop ? [...rules, backstop] : rules;
}
