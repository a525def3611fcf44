import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';

export interface ReadBirth {
  readonly dateOfBirth: string;
  readonly expectedOn: string;
  readonly problem?: string;
}

/** One box for both: a date after today is the day a baby is expected. */
export function readBirth(typed: string, today: CalendarDate): ReadBirth {
  if (typed.trim() === '') return { dateOfBirth: '', expectedOn: '' };
  const past = readTypedDate(typed, today, { prefer: 'past' });
  if (past.outcome !== 'read') {
    const problem = past.outcome === 'unreadable' ? past.reason : 'Enter a date';
    return { dateOfBirth: '', expectedOn: '', problem };
  }
  return past.date > today
    ? { dateOfBirth: '', expectedOn: past.date }
    : { dateOfBirth: past.date, expectedOn: '' };
}

export const birthText = ({ dateOfBirth, expectedOn }: ReadBirth): string => {
  const date = parseCalendarDate(dateOfBirth || expectedOn);
  return date ? formatDate(date) : '';
};
