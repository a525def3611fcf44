import type { StaffRef } from '#domain/ids.ts';
import type { Staff } from '#domain/records/staff.ts';
import { plainKey } from './field-reader.ts';
import type { ImportedStaff } from './imported-caseload.ts';

/** "Eastlake, Uma" and "Uma Eastlake" are one name. */
export function nameKey(name: string): string {
  const [last, first, ...more] = name.split(',');
  const turned = first !== undefined && more.length === 0 ? `${first} ${last}` : name;
  return plainKey(turned);
}

/**
 * Who on the list a worker of the file is: the same reference, or else the only one of that name.
 * Undefined for somebody new; two of one name are never guessed between.
 */
export function staffFinder(
  staff: readonly Staff[],
  imported: readonly ImportedStaff[],
): (fileRef: string) => StaffRef | undefined {
  const byRef = new Map<string, StaffRef>(staff.map(({ ref }) => [ref, ref]));
  const byName = new Map<string, StaffRef | undefined>();
  for (const { ref, name } of staff) {
    const key = nameKey(name);
    byName.set(key, byName.has(key) ? undefined : ref);
  }
  const names = new Map(imported.map(({ ref, name }) => [ref, name]));
  return (fileRef) => byRef.get(fileRef) ?? byName.get(nameKey(names.get(fileRef) ?? fileRef));
}
