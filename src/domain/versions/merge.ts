/**
 * Three-way merge of two edits of one record (rules MRG1 to MRG5 in ../RULES.md). Pure, symmetric in
 * what it keeps, and silent about nothing: text is never merged within a field.
 */
type Plain = { readonly [key: string]: unknown };

export interface Merge<R> {
  /** Both sides' changes; in a field that both changed, ours. */
  readonly record: R;
  /** Fields that both sides changed to different values, with theirs. Empty when nothing clashed. */
  readonly clashes: readonly Clash[];
}

export interface Clash {
  /** Where in the record: `children.<id>.worries`. */
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** Where they were told: whose the other is, by reference, and when each was written (SENT2). */
  readonly by?: string;
  readonly at?: string;
  readonly oursAt?: string;
}

export function mergeRecord<R extends object>(base: R, ours: R, theirs: R): Merge<R> {
  const clashes: Clash[] = [];
  const record = mergeValue(base, ours, theirs, '', clashes) as R; // merging three R by field gives an R
  return { record, clashes };
}

function mergeValue(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  path: string,
  clashes: Clash[],
): unknown {
  if (sameValue(ours, theirs)) return ours;
  if (sameValue(base, theirs)) return ours; // MRG1: only we changed it
  if (sameValue(base, ours)) return theirs; // MRG2: only they changed it
  if (isPlain(ours) && isPlain(theirs)) {
    return mergeObject(isPlain(base) ? base : {}, ours, theirs, path, clashes);
  }
  if (isKeyedList(ours) && isKeyedList(theirs)) {
    return mergeList(isKeyedList(base) ? base : [], ours, theirs, path, clashes); // MRG4
  }
  clashes.push({ path, ours, theirs }); // MRG3: two different edits of one field are for a person
  return ours;
}

function mergeObject(
  base: Plain,
  ours: Plain,
  theirs: Plain,
  path: string,
  clashes: Clash[],
): Plain {
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys({ ...ours, ...theirs })) {
    const at = path === '' ? key : `${path}.${key}`;
    const value = mergeValue(base[key], ours[key], theirs[key], at, clashes);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

type KeyedItem = Plain & { readonly id: string };

/** MRG4: items of a list are told apart by their id, so that two added actions are two actions. */
function mergeList(
  base: readonly KeyedItem[],
  ours: readonly KeyedItem[],
  theirs: readonly KeyedItem[],
  path: string,
  clashes: Clash[],
): readonly unknown[] {
  const find = (list: readonly KeyedItem[], id: string) => list.find((item) => item.id === id);
  const ids = [...ours, ...theirs.filter((item) => !find(ours, item.id))].map(({ id }) => id);
  return ids.flatMap((id) => {
    const [b, o, t] = [find(base, id), find(ours, id), find(theirs, id)];
    // MRG5: removed on one side and unchanged on the other is removed; changed text is never dropped.
    if (b && (!o || !t)) {
      const left = o ?? t;
      return left && !sameValue(b, left) ? [left] : [];
    }
    if (!o || !t) return [o ?? t];
    return [mergeValue(b, o, t, `${path}.${id}`, clashes)];
  });
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKeyedList = (value: unknown): value is readonly KeyedItem[] =>
  Array.isArray(value) && value.every((item) => isPlain(item) && typeof item.id === 'string');

export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  if (isPlain(a) && isPlain(b)) {
    const keys = Object.keys({ ...a, ...b });
    return keys.every((key) => sameValue(a[key], b[key]));
  }
  return false;
}
