import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { RecordedOn } from '#domain/recording/recorded-on.ts';
import type { StaffAmendment } from '#domain/records/staff-amendment.ts';
import type { StaffMark } from '#domain/records/staff-mark.ts';

/** What was ever said of where one record is, oldest first. */
export const marksOf = (recordId: string, marks: readonly StaffMark[]): readonly StaffMark[] =>
  marks.filter((mark) => mark.recordId === recordId).toSorted((a, b) => (a.at < b.at ? -1 : 1));

/** PLACE1: the newest mark counts; a withdrawn one means the record is still to be placed. */
export function placedMark(recordId: string, marks: readonly StaffMark[]): StaffMark | undefined {
  const newest = marksOf(recordId, marks).at(-1);
  return newest?.state === 'placed' ? newest : undefined;
}

/** PLACE5: what was placed was another text where it was corrected afterwards: it is placed again. */
export const isCorrectedSince = (
  mark: StaffMark,
  amendments: readonly Pick<StaffAmendment, 'recordId' | 'at'>[],
): boolean => amendments.some(({ recordId, at }) => recordId === mark.recordId && at > mark.at);

/** PLACE2: a day on which a record that was finished on `finishedOn` can have been placed on file. */
export function readPlacedOn(typed: string, finishedOn: string, today: CalendarDate): RecordedOn {
  const fault = (message: string): RecordedOn => ({ outcome: 'fault', message });
  const read = readTypedDate(typed, today, { prefer: 'past' });
  if (read.outcome === 'empty') return fault('Enter the date it was placed on file');
  if (read.outcome === 'unreadable') return fault(read.reason);
  if (read.date > today) return fault('The date must be today or in the past');
  if (read.date < finishedOn) return fault('The date cannot be before the day it was finished');
  return read;
}
