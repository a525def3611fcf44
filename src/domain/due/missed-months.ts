import type { Holidays } from '#domain/dates/bank-holidays.ts';
import { type CalendarDate, type CalendarMonth, monthOf } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type Effective, versionOn } from '#domain/policies/profile-versions.ts';
import type { Absences } from './leave.ts';
import { type MissedPeriod, missedSince, reasonOfAll } from './missed-periods.ts';
import { periodRules } from './period-rules.ts';
import { earliestDue, originsOf, requiredParts, type WorkerHistory } from './worker-clock.ts';

export interface MissedMonth {
  readonly month: CalendarMonth;
  readonly reason: MissedPeriod['reason'];
}

/** A policy through time: PROF12 asks each version about the periods that ended in its own. */
export type ProfileInTime = Effective & { readonly profile: PolicyProfile };

interface MissedQuestion extends WorkerHistory {
  readonly profile: PolicyProfile;
  /** Every version of the policy; left out, `profile` judges each period. */
  readonly versions?: readonly ProfileInTime[] | undefined;
  readonly until: CalendarDate;
  readonly absences: Absences;
  readonly holidays: Holidays;
  /** Only what was missed after the last session before `until`: what that day has to explain. */
  readonly sinceLast?: boolean | undefined;
}

/**
 * LEAVE4: the months whose supervision was missed before `until`, that day not included, oldest first.
 * Under a calendar-month policy a month without a session; under a rolling one the month in which a
 * due date passed. A later session takes none away. Nothing before the first known day is counted.
 */
export function missedMonths(question: MissedQuestion): readonly MissedMonth[] {
  const { profile, versions = [] } = question;
  if (versions.length === 0) return perMonth(missedUnder(profile, question));
  return perMonth(
    versions.flatMap((version) =>
      missedUnder(version.profile, question).filter(
        ({ to }) => versionOn(versions, to) === version, // PROF12
      ),
    ),
  );
}

function missedUnder(profile: PolicyProfile, question: MissedQuestion): readonly MissedPeriod[] {
  const { worker, until, absences, holidays } = question;
  return requiredParts(profile, worker).flatMap((part) => {
    const all = originsOf(question, part, until);
    const origins = question.sinceLast ? all.slice(-1) : all;
    return origins.flatMap((origin, index) => {
      const rules = periodRules({ profile, worker, on: origin.on, by: 'months' });
      const rule = earliestDue(rules, origin)?.rule;
      const next = origins[index + 1]?.on ?? until;
      return rule ? missedSince({ rule, origin, until: next, absences, holidays }) : [];
    });
  });
}

/** A month is explained only where everything missed in it is. */
function perMonth(missed: readonly MissedPeriod[]): readonly MissedMonth[] {
  const reasons = new Map<CalendarMonth, MissedPeriod['reason'][]>();
  for (const { to, reason } of missed) {
    const month = monthOf(to);
    reasons.set(month, [...(reasons.get(month) ?? []), reason]);
  }
  return [...reasons]
    .map(([month, all]) => ({ month, reason: reasonOfAll(all) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}
