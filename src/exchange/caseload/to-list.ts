import { addedChild, type ListChange } from '#domain/caseload/list-changes.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Allocation } from '#domain/records/child.ts';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import type { ImportedChild } from './imported-caseload.ts';
import type { ListedChild } from './listed-child.ts';

/** A child of a file as an entry of the list, its checks with it. `ref` is what it will be known by here. */
export function toListedChild(
  child: ImportedChild,
  ref: ChildRef,
  profile: PolicyProfile,
  change: ListChange,
): ListedChild {
  const { name, dateOfBirth, expectedOn, familyRef, checks } = child;
  const { legalStatus, diedOn, restricted, facts, statuses } = child;
  const status = statusForProfile(statuses, profile);
  const added = addedChild(
    {
      ...{ ref, reference: child.ref, name, dateOfBirth, expectedOn, familyRef },
      status: status?.code ?? '',
      checks: checks.map((check) => ({ ...check })),
    },
    change,
  );
  const statusWords = status?.words ?? '';
  return { ...added, legalStatus, diedOn, restricted, facts, statusWords };
}

/** Its open allocations. One without a date that can be read counts from today. */
export function toAllocations(
  child: ImportedChild,
  childRef: ChildRef,
  staffRefOf: (fileRef: string) => StaffRef,
  today: CalendarDate,
): readonly Allocation[] {
  return child.allocations.map(({ staffRef, from, to, allocatedAt }) => ({
    childRef,
    staffRef: staffRefOf(staffRef),
    from: from || today,
    to,
    allocatedAt,
  }));
}
