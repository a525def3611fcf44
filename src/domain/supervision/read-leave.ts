import { addInterval, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import type { Leave } from '#domain/due/leave.ts';
import type { ToldAbsence } from '#domain/records/told-absence.ts';

export type TypedLeave =
  | { readonly outcome: 'read'; readonly leave: Leave }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'unreadable'; readonly field: 'from' | 'to'; readonly reason: string };

const unreadable = (field: 'from' | 'to', reason: string): TypedLeave => ({
  outcome: 'unreadable',
  field,
  reason,
});

/** GAP4: an absence is mostly told afterwards, so the day before, unless that is half a year back. */
function readFirstDay(text: string, writtenOn: CalendarDate): TypedDate {
  const past = readTypedDate(text, writtenOn, { prefer: 'past' });
  if (past.outcome !== 'read' || past.date >= addInterval(writtenOn, '-P6M')) return past;
  return readTypedDate(text, writtenOn, { prefer: 'future' });
}

function readLastDay(text: string, first: CalendarDate, writtenOn: CalendarDate): TypedDate {
  const past = readTypedDate(text, writtenOn, { prefer: 'past' });
  return past.outcome === 'read' && past.date < first ? readTypedDate(text, first) : past;
}

const hasYear = (text: string) => /\d{4}/.test(text);

/**
 * An absence as it was typed, both days included (GAP4). `writtenOn` is the day its words are counted
 * from. What cannot be read explains nothing; an end that is left out means one day, or still away.
 */
export function readLeave(
  { from, to }: { readonly from: string; readonly to: string },
  writtenOn: CalendarDate,
  noEnd: 'oneDay' | 'stillAway',
): TypedLeave {
  const first = readFirstDay(from, writtenOn);
  if (first.outcome === 'empty') {
    return to.trim() === '' ? first : unreadable('from', 'Enter the first day away');
  }
  if (first.outcome === 'unreadable') return unreadable('from', first.reason);
  const start = first.date;

  const last = readLastDay(to, start, writtenOn);
  if (last.outcome === 'unreadable') return unreadable('to', last.reason);
  if (last.outcome === 'empty') {
    return { outcome: 'read', leave: noEnd === 'oneDay' ? { start, end: start } : { start } };
  }
  if (last.date < start) return unreadable('to', 'The last day away is before the first');
  // "9 November" after 10 November is a slip far more often than a year away.
  if (last.date > addInterval(start, 'P6M') && !hasYear(to)) {
    return unreadable('to', 'Write the year of the last day away');
  }
  return { outcome: 'read', leave: { start, end: last.date } };
}

/**
 * GAP6: the two days as they were meant on the day they were typed, to be kept beside the words. '' where
 * none was read, and for the last day of an absence of one day. `changed` is the box that is typed in: a
 * last day that is put right another day leaves the first one as it was meant.
 */
export function readLeaveDates(
  { from, to, fromDate }: Pick<ToldAbsence, 'from' | 'to' | 'fromDate'>,
  changed: 'from' | 'to',
  writtenOn: CalendarDate,
): Pick<ToldAbsence, 'fromDate' | 'toDate'> {
  const words = changed === 'to' && fromDate !== '' ? fromDate : from;
  const first = readLeave({ from: words, to: '' }, writtenOn, 'stillAway');
  const both = readLeave({ from: words, to }, writtenOn, 'stillAway');
  return {
    fromDate: first.outcome === 'read' ? first.leave.start : '',
    toDate: both.outcome === 'read' ? (both.leave.end ?? '') : '',
  };
}
