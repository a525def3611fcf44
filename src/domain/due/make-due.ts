import { certaintyBetween, type Holidays } from '#domain/dates/bank-holidays.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
} from '#domain/dates/calendar-date.ts';
import { lastWorkingDayOnOrBefore } from '#domain/dates/working-days.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import type { CountedFrom, Due, NotDue, OtherDate, RuleCited } from './due-result.ts';
import { dueStatus } from './due-status.ts';
import { dueWords } from './due-words.ts';

/** What every question of this folder needs. `now` as a bare day is that whole day. */
export interface Asked {
  readonly profile: PolicyProfile;
  readonly holidays: Holidays;
  readonly now: DayOrMoment;
}

interface DueParts {
  readonly rule: RuleCited;
  readonly what: string;
  readonly dueOn: CalendarDate;
  readonly dueAt?: Instant | undefined;
  readonly countedFrom: CountedFrom;
  readonly target?: OtherDate | undefined;
  readonly backstop?: OtherDate | undefined;
  readonly explained?: boolean | undefined;
  readonly notYetDueUntil?: CalendarDate | undefined;
}

export const notDue = (why: string): NotDue => ({ outcome: 'none', why });

/** A target or backstop, with its own date, words and day to plan for. */
export function otherDate(
  asked: Pick<Asked, 'profile' | 'holidays'>,
  kind: 'target' | 'backstop',
  date: { readonly rule: RuleCited; readonly what: string; readonly on: CalendarDate },
): OtherDate {
  const { rule, clause, strength } = date.rule;
  return {
    rule,
    clause,
    strength,
    on: date.on,
    planBy: lastWorkingDayOnOrBefore(date.on, asked.holidays),
    words: dueWords({ profile: asked.profile, kind, ...date }),
  };
}

/** The one place where a due date gets its status, its day to plan for and its words (DUE1–DUE9). */
export function makeDue({ profile, holidays, now }: Asked, parts: DueParts): Due {
  const { rule, what, dueOn, dueAt, countedFrom, backstop } = parts;
  const noDateHeld = countedFrom.what === 'footprint';
  const target = noDateHeld ? undefined : parts.target;
  const planBy = lastWorkingDayOnOrBefore(dueOn, holidays);
  return {
    outcome: 'due',
    status: dueStatus({
      now,
      dueOn,
      dueAt,
      targetOn: target?.on,
      backstopOn: backstop?.on,
      explained: parts.explained,
      notYetDueUntil: parts.notYetDueUntil,
      noDateHeld,
    }),
    rule: rule.rule,
    clause: rule.clause,
    strength: rule.strength,
    dueOn,
    ...(dueAt === undefined ? {} : { dueAt }),
    overdueFrom: dueAt === undefined ? addDays(dueOn, 1) : dueOn,
    planBy,
    daysLate: Math.max(0, daysBetween(dueOn, dayOf(now))),
    countedFrom,
    words: dueWords({ profile, rule, what, on: dueOn, at: dueAt, countedFrom }),
    holidays: certaintyBetween(planBy, dueOn, holidays),
    ...(target === undefined ? {} : { target }),
    ...(backstop === undefined ? {} : { backstop }),
  };
}
