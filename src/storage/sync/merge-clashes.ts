import { type Clash, mergeRecord, sameValue } from '#domain/versions/merge.ts';

type Clashing = { readonly clashes?: readonly Clash[] };

/** Merged by field; what clashed is kept inside the record until a person settles it. */
export function mergeWithClashes(base: object, ours: object, theirs: object): object {
  const { record, clashes } = mergeRecord(base, ours, theirs);
  const asked = clashes.filter(({ path }) => path !== 'savedAt' && path !== 'clashes');
  const unsettled = stillUnsettled(clashesOf(base), clashesOf(ours), clashesOf(theirs));
  const all = [...unsettled, ...asked.filter((clash) => !holdsClash(unsettled, clash))];
  return sameValue(all, clashesOf(record)) ? record : { ...record, clashes: all };
}

export const clashesOf = (body: object): readonly Clash[] => (body as Clashing).clashes ?? [];

export const holdsClash = (list: readonly Clash[], clash: Clash): boolean =>
  list.some((each) => sameValue(each, clash));

/** Each side may have found its own, or settled one: theirs are texts too, and none is dropped. */
function stillUnsettled(
  base: readonly Clash[],
  ours: readonly Clash[],
  theirs: readonly Clash[],
): readonly Clash[] {
  const added = (list: readonly Clash[]) => list.filter((clash) => !holdsClash(base, clash));
  const kept = base.filter((clash) => holdsClash(ours, clash) && holdsClash(theirs, clash));
  return [...kept, ...added(ours), ...added(theirs).filter((clash) => !holdsClash(ours, clash))];
}
