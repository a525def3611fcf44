/** What goes together, and whom it is about. */
interface Unit {
  readonly on: string;
  readonly children: readonly string[];
  readonly staff: readonly string[];
}

export interface WhatMayGo<U> {
  /** These may go, all of them together. */
  readonly free: readonly U[];
  /** Past their period, and a rule still reads them. */
  readonly read: readonly U[];
}

/**
 * KEEP4: what may go is what changes nothing. `readWithout` answers what the rules would say of each child
 * and each person. Where it is another, the newest of theirs stays and it is asked again: rules read the
 * newest first.
 */
export function whatMayGo<U extends Unit>(
  units: readonly U[],
  readWithout: (gone: readonly U[]) => ReadonlyMap<string, string>,
): WhatMayGo<U> {
  const before = readWithout([]);
  let free: readonly U[] = units.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const read: U[] = [];
  for (;;) {
    const after = readWithout(free);
    const changed = [...before].filter(([ref, said]) => after.get(ref) !== said);
    if (changed.length === 0) return { free, read };
    const newestOf = ([ref]: readonly [string, string]) =>
      free.find(({ children, staff }) => [...children, ...staff].includes(ref)) ?? [];
    const staying = new Set(changed.flatMap(newestOf));
    if (staying.size === 0) return { free: [], read: units }; // no one of them explains it
    read.push(...staying);
    free = free.filter((unit) => !staying.has(unit));
  }
}
