import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { alwaysCodes, type Flag } from '#domain/flags/flag.ts';
import { mostPoints } from '#domain/flags/flag-points.ts';

/** What the order of suggestions rests on. */
export interface RankableCase {
  readonly ref: string;
  readonly flags: readonly Flag[];
  /**
   * The last discussion in depth; where none is held, the day counted from instead (`inDepthSince`).
   * Undefined for "never" and "nothing known": longer ago than any date.
   */
  readonly lastInDepthOn?: CalendarDate | undefined;
  /** The last discussion that counts, in either depth. */
  readonly lastFormalOn?: CalendarDate | undefined;
  readonly dueOn?: CalendarDate | undefined;
}

export interface RankedCase<C extends RankableCase> {
  readonly item: C;
  /** It has a flag of the first group: in depth unless a person says otherwise with a reason. */
  readonly isAlways: boolean;
  /** Orders suggestions and nothing else: never shown, never exported (PLAN1). */
  readonly score: number;
}

/** PLAN2: the sum of its points, 200 at most. */
export function scoreOf(flags: readonly Flag[]): number {
  const sum = flags.reduce((total, { points }) => total + points, 0);
  return Math.min(sum, mostPoints);
}

export const hasAlwaysFlag = (flags: readonly Flag[]): boolean =>
  flags.some(({ tier }) => tier === 'always');

const noPlace = alwaysCodes.length;

/** PLAN1: the first of its flags in the table's order; among worries, the practitioner's own order. */
function placesOf(flags: readonly Flag[]): readonly [number, number] {
  return flags
    .filter(({ tier }) => tier === 'always')
    .map(({ code, place = 0 }): readonly [number, number] => [
      (alwaysCodes as readonly string[]).indexOf(code),
      place,
    ])
    .reduce((best, each) => (each[0] < best[0] ? each : best), [noPlace, 0]);
}

type Key = string | number;
const lastOfAll = '~'; // after every date

/** PLAN3: what decides between equals. */
const tiesOf = ({ ref, lastInDepthOn, lastFormalOn, dueOn }: RankableCase): readonly Key[] => [
  lastInDepthOn ?? '',
  lastFormalOn ?? '',
  dueOn ?? lastOfAll,
  ref,
];

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  const [x, y] = [a[at], b[at]];
  if (x === undefined || y === undefined) return 0;
  return x < y ? -1 : 1;
}

/** Sorted by keys that are worked out once for each; total, because references differ. */
function sortedBy<C>(cases: readonly C[], keys: (item: C) => readonly Key[]): readonly C[] {
  return cases
    .map((item) => ({ item, key: keys(item) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

/**
 * The order of suggestions (PLAN1–PLAN3, domain-spec section C): the first group by its listed order,
 * then by score, then longest since in depth, longest since any discussion, earliest due, reference.
 */
export function rankCases<C extends RankableCase>(cases: readonly C[]): readonly RankedCase<C>[] {
  const keysOf = (item: C) => [...placesOf(item.flags), -scoreOf(item.flags), ...tiesOf(item)];
  return sortedBy(cases, keysOf).map((item) => ({
    item,
    isAlways: hasAlwaysFlag(item.flags),
    score: scoreOf(item.flags),
  }));
}

/** PLAN6: who has waited longest for a discussion in depth; ties as in the ranking. */
export const longestWaiting = <C extends RankableCase>(cases: readonly C[]): readonly C[] =>
  sortedBy(cases, tiesOf);
