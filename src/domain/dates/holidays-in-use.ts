import type { HolidayList, TypedDay } from '#domain/records/holidays.ts';
import { type Holidays, holidaysFromTable, withProclaimedDay } from './bank-holidays.ts';
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import { computedHolidays } from './computed-holidays.ts';

/** The holidays that deadlines are counted with: what the app ships and what is held here (WD9–WD11). */
export function holidaysInUse(shipped: Holidays, held: HolidayList): Holidays {
  const days = (kind: TypedDay['kind']) =>
    held.typed.flatMap(({ kind: of, on, name }) => {
      const date = parseCalendarDate(on);
      return of === kind && date ? [[date, name] as const] : [];
    });
  const based = {
    ...withPublished(shipped, held),
    removed: new Set(days('removed').map(([date]) => date)),
    closures: new Map(held.closuresCount ? days('closure') : []),
  };
  return days('added').reduce<Holidays>(
    (all, [date, name]) => withProclaimedDay(all, date, name),
    based,
  );
}

/** WD11: a year of the file takes the place of ours; a year that neither lists is worked out. */
function withPublished(shipped: Holidays, { published }: HolidayList): Holidays {
  const years = new Set(published.map(({ on }) => Number(on.slice(0, 4))));
  if (years.size === 0) return shipped;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const from = Math.min(first, shipped.firstListedYear);
  const to = Math.max(last, shipped.lastListedYear);
  const table: Record<string, string> = {};
  for (const { on, name } of published) table[on] = name;
  for (let year = from; year <= to; year += 1) {
    if (years.has(year)) continue;
    for (const [date, name] of yearOf(year, shipped)) table[date] = name;
  }
  return holidaysFromTable(table, knownRange(shipped, years, first, last));
}

function yearOf(year: number, { listed, firstListedYear, lastListedYear }: Holidays) {
  return year >= firstListedYear && year <= lastListedYear
    ? [...listed].filter(([date]) => date.startsWith(`${year}-`))
    : [...computedHolidays(year)];
}

/** Known without a gap: the file's years are added where they touch what was known already. */
function knownRange(
  { knownFrom, knownUntil }: Holidays,
  years: ReadonlySet<number>,
  first: number,
  last: number,
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  let from = Number(knownFrom.slice(0, 4));
  let until = Number(knownUntil.slice(0, 4));
  while (from > first && years.has(from - 1)) from -= 1;
  while (until < last && years.has(until + 1)) until += 1;
  return {
    from: parseCalendarDate(`${from}-01-01`) ?? knownFrom,
    until: parseCalendarDate(`${until}-12-31`) ?? knownUntil,
  };
}
