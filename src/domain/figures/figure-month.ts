import { monthsWords } from '#domain/cancellations/gap-line.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  earlierOf,
  endOfMonth,
  formatDate,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { ProfileInTime } from '#domain/due/missed-months.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { versionOn } from '#domain/policies/profile-versions.ts';

/** What is asked of every figure: one calendar month, on one day, by one policy through time. */
export interface FigureQuestion {
  readonly month: CalendarMonth;
  readonly today: CalendarDate;
  /** Judges every day where no versions are given. */
  readonly profile: PolicyProfile;
  readonly versions?: readonly ProfileInTime[] | undefined;
  readonly holidays: Holidays;
}

export interface MonthDays {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The last day that anything can be known of: the month's last, or today. */
  readonly known: CalendarDate;
  /** Every day before this one is over. On a due day itself nothing is late yet (DATE4). */
  readonly over: CalendarDate;
}

export function daysOf({ month, today }: Pick<FigureQuestion, 'month' | 'today'>): MonthDays {
  const first = toCalendarDate(`${month}-01`);
  const last = endOfMonth(first);
  return { first, last, known: earlierOf(last, today), over: earlierOf(addDays(last, 1), today) };
}

export const isIn = (
  { first, last }: Pick<MonthDays, 'first' | 'last'>,
  day: CalendarDate,
): boolean => day >= first && day <= last;

/** FIG3: the policy by which that day is judged. */
export const profileAt = (
  { profile, versions = [] }: Pick<FigureQuestion, 'profile' | 'versions'>,
  day: CalendarDate,
): PolicyProfile => versionOn(versions, day)?.profile ?? profile;

/** FIG3: the version of the month's last day stands on the figure itself. */
export const profileOfMonth = (question: FigureQuestion): PolicyProfile =>
  profileAt(question, daysOf(question).last);

/** A policy and the days of the month on which it was in force. */
export interface PolicyDays {
  readonly profile: PolicyProfile;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** FIG3: the policies of a month, oldest first. Each day of the month is in one of them. */
export function policiesIn(question: FigureQuestion): readonly PolicyDays[] {
  const days = daysOf(question);
  const { versions = [] } = question;
  const starts = [...new Set(versions.map(({ effectiveFrom }) => effectiveFrom))]
    .filter((from) => from > days.first && from <= days.last)
    .map(toCalendarDate)
    .sort();
  return [days.first, ...starts].map((first, i, all) => {
    const next = all[i + 1];
    const last = next === undefined ? days.last : addDays(next, -1);
    return { first, last, profile: profileAt(question, first) };
  });
}

/** FIG2: why nothing of the month can be measured at all; undefined where it can. */
export function whyNotAtAll(
  question: FigureQuestion,
  { footprintStartedOn, startedOn }: Readonly<Record<string, CalendarDate | undefined>>,
): string | undefined {
  const { first, last } = daysOf(question);
  if (question.today < first) return `${monthsWords([question.month])} has not begun.`;
  if (footprintStartedOn !== undefined && last < footprintStartedOn)
    return `Not measured before ${formatDate(footprintStartedOn)}: Footprint holds nothing from then.`;
  if (startedOn !== undefined && last < startedOn)
    return `Not measured before ${formatDate(startedOn)}, the first day in the job.`;
  return undefined;
}
