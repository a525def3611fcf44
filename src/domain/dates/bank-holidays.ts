import { assert } from '#domain/assert.ts';
import { type CalendarDate, toCalendarDate } from './calendar-date.ts';
import { computedHolidays } from './computed-holidays.ts';

/**
 * Bank holidays of England and Wales (WD3–WD11 in ../RULES.md): as published where they are listed,
 * worked out from the rules elsewhere. A person is told when a date rests on the second kind.
 */
export interface Holidays {
  /** A year with any entry here is taken from here and nowhere else. */
  readonly listed: ReadonlyMap<CalendarDate, string>;
  readonly firstListedYear: number;
  readonly lastListedYear: number;
  /** Days a person typed because they were proclaimed. They add to either kind. */
  readonly proclaimed: ReadonlyMap<CalendarDate, string>;
  /** Days a person took off: they are in a list or in the rules, and are no bank holiday. */
  readonly removed: ReadonlySet<CalendarDate>;
  /** Days on which the council is closed, where a person said that they count. No bank holidays. */
  readonly closures: ReadonlyMap<CalendarDate, string>;
  /** Outside these two days, inclusive, a holiday is computed: nobody has published it yet. */
  readonly knownFrom: CalendarDate;
  readonly knownUntil: CalendarDate;
}

export interface Holiday {
  readonly name: string;
  readonly certainty: 'known' | 'computed';
}

const published = {
  '2025-01-01': "New Year's Day",
  '2025-04-18': 'Good Friday',
  '2025-04-21': 'Easter Monday',
  '2025-05-05': 'Early May',
  '2025-05-26': 'Spring',
  '2025-08-25': 'Summer',
  '2025-12-25': 'Christmas',
  '2025-12-26': 'Boxing Day',
  '2026-01-01': "New Year's Day",
  '2026-04-03': 'Good Friday',
  '2026-04-06': 'Easter Monday',
  '2026-05-04': 'Early May',
  '2026-05-25': 'Spring',
  '2026-08-31': 'Summer',
  '2026-12-25': 'Christmas',
  '2026-12-28': 'Boxing Day (substitute)',
  '2027-01-01': "New Year's Day",
  '2027-03-26': 'Good Friday',
  '2027-03-29': 'Easter Monday',
  '2027-05-03': 'Early May',
  '2027-05-31': 'Spring',
  '2027-08-30': 'Summer',
  '2027-12-27': 'Christmas (substitute)',
  '2027-12-28': 'Boxing Day (substitute)',
  '2028-01-03': "New Year's Day (substitute)",
  '2028-04-14': 'Good Friday',
  '2028-04-17': 'Easter Monday',
  '2028-05-01': 'Early May',
  '2028-05-29': 'Spring',
  '2028-08-28': 'Summer',
  '2028-12-25': 'Christmas',
  '2028-12-26': 'Boxing Day',
} as const;

/**
 * Holidays from a table of `YYYY-MM-DD` to name, such as the file GOV.UK publishes. Without
 * `knownUntil`, every day of its years counts as known. Throws on a key that is not a date.
 */
export function holidaysFromTable(
  table: Readonly<Record<string, string>>,
  known: { readonly from?: CalendarDate; readonly until?: CalendarDate } = {},
): Holidays {
  const listed = new Map(Object.entries(table).map(([date, name]) => [toCalendarDate(date), name]));
  const years = [...listed.keys()].map((date) => Number(date.slice(0, 4)));
  assert(years.length > 0, 'A table of bank holidays must list at least one');
  const [firstListedYear, lastListedYear] = [Math.min(...years), Math.max(...years)];
  return {
    listed,
    firstListedYear,
    lastListedYear,
    proclaimed: new Map(),
    removed: new Set(),
    closures: new Map(),
    knownFrom: known.from ?? toCalendarDate(`${firstListedYear}-01-01`),
    knownUntil: known.until ?? toCalendarDate(`${lastListedYear}-12-31`),
  };
}

/**
 * What the app ships. 2028 is listed but nobody has published it: it was worked out from the rules,
 * so it is not known. From 2020 the past is known through the moved and added days.
 */
export const englandAndWalesHolidays: Holidays = holidaysFromTable(published, {
  from: toCalendarDate('2020-01-01'),
  until: toCalendarDate('2027-12-31'),
});

/** WD6: a day proclaimed once, typed by a person. It adds to the table and is known. */
export function withProclaimedDay(holidays: Holidays, date: CalendarDate, name: string): Holidays {
  return { ...holidays, proclaimed: new Map(holidays.proclaimed).set(date, name) };
}

// The rules give the same days for a year every time, so each year is worked out once.
const computedYears = new Map<number, ReadonlyMap<CalendarDate, string>>();

function daysOf(year: number, holidays: Holidays): ReadonlyMap<CalendarDate, string> {
  if (year >= holidays.firstListedYear && year <= holidays.lastListedYear) return holidays.listed;
  const days = computedYears.get(year) ?? computedHolidays(year);
  computedYears.set(year, days);
  return days;
}

/** The bank holiday on that day, and whether it is known or worked out; undefined when none is. */
export function holidayOn(date: CalendarDate, holidays: Holidays): Holiday | undefined {
  const proclaimed = holidays.proclaimed.get(date);
  if (proclaimed !== undefined) return { name: proclaimed, certainty: 'known' };
  if (holidays.removed.has(date)) return undefined;
  const name = daysOf(Number(date.slice(0, 4)), holidays).get(date);
  return name === undefined
    ? undefined
    : { name, certainty: certaintyBetween(date, date, holidays) };
}

/** WD5: whether any day of the span lies where holidays are only computed. Both ends count. */
export function certaintyBetween(
  from: CalendarDate,
  to: CalendarDate,
  holidays: Holidays,
): Holiday['certainty'] {
  return from >= holidays.knownFrom && to <= holidays.knownUntil ? 'known' : 'computed';
}
