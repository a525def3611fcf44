import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { readParts, tidy } from '#domain/dates/typed-date-parts.ts';

export type FileDate =
  | { readonly outcome: 'read'; readonly date: CalendarDate }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'unreadable'; readonly wouldBeRight: string };

const empty: FileDate = { outcome: 'empty' };
const isoStart = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?$/;
const dayFirst =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?$/;

/** What databases write for "nothing". The year 9999 is an end that has not come. */
const nothing = /^(?:|null|\\n|n\/?a|-|9999\b.*)$/i;
/** The first days that databases count from: somebody left the date out. */
const firstDaysOfSystems =
  /^(?:1900-01-01|01\/01\/1900|1899-12-30|30\/12\/1899|0001-01-01|01\/01\/0001)(?!\d)/;

/**
 * A date as case systems and spreadsheets write it, day first or ISO, with or without a time, which is
 * left out. Words such as "friday" and dates without a year mean nothing in a file.
 */
export function readFileDate(text: string, today: CalendarDate): FileDate {
  const found = text.trim();
  if (nothing.test(found)) return empty;
  if (firstDaysOfSystems.test(found))
    return {
      outcome: 'unreadable',
      wouldBeRight: 'The real date, or nothing. This one is what systems write for no date.',
    };
  const quick = quickDate(found);
  if (quick) return { outcome: 'read', date: quick };
  if (readParts(tidy(found))?.year === undefined && !/^\d{4}-\d{2}-\d{2}T/.test(found))
    return { outcome: 'unreadable', wouldBeRight: `Write a date like ${exampleOf(today)}.` };
  const typed = readTypedDate(found, today, { prefer: 'past' });
  return typed.outcome === 'unreadable' ? { ...typed, wouldBeRight: typed.reason } : typed;
}

/** The two forms that nearly every cell has, without the cost of all the others. */
function quickDate(text: string): CalendarDate | undefined {
  const iso = isoStart.exec(text);
  const parts = iso ? iso.slice(1, 4) : dayFirst.exec(text)?.slice(1, 4).reverse();
  if (!parts) return undefined;
  const [year = '', month = '', day = ''] = parts;
  if (year < '1900' || year > '2199') return undefined;
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * The moment in UTC where the cell has a time (of the clock on the wall in London), otherwise the date.
 * Midnight is no time: it is how datasets write a date.
 */
export function readFileMoment(text: string, date: CalendarDate): string {
  const found = text.trim();
  const time = isoStart.exec(found)?.[4] ?? dayFirst.exec(found)?.[4];
  if (time === undefined || /^0?0:00(?::00)?$/.test(time)) return date;
  const wall = `${date}T${time.padStart(time.length < 6 ? 5 : 8, '0')}`;
  try {
    return Temporal.PlainDateTime.from(wall)
      .toZonedDateTime('Europe/London')
      .toInstant()
      .toString();
  } catch (cause) {
    if (cause instanceof RangeError) return date; // 25:61 is no time of day
    throw cause;
  }
}

function exampleOf(today: CalendarDate): string {
  const [year, month, day] = today.split('-');
  return `${day}/${month}/${year}`;
}
