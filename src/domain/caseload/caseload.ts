import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { Allocation, Child } from '#domain/records/child.ts';

/** LIST1: open until the day it was closed; something removed as a mistake was never open. */
export function isOpenOn(child: Child, on: CalendarDate): boolean {
  return !child.removed && (child.closedOn === '' || child.closedOn > on);
}

/** LIST2: an allocation counts from its first day until the day before it ended. */
export function isInForce(allocation: Allocation, on: CalendarDate): boolean {
  return allocation.from <= on && (allocation.to === '' || allocation.to > on);
}

/** LIST3: every open child of a worker, brothers and sisters together, otherwise by name. */
export function openChildrenOf(
  staffRef: StaffRef,
  children: readonly Child[],
  allocations: readonly Allocation[],
  on: CalendarDate,
): readonly Child[] {
  const mine = new Set(
    allocations
      .filter((allocation) => allocation.staffRef === staffRef && isInForce(allocation, on))
      .map(({ childRef }) => childRef),
  );
  return familiesTogether(children.filter((child) => mine.has(child.ref) && isOpenOn(child, on)));
}

/** LIST4: an open child with nobody allocated is shown in a list of its own, never left out. */
export function unallocatedChildren(
  children: readonly Child[],
  allocations: readonly Allocation[],
  on: CalendarDate,
): readonly Child[] {
  const allocated = new Set(
    allocations.filter((each) => isInForce(each, on)).map(({ childRef }) => childRef),
  );
  return byName(children.filter((child) => isOpenOn(child, on) && !allocated.has(child.ref)));
}

/** The allocation in force, or undefined. */
export function currentAllocation(
  childRef: ChildRef,
  allocations: readonly Allocation[],
  on: CalendarDate,
): Allocation | undefined {
  return allocations.find((each) => each.childRef === childRef && isInForce(each, on));
}

export const familyKeyOf = (child: Child): string => child.familyRef || child.ref;

function byName(children: readonly Child[]): readonly Child[] {
  // Code units and not a locale: the same order on every machine.
  const key = (child: Child) => child.name.toLowerCase();
  return [...children].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function familiesTogether(children: readonly Child[]): readonly Child[] {
  const sorted = byName(children);
  const placed = new Set<string>();
  return sorted.flatMap((child) => {
    const key = familyKeyOf(child);
    if (placed.has(key)) return [];
    placed.add(key);
    return sorted.filter((other) => familyKeyOf(other) === key);
  });
}
