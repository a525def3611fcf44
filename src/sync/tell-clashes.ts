import { type Clash, sameValue } from '#domain/versions/merge.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';

interface Told {
  /** As merged by field, perhaps with clashes. */
  readonly body: object;
  readonly ours: object;
  readonly theirs: object;
  /** Whose the other text is: the person whose token created the record. */
  readonly by: string;
}

/**
 * SENT2: each clash that this merge found is kept with whose the other text is and when each of the two was
 * written, by the clocks of the devices they were written on. One that stood here before stays as it was.
 */
export function tellClashes({ body, ours, theirs, by }: Told): object {
  const all = clashesOf(body);
  if (all.length === 0) return body;
  const written = { by, at: savedAtOf(theirs), oursAt: savedAtOf(ours) };
  const before = clashesOf(ours).filter((each) => all.some((clash) => isSame(clash, each)));
  const found = all.filter((clash) => !before.some((each) => isSame(clash, each)));
  return { ...body, clashes: [...before, ...found.map((clash) => ({ ...clash, ...written }))] };
}

const isSame = (a: Clash, b: Clash): boolean =>
  a.path === b.path && sameValue(a.ours, b.ours) && sameValue(a.theirs, b.theirs);

const savedAtOf = (body: { readonly savedAt?: unknown }): string =>
  typeof body.savedAt === 'string' ? body.savedAt : '';
