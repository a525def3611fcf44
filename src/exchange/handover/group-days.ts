import type { GroupDay } from '#domain/records/group-day.ts';

/**
 * What the holder of a group says of its day is so (GROUP19): a day that was told otherwise before is put
 * right ahead of the merge, and is no question to anybody.
 */
export function withDaysAs<T extends object>(ours: T, told: unknown): T {
  const days = daysOf(ours);
  if (days.length === 0 || !Array.isArray(told)) return ours;
  const theirs = told as readonly GroupDay[]; // parsed by its schema
  const groupDays = days.map((day) => theirs.find(({ id }) => id === day.id) ?? day);
  return { ...ours, groupDays };
}

const daysOf = (body: object): readonly GroupDay[] =>
  (body as { readonly groupDays?: readonly GroupDay[] }).groupDays ?? [];
