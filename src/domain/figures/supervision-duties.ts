import type { Holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type IntervalRule, periodEnd } from '#domain/due/interval-rule.ts';
import type { Absences } from '#domain/due/leave.ts';
import { type MissedPeriod, missedSince } from '#domain/due/missed-periods.ts';
import { periodRules } from '#domain/due/period-rules.ts';
import {
  earliestDue,
  originsOf,
  type Part,
  requiredParts,
  type WorkerHistory,
} from '#domain/due/worker-clock.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { isIn, type MonthDays } from './figure-month.ts';

/** A day by which supervision was due, and whether it was held by then. */
export interface SupervisionDuty {
  readonly parts: readonly Part[];
  readonly dueOn: CalendarDate;
  readonly rule: IntervalRule;
  /** Held on that day, in time. */
  readonly metOn?: CalendarDate;
  /** Held after it had been due; a missed one stays missed all the same. */
  readonly lateOn?: CalendarDate;
  readonly missed?: MissedPeriod;
}

export interface DutyQuestion extends WorkerHistory {
  readonly profile: PolicyProfile;
  readonly days: MonthDays;
  readonly absences: Absences;
  readonly holidays: Holidays;
  /** `months`: by the rule that makes a month a missed one. */
  readonly by: 'interval' | 'months';
}

/**
 * FIG4: the days in a month by which a worker's supervision was due, by the periods that every due date is
 * counted in (WORK1–WORK17), and what was overdue when it began. What was met before is not due in it.
 * Sessions after the month change nothing (FIG5).
 */
export function supervisionDuties(question: DutyQuestion): readonly SupervisionDuty[] {
  const { profile, worker } = question;
  const duties = requiredParts(profile, worker).flatMap((part) => dutiesOfPart(question, part));
  return together(duties).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function dutiesOfPart(question: DutyQuestion, part: Part): readonly SupervisionDuty[] {
  const { profile, worker, days, absences, holidays, by } = question;
  const origins = originsOf(question, part, days.known);
  return origins.flatMap((origin, i): readonly SupervisionDuty[] => {
    const rule = earliestDue(periodRules({ profile, worker, on: origin.on, by }), origin)?.rule;
    if (!rule) return [];
    const next = origins[i + 1]?.on;
    const missed = missedSince({ rule, origin, until: next ?? days.over, absences, holidays });
    const isOpen = next === undefined || next >= days.first;
    const rolls = by === 'interval' && rule.basis === 'rolling';
    // Overdue when the month began: until it was held, or another of its days passed.
    const overdue = rolls && isOpen ? missed.at(-1) : undefined;
    const late = missed.filter((period) => isIn(days, period.to) || period === overdue);
    // Where the interval rolls, a session held late meets nothing else: the next day counts from it
    // (WORK2). What makes a month a missed one goes by periods (LEAVE4).
    const ahead = rolls && missed.length > 0 ? [] : [periodEnd(rule, origin, missed.length + 1)];
    return [
      ...late.map((period, nth) => ({
        parts: [part],
        dueOn: period.to,
        rule,
        missed: period,
        ...(next !== undefined && nth === late.length - 1 ? { lateOn: next } : {}),
      })),
      ...ahead
        .filter((dueOn) => dueOn <= days.last && isOpen)
        .map((dueOn) => ({
          parts: [part],
          dueOn,
          rule,
          ...(next === undefined ? {} : { metOn: next }),
        })),
    ];
  });
}

/** Parts that were due on one day and met on one day are one session. */
function together(duties: readonly SupervisionDuty[]): readonly SupervisionDuty[] {
  const joined = new Map<string, SupervisionDuty>();
  for (const duty of duties) {
    const key = `${duty.dueOn} ${duty.metOn ?? ''} ${duty.lateOn ?? ''}`;
    const held = joined.get(key);
    joined.set(key, held ? { ...held, parts: [...held.parts, ...duty.parts] } : duty);
  }
  return [...joined.values()];
}
