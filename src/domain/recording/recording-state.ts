import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  compareInstants,
  daysBetween,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatTime,
  type Instant,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { workingDaysUntil } from '#domain/dates/working-days.ts';
import {
  type DayOrMoment,
  type DueRecord,
  dayOf,
  type RecordingDeadline,
} from './recording-deadline.ts';

/** `words` can stand alone in a table: "due today", "2 days overdue". */
export type RecordingState = { readonly words: string } & (
  | { readonly status: 'recorded-on-time' | 'recorded' | 'no_deadline' }
  | { readonly status: 'recorded-late' | 'overdue'; readonly daysLate: number }
  | { readonly status: 'due' | 'due_soon' | 'due_today'; readonly workingDaysLeft: number }
);

const dueSoonDays = 7; // the convention of domain-spec section B: 1 to 7 days before

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/**
 * REC11: past its last day, or past its last moment on that day. A day whose time nobody wrote down
 * is given the benefit of it.
 */
function isLate({ dueOn, dueAt }: DueRecord, when: DayOrMoment): boolean {
  if (dueAt !== undefined && parseCalendarDate(when) === undefined)
    return compareInstants(when as Instant, dueAt) > 0; // not a day, so a moment
  return dayOf(when) > dueOn;
}

function recordedState(deadline: RecordingDeadline, recordedOn: DayOrMoment): RecordingState {
  const day = dayOf(recordedOn);
  const recorded = `recorded on ${formatDate(day)}`;
  if (deadline.status === 'none') return { status: 'recorded', words: recorded };
  if (!isLate(deadline, recordedOn))
    return { status: 'recorded-on-time', words: `${recorded}, on time` };
  const daysLate = daysBetween(deadline.dueOn, day);
  const howLate =
    daysLate === 0 && deadline.dueAt
      ? `after ${formatTime(deadline.dueAt)}`
      : `${plural(daysLate, 'day')} late`;
  return { status: 'recorded-late', daysLate, words: `${recorded}, ${howLate}` };
}

function dueWords({ dueOn, dueAt }: DueRecord, today: CalendarDate, workingDaysLeft: number) {
  const time = dueAt && formatTime(dueAt);
  // "Midnight today" is read as tonight, a day too late.
  if (dueOn === today && time !== 'midnight') return time ? `due by ${time} today` : 'due today';
  if (dueAt) return `due by ${formatDateTime(dueAt)}`;
  return `due ${formatLongDate(dueOn)}, ${plural(workingDaysLeft, 'working day')} left`;
}

/**
 * Where a record stands against its deadline (REC11–REC14 in ../RULES.md); every screen, figure and
 * export asks this. `now` as a bare day is that whole day, so a deadline at an hour is "due today".
 */
export function recordingState(question: {
  readonly deadline: RecordingDeadline;
  readonly recordedOn?: DayOrMoment | undefined;
  readonly now: DayOrMoment;
  readonly holidays: Holidays;
}): RecordingState {
  const { deadline, recordedOn, now, holidays } = question;
  if (recordedOn !== undefined) return recordedState(deadline, recordedOn);
  if (deadline.status === 'none') return { status: 'no_deadline', words: 'no deadline' };

  const today = dayOf(now);
  const { dueOn, dueAt } = deadline;
  if (isLate(deadline, now)) {
    const daysLate = daysBetween(dueOn, today);
    const words =
      daysLate === 0 && dueAt
        ? `overdue since ${formatTime(dueAt)} today`
        : `${plural(daysLate, 'day')} overdue`;
    return { status: 'overdue', daysLate, words };
  }
  const workingDaysLeft = workingDaysUntil(today, dueOn, holidays);
  const words = dueWords(deadline, today, workingDaysLeft);
  if (dueOn === today) return { status: 'due_today', workingDaysLeft, words };
  const soon = daysBetween(today, dueOn) <= dueSoonDays;
  return { status: soon ? 'due_soon' : 'due', workingDaysLeft, words };
}
