import {
  addDays,
  type CalendarDate,
  endOfMonth,
  toCalendarDate,
  weekday,
} from './calendar-date.ts';

/** Days that were moved or added once, since 2020: the past is known, whatever the rules say. */
const moved: Readonly<Record<string, string>> = {
  '2020 Early May': '2020-05-08', // VE Day, 75 years
  '2022 Spring': '2022-06-02', // Platinum Jubilee
};
const extra: Readonly<Record<string, string>> = {
  '2022-06-03': 'Platinum Jubilee',
  '2022-09-19': 'State funeral of Queen Elizabeth II',
  '2023-05-08': 'Coronation of King Charles III',
};

/** Easter Sunday by the anonymous Gregorian method (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CalendarDate {
  const div = (a: number, b: number) => Math.floor(a / b);
  const [a, b, c] = [year % 19, div(year, 100), year % 100];
  const h = (19 * a + b - div(b, 4) - div(b - div(b + 8, 25) + 1, 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * div(c, 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * div(a + 11 * h + 22 * l, 451) + 114;
  return day(year, div(n, 31), (n % 31) + 1);
}

const two = (n: number) => String(n).padStart(2, '0');
const day = (year: number, month: number, dayOfMonth: number) =>
  toCalendarDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`);
const mondayOnOrAfter = (date: CalendarDate) => addDays(date, (8 - weekday(date)) % 7);
const lastMonday = (date: CalendarDate) => addDays(endOfMonth(date), 1 - weekday(endOfMonth(date)));

/** WD4: the eight days of a year, with substitutes and the days known to have been moved or added. */
export function computedHolidays(year: number): ReadonlyMap<CalendarDate, string> {
  const days = new Map<CalendarDate, string>();
  const put = (date: CalendarDate, name: string) => {
    const elsewhere = moved[`${year} ${name}`];
    days.set(elsewhere ? toCalendarDate(elsewhere) : date, name);
  };
  const newYear = day(year, 1, 1);
  if (weekday(newYear) < 6) put(newYear, "New Year's Day");
  else put(mondayOnOrAfter(newYear), "New Year's Day (substitute)");
  put(addDays(easterSunday(year), -2), 'Good Friday');
  put(addDays(easterSunday(year), 1), 'Easter Monday');
  put(mondayOnOrAfter(day(year, 5, 1)), 'Early May');
  put(lastMonday(day(year, 5, 1)), 'Spring');
  put(lastMonday(day(year, 8, 1)), 'Summer');
  const christmas = [day(year, 12, 25), 'Christmas'] as const;
  const boxing = [day(year, 12, 26), 'Boxing Day'] as const;
  // A weekday one keeps its own date first; then each weekend one takes the next free weekday.
  for (const [date, name] of [christmas, boxing]) if (weekday(date) < 6) put(date, name);
  for (const [date, name] of [christmas, boxing]) {
    if (weekday(date) < 6) continue;
    let free = date;
    while (weekday(free) > 5 || days.has(free)) free = addDays(free, 1);
    put(free, `${name} (substitute)`);
  }
  for (const [text, name] of Object.entries(extra))
    if (text.startsWith(`${year}-`)) put(toCalendarDate(text), name);
  return days;
}
