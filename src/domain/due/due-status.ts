import {
  type CalendarDate,
  compareInstants,
  daysBetween,
  type Instant,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import type { DueStatus } from './due-result.ts';

const dueSoonDays = 7; // the convention of domain-spec section B: 1 to 7 days before

export interface StatusQuestion {
  readonly now: DayOrMoment;
  readonly dueOn: CalendarDate;
  readonly dueAt?: Instant | undefined;
  readonly targetOn?: CalendarDate | undefined;
  readonly backstopOn?: CalendarDate | undefined;
  /** Leave or an exceptional reason covers every period that was missed. */
  readonly explained?: boolean | undefined;
  /** The last day of the period whose session was held before the case opened. */
  readonly notYetDueUntil?: CalendarDate | undefined;
  readonly noDateHeld?: boolean | undefined;
}

/** DUE3: a bare day is that whole day, so on the day of a moment it is not late yet. */
function isPast({ now, dueOn, dueAt }: StatusQuestion): boolean {
  if (dueAt !== undefined && parseCalendarDate(now) === undefined)
    return compareInstants(now as Instant, dueAt) > 0; // not a day, so a moment
  return dayOf(now) > dueOn;
}

/** DUE4: the statuses of domain-spec section B in their order; the first that applies. */
export function dueStatus(question: StatusQuestion): DueStatus {
  const { now, dueOn, targetOn, backstopOn, notYetDueUntil } = question;
  const today = dayOf(now);
  if (backstopOn !== undefined && today > backstopOn) return 'breach';
  if (isPast(question)) return question.explained ? 'overdue_explained' : 'overdue';
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft === 0) return 'due_today';
  if (daysLeft <= dueSoonDays) return 'due_soon';
  // DUE8: nothing is known yet, so a target cannot have been missed and no period been covered.
  if (question.noDateHeld) return 'no_date_held';
  if (targetOn !== undefined && today > targetOn) return 'target_missed';
  if (targetOn === today) return 'due_today_target';
  if (notYetDueUntil !== undefined && today <= notYetDueUntil) return 'not_yet_due';
  return 'ok';
}
