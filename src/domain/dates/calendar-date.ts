import * as z from 'zod/mini';
import { assert } from '#domain/assert.ts';

/**
 * Days and instants as the strings that records hold (DATE1–DATE9 in ../RULES.md). Nothing here asks
 * the machine for its clock, time zone or language, so every device shows the same words.
 */
const isRealDate = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]; // the pattern
  return day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month);
};

function inUtc(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** `YYYY-MM-DD`, a day that exists. Two of them compare with `<` as text. */
export const CalendarDate = z.string().check(z.refine(isRealDate)).brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** An ISO moment with `Z` or an offset. Not comparable as text: see `compareInstants`. */
export const Instant = z
  .string()
  .check(z.refine((text) => inUtc(text) !== undefined))
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** `YYYY-MM`. */
export type CalendarMonth = string & z.core.$brand<'CalendarMonth'>;

/** An ISO-8601 length in one unit: `P7D`, `P2W`, `P1M`, `P1Y`; a minus sign goes back. */
export type Interval = `${'' | '-'}P${number}${'D' | 'W' | 'M' | 'Y'}`;

const LONDON = 'Europe/London';
const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);
const inLondon = (instant: Instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON);

/** Strict: only `YYYY-MM-DD`, only a day that exists. What people type is ./typed-date.ts. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  return isRealDate(text) ? (text as CalendarDate) : undefined; // just checked
}

/** As `parseCalendarDate`, for text that must be a date. Throws. */
export function toCalendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  assert(date !== undefined, `Not a calendar date: ${text}`);
  return date;
}

/** An ISO moment with `Z` or an offset, rewritten in UTC. A wall time without one is not a moment. */
export function parseInstant(text: string): Instant | undefined {
  return inUtc(text) as Instant | undefined; // just parsed
}

/** As `parseInstant`, for text that must be one. Throws. */
export function toInstant(text: string): Instant {
  const instant = parseInstant(text);
  assert(instant !== undefined, `Not an instant: ${text}`);
  return instant;
}

/** Calendar days, backwards when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(plain(date).add({ days }).toString());
}

/** DATE3: months and years are calendar ones and clamp to the month's end. */
export function addInterval(date: CalendarDate, interval: Interval): CalendarDate {
  return toCalendarDate(plain(date).add(interval).toString());
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: CalendarDate): number {
  return plain(date).dayOfWeek;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return toCalendarDate(`${date.slice(0, 8)}${plain(date).daysInMonth}`);
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth; // a real date's first seven characters are its month
}

export const isBefore = (a: CalendarDate, b: CalendarDate): boolean => a < b;
export const isAfter = (a: CalendarDate, b: CalendarDate): boolean => a > b;
export const earlierOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (b < a ? b : a);
export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (b > a ? b : a);

/** Negative when `a` is first, 0 at the same moment however either is written. */
export function compareInstants(a: Instant, b: Instant): number {
  return Temporal.Instant.compare(a, b);
}

/** DATE5: the day it is in Europe/London at that moment, wherever the device is. */
export function dateInLondon(instant: Instant): CalendarDate {
  return toCalendarDate(inLondon(instant).toPlainDate().toString());
}

/** The same moment written with London's offset: `2027-03-28T16:00:00+01:00`. */
export function isoInLondon(instant: Instant): string {
  return inLondon(instant).toString({ timeZoneName: 'never' });
}

/** The moment of a time of day in London. One that the clocks skip is read an hour later. */
export function momentInLondon(
  date: CalendarDate,
  time: { readonly hour: number; readonly minute: number },
): Instant {
  const plainTime = Temporal.PlainTime.from(time);
  const zoned = plain(date).toZonedDateTime({ timeZone: LONDON, plainTime });
  return toInstant(zoned.toInstant().toString());
}

/** DATE6: elapsed hours, weekends and clock changes included. */
export function addHours(instant: Instant, hours: number): Instant {
  return toInstant(Temporal.Instant.from(instant).add({ hours }).toString());
}

const names = (list: string): readonly string[] => list.split(' ');

export const monthNames = names(
  'January February March April May June July August September October November December',
);
export const weekdayNames = names('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
/** GOV.UK style: June and July are never cut, September to four letters. For tables only. */
const shortMonths = names('Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec');

const dateWords = (date: CalendarDate, months: readonly string[]) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]; // the brand
  return `${day} ${months[month - 1]} ${year}`;
};

/** `21 November 2026` */
export const formatDate = (date: CalendarDate): string => dateWords(date, monthNames);

/** `Saturday 21 November 2026` */
export const formatLongDate = (date: CalendarDate): string =>
  `${weekdayNames[weekday(date) - 1]} ${formatDate(date)}`;

/** `21 Nov 2026`, for tables. */
export const formatShortDate = (date: CalendarDate): string => dateWords(date, shortMonths);

/** `2:41pm` in London. Minutes always stand, so that a column of times lines up. */
export function formatTime(instant: Instant): string {
  const { hour, minute } = inLondon(instant);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** `4:00pm on Sunday 28 March 2027`. Midnight says which end of the day it is. */
export function formatDateTime(instant: Instant): string {
  const time = formatTime(instant);
  const joined = time === 'midnight' ? 'midnight at the start of' : `${time} on`;
  return `${joined} ${formatLongDate(dateInLondon(instant))}`;
}
