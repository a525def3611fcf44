import {
  addDays,
  type CalendarDate,
  dateInLondon,
  daysInMonth,
  formatDate,
  monthNames,
  parseCalendarDate,
  parseInstant,
  weekday,
  weekdayNames,
} from './calendar-date.ts';
import { type DateParts, readParts, tidy } from './typed-date-parts.ts';
import { type Prefer, readRelativeDate, weekdayFrom } from './typed-relative-date.ts';

export type TypedDate =
  | { readonly outcome: 'read'; readonly date: CalendarDate }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'unreadable'; readonly reason: string };

const read = (date: CalendarDate): TypedDate => ({ outcome: 'read', date });
const unreadable = (reason: string): TypedDate => ({ outcome: 'unreadable', reason });

const pad = (n: number, length = 2) => String(n).padStart(length, '0');
const on = ({ day, month }: DateParts, year: number) =>
  parseCalendarDate(`${pad(year, 4)}-${pad(month)}-${pad(day)}`);

/** TYPED6: the nearest such day on the preferred side. 29 February may be up to eight years off. */
function withoutYear(parts: DateParts, today: CalendarDate, prefer: Prefer): TypedDate {
  const step = prefer === 'future' ? 1 : -1;
  for (let n = 0; n <= 8; n += 1) {
    const date = on(parts, Number(today.slice(0, 4)) + n * step);
    if (date && (prefer === 'future' ? date >= today : date <= today)) return read(date);
  }
  return unreadable(notReal(parts));
}

/** TYPED7: a century is never guessed across a lifetime; where two would do, a person says which. */
function centuryOf(parts: DateParts, today: CalendarDate, prefer: Prefer): number | string {
  const twoDigits = Number(parts.year);
  const thisYear = Number(today.slice(0, 4));
  const recent = Math.floor(thisYear / 100) * 100 + twoDigits;
  const ask = (a: number, b: number) => `Write the year in full, ${a} or ${b}.`;
  if (prefer === 'future') return recent - thisYear > 20 ? ask(recent, recent - 100) : recent;
  const ahead = (on(parts, recent) ?? today) > today;
  if (recent < thisYear || (recent === thisYear && !ahead)) return recent;
  return thisYear - (recent - 100) > 70 ? ask(recent - 100, recent) : recent - 100;
}

function notReal({ day, month }: DateParts, year?: number): string {
  const name = monthNames[month - 1];
  const leapDay = month === 2 && day === 29 && year !== undefined; // only then is it the year's fault
  const has = month === 2 && year === undefined ? '28 or 29' : daysInMonth(year ?? 2001, month);
  const whose = month === 2 && year !== undefined ? `${name} ${year}` : name;
  return `${day} ${name}${leapDay ? ` ${year}` : ''} is not a real date. ${whose} has ${has} days.`;
}

function readDayAndMonth(parts: DateParts, today: CalendarDate, prefer: Prefer): TypedDate {
  const { day, month } = parts;
  if (month < 1 || month > 12) {
    const swapped = day >= 1 && day <= 12 && month >= 1 && month <= 31;
    return unreadable(
      swapped
        ? `${month} is not a month. Write the day first, like ${month}/${day}${parts.year ? `/${parts.year}` : ''}.`
        : `${month} is not a month. Write the month as a number from 1 to 12, or its name.`,
    );
  }
  if (parts.year === undefined) return withoutYear(parts, today, prefer);
  if (parts.year.length !== 2 && parts.year.length !== 4)
    return unreadable(`Write the year with 4 digits, like ${today.slice(0, 4)}.`);
  if (day < 1 || day > (month === 2 ? 29 : daysInMonth(2001, month)))
    return unreadable(notReal(parts, parts.year.length === 4 ? Number(parts.year) : undefined));
  const year = parts.year.length === 2 ? centuryOf(parts, today, prefer) : Number(parts.year);
  if (typeof year === 'string') return unreadable(year);
  const date = on(parts, year);
  if (!date) return unreadable(notReal(parts, year));
  return year < 1900 || year > 2199
    ? unreadable(`Check the year: ${parts.year}. Write one between 1900 and 2199.`)
    : read(date);
}

/** TYPED9: `Friday 28 November 2026` says two different things; a person says which is meant. */
function withWeekday(typedDay: number, result: TypedDate): TypedDate {
  if (result.outcome !== 'read' || weekday(result.date) === typedDay) return result;
  const [real, said] = [weekdayNames[weekday(result.date) - 1], weekdayNames[typedDay - 1]];
  return unreadable(`${formatDate(result.date)} is a ${real}, not a ${said}.`);
}

/**
 * A date as people type it, day first (TYPED1–TYPED9 in ../RULES.md). `prefer` says which side of
 * today a missing year, a bare weekday or a bare `2 weeks` is on. `reason` says what would be right.
 */
export function readTypedDate(
  text: string,
  today: CalendarDate,
  { prefer = 'future' }: { readonly prefer?: Prefer } = {},
): TypedDate {
  if (text.trim() === '') return { outcome: 'empty' };
  const instant = parseInstant(text.trim());
  if (instant) return read(dateInLondon(instant));
  const typed = tidy(text);

  const relative = readRelativeDate(typed, today, prefer);
  if (relative) return read(relative);

  const [, first = '', rest = ''] = /^([a-z]+)[. ]+(.*\d.*)$/.exec(typed) ?? [];
  const typedDay = weekdayFrom(first);
  const parts = readParts(typedDay ? rest : typed);
  if (!parts) {
    const example = addDays(today, 7);
    const [year, month, day] = example.split('-');
    return unreadable(
      `Write a date like ${day}/${month}/${year}, ${formatDate(example)} or 2 weeks.`,
    );
  }
  const result = readDayAndMonth(parts, today, prefer);
  return typedDay ? withWeekday(typedDay, result) : result;
}
