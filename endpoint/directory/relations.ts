import type { Directory } from './directory.ts';

/** First and last day, both counted; `to` is null while it goes on. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** The directory, ready to be asked. Who is somebody's supervisor says the council, and no token or device. */
export interface Relations {
  /** The council's own reference for one that a record has. */
  readonly staffRef: (ref: string) => string;
  readonly childRef: (ref: string) => string;
  /** When this person supervised that one. ACL10: nobody supervises themself. */
  readonly supervised: (supervisor: string, supervisee: string) => readonly Period[];
  /** When this person had that child: allocated to them, or to somebody whom they supervised then. */
  readonly reached: (person: string, childRef: string) => readonly Period[];
  readonly directory: Directory;
}

const made = new WeakMap<Directory, Relations>();

/** Made once for each directory: a page of changes asks it thousands of times. */
export function relationsOf(directory: Directory): Relations {
  const known = made.get(directory) ?? makeRelations(directory);
  made.set(directory, known);
  return known;
}

function makeRelations(directory: Directory): Relations {
  const staffRef = resolver(directory.staff.map(({ id, aliases }) => [id, aliases]));
  const childRef = resolver(directory.children.map(({ ref, aliases }) => [ref, aliases]));
  const supervises = groupedBy(
    directory.supervises.filter((one) => staffRef(one.supervisorId) !== staffRef(one.superviseeId)),
    ({ supervisorId, superviseeId }) => pair(staffRef(supervisorId), staffRef(superviseeId)),
  );
  const allocations = groupedBy(directory.allocations, (one) => childRef(one.childRef));
  const supervised = (supervisor: string, supervisee: string): readonly Period[] =>
    supervises.get(pair(staffRef(supervisor), staffRef(supervisee))) ?? [];
  return {
    staffRef,
    childRef,
    supervised,
    reached: (person, ref) =>
      (allocations.get(childRef(ref)) ?? []).flatMap((allocation) =>
        staffRef(allocation.staffId) === staffRef(person)
          ? [allocation]
          : supervised(person, allocation.staffId).flatMap((period) => both(period, allocation)),
      ),
    directory,
  };
}

const pair = (supervisor: string, supervisee: string) => JSON.stringify([supervisor, supervisee]);

/** The days that are in each of the two; none where they do not meet. */
function both(a: Period, b: Period): readonly Period[] {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to !== null && to < from ? [] : [{ from, to }];
}

function resolver(entries: readonly (readonly [string, readonly string[]])[]) {
  const known = new Map(entries.flatMap(([ref, others]) => others.map((other) => [other, ref])));
  return (ref: string): string => known.get(ref) ?? ref;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups as ReadonlyMap<string, readonly T[]>;
}
