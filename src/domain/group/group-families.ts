import { familyKeyOf, isInForce, isOpenOn } from '#domain/caseload/caseload.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Allocation, Child } from '#domain/records/child.ts';

/** One family with every open child of it, and everybody who works with one of them. */
export interface Family {
  readonly familyKey: string;
  readonly children: readonly Child[];
  readonly workers: readonly StaffRef[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By birth, then by reference: one order on every machine. */
const byAge = (a: Child, b: Child): number =>
  compare(a.dateOfBirth || '~', b.dateOfBirth || '~') || compare(a.ref, b.ref);

/**
 * GROUP8: every family with an open child of any member, each exactly once. Brothers and sisters with
 * different workers are one family: also one whose worker is no member is in it, and one with none.
 */
export function familiesOf(question: {
  readonly members: readonly StaffRef[];
  readonly children: readonly Child[];
  readonly allocations: readonly Allocation[];
  readonly on: CalendarDate;
}): readonly Family[] {
  const { members, children, allocations, on } = question;
  const workersOf = new Map<string, readonly StaffRef[]>();
  for (const each of allocations) {
    if (!isInForce(each, on)) continue;
    workersOf.set(each.childRef, [...(workersOf.get(each.childRef) ?? []), each.staffRef]);
  }
  const families = new Map<string, Map<string, Child>>();
  for (const child of children) {
    if (!isOpenOn(child, on)) continue;
    const key = familyKeyOf(child);
    families.set(key, (families.get(key) ?? new Map<string, Child>()).set(child.ref, child));
  }
  return [...families]
    .map(([familyKey, byRef]): Family => {
      const own = [...byRef.values()].sort(byAge);
      const workers = [...new Set(own.flatMap(({ ref }) => workersOf.get(ref) ?? []))];
      return { familyKey, children: own, workers };
    })
    .filter(({ workers }) => workers.some((worker) => members.includes(worker)))
    .sort((a, b) => compare(a.familyKey, b.familyKey));
}
