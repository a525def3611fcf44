import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';

export type RecordedOn =
  | { readonly outcome: 'read'; readonly date: CalendarDate }
  | { readonly outcome: 'fault'; readonly message: string };

/** MARK2: a day on which this record can have been put into the case system. */
export function readRecordedOn(
  typed: string,
  record: OnChildFile,
  today: CalendarDate,
): RecordedOn {
  const fault = (message: string): RecordedOn => ({ outcome: 'fault', message });
  const read = readTypedDate(typed, today, { prefer: 'past' });
  if (read.outcome === 'empty') return fault('Enter the date it was recorded');
  if (read.outcome === 'unreadable') return fault(read.reason);
  if (read.date > today) return fault('The date must be today or in the past');
  if (read.date < dayRecorded(record)) {
    const what = isEntry(record) ? 'the day it happened' : 'the child was discussed';
    return fault(`The date cannot be before ${what}`);
  }
  return read;
}
