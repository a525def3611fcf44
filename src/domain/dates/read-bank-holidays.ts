import * as z from 'zod/mini';
import type { NamedDay } from '#domain/records/holidays.ts';
import { CalendarDate } from './calendar-date.ts';

const DIVISION = 'england-and-wales';
/** England and Wales have eight in a year; more where one is proclaimed, never fewer. */
const DAYS_OF_A_YEAR = 8;

const GovUkFile = z.looseObject({
  [DIVISION]: z.looseObject({
    events: z.array(z.looseObject({ title: z.string(), date: CalendarDate })),
  }),
});

export type ReadHolidays =
  | { readonly outcome: 'read'; readonly days: readonly NamedDay[] }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** WD11: the file at gov.uk/bank-holidays.json. Of it England and Wales count, and whole years only. */
export function readBankHolidays(text: string): ReadHolidays {
  const file = GovUkFile.safeParse(parsed(text));
  if (!file.success) {
    return unreadable(
      'This is not the file that GOV.UK publishes: it has no list of bank holidays for England and Wales',
    );
  }
  const days = file.data[DIVISION].events.map(({ date, title }) => ({ on: date, name: title }));
  if (days.length === 0) return unreadable('The list for England and Wales in this file is empty');
  const short = [...daysByYear(days)].find(([, dates]) => dates.size < DAYS_OF_A_YEAR);
  if (!short) return { outcome: 'read', days };
  const [year, { size }] = short;
  return unreadable(
    `The file has ${size} of at least ${DAYS_OF_A_YEAR} bank holidays for ${year}. Part of it is missing: download it again`,
  );
}

const unreadable = (reason: string) => ({ outcome: 'unreadable', reason }) as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // no JSON is no file of GOV.UK either, and is said as that
  }
}

function daysByYear(days: readonly NamedDay[]): ReadonlyMap<string, ReadonlySet<string>> {
  const years = new Map<string, Set<string>>();
  for (const { on } of days) {
    const year = on.slice(0, 4);
    years.set(year, (years.get(year) ?? new Set()).add(on));
  }
  return years;
}
