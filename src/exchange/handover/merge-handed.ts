import { type Clash, sameValue } from '#domain/versions/merge.ts';
import { valueAt, withValueAt } from '#domain/versions/record-paths.ts';
import { clashesOf, holdsClash, mergeWithClashes } from '#storage/sync/merge-clashes.ts';

/**
 * A body of theirs as we would say it: what is ours and theirs in an unsettled clash changes places, and
 * the field itself shows our text while nobody has chosen or typed over it (HAND8).
 */
export function turned(theirs: object): object {
  const clashes = clashesOf(theirs);
  if (clashes.length === 0) return theirs;
  const body = clashes.reduce(
    (turning, clash) =>
      sameValue(valueAt(turning, clash.path), clash.ours)
        ? withValueAt(turning, clash.path, clash.theirs)
        : turning,
    theirs,
  );
  const mirrored = clashes.map(({ path, ours, theirs: other }) => ({
    path,
    ours: other,
    theirs: ours,
  }));
  return { ...body, clashes: mirrored };
}

export interface Handed {
  readonly record: object;
  /** What is asked now and was not asked here before. */
  readonly clashes: readonly Clash[];
}

/** Three ways, by field. `theirs` is turned already. */
export function mergeHanded(base: object, ours: object, theirs: object): Handed {
  const record = mergeWithClashes(withoutSettled(base, ours, theirs), ours, theirs);
  const clashes = clashesOf(record).filter((clash) => !holdsClash(clashesOf(ours), clash));
  return { record, clashes };
}

/** Neither side's text: whatever the two are, they are told apart from it. */
const nobodys = Symbol('settled');

/**
 * HAND8: to settle is to choose, also where the text stays what it was. A choice gives way to no text
 * that the other side typed or chose meanwhile: then it is asked again.
 */
function withoutSettled(base: object, ours: object, theirs: object): object {
  return clashesOf(base).reduce((left, clash) => {
    const has = (side: object) => holdsClash(clashesOf(side), clash);
    const isSame = (side: object) =>
      sameValue(valueAt(side, clash.path), valueAt(base, clash.path));
    const says = (side: object) => !has(side) || !isSame(side);
    const isSettled = !has(ours) || !has(theirs);
    return isSettled && says(ours) && says(theirs) ? withValueAt(left, clash.path, nobodys) : left;
  }, base);
}
