import type { Interval } from '#domain/dates/calendar-date.ts';

type Unit = 'D' | 'W' | 'M' | 'Y';
export type Basis = 'rolling' | 'calendarMonth';

/** Days over 400 years, times 4,800, so that months and days compare in whole numbers. */
const length: Readonly<Record<Unit, number>> = { D: 4800, W: 33_600, M: 146_097, Y: 1_753_164 };
const unitWord: Readonly<Record<Unit, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function partsOf(interval: Interval): { readonly count: number; readonly unit: Unit } {
  return { count: Number(interval.slice(1, -1)), unit: interval.slice(-1) as Unit }; // by its type
}

/** One unit and forward only, as profiles write it: `P14D`, `P1M`. Undefined for anything else. */
export function parseInterval(text: string): Interval | undefined {
  return /^P[1-9]\d*[DWMY]$/.test(text) ? (text as Interval) : undefined; // just checked
}

/** Counted in one go from the first day: two months after 31 December is 28 February, not the 28th. */
export function times(interval: Interval, count: number): Interval {
  const { count: once, unit } = partsOf(interval);
  return `P${once * count}${unit}`;
}

/** By average length, so 30 days are shorter than a month; dates themselves are compared apart. */
export function isShorter(a: Interval, b: Interval): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  return x.count * length[x.unit] < y.count * length[y.unit];
}

export const shortestOf = (intervals: readonly Interval[]): Interval | undefined =>
  intervals.reduce<Interval | undefined>(
    (best, each) => (best === undefined || isShorter(each, best) ? each : best),
    undefined,
  );

/** `1 month`, `14 days`. */
export function intervalWords(interval: Interval): string {
  const { count, unit } = partsOf(interval);
  return plural(count, unitWord[unit]);
}

/** `every calendar month`, `every 4 weeks`, `every week`. */
export function everyWords(interval: Interval, basis: Basis): string {
  const { count, unit } = partsOf(interval);
  const whole = unit === 'D' && count % 7 === 0;
  const [number, word] = whole ? [count / 7, 'week'] : [count, unitWord[unit]];
  const named = basis === 'calendarMonth' ? `calendar ${word}` : word;
  return number === 1 ? `every ${named}` : `every ${plural(number, named)}`;
}
