import type { ChildRef } from '#domain/ids.ts';
import { MAX_WORRIES, type Worry } from '#domain/records/preparation.ts';

/** PREP4: at most three children, each once; the order of the list is the rank. */
export function addWorry(worries: readonly Worry[], childRef: ChildRef): readonly Worry[] {
  if (isFull(worries) || rankOf(worries, childRef) !== undefined) return worries;
  return [...worries, { id: childRef, childRef }];
}

export const removeWorry = (worries: readonly Worry[], childRef: ChildRef): readonly Worry[] =>
  worries.filter((worry) => worry.childRef !== childRef);

/** To a rank from 1; one outside the list is the nearest end. */
export function placeWorry(
  worries: readonly Worry[],
  childRef: ChildRef,
  rank: number,
): readonly Worry[] {
  const worry = worries.find((each) => each.childRef === childRef);
  return worry
    ? removeWorry(worries, childRef).toSpliced(Math.max(0, rank - 1), 0, worry)
    : worries;
}

export function moveWorry(
  worries: readonly Worry[],
  childRef: ChildRef,
  by: 1 | -1,
): readonly Worry[] {
  const rank = rankOf(worries, childRef);
  return rank === undefined ? worries : placeWorry(worries, childRef, rank + by);
}

/** 1 for the greatest; undefined where it is not one of them. */
export function rankOf(worries: readonly Worry[], childRef: string): number | undefined {
  const at = worries.findIndex((worry) => worry.childRef === childRef);
  return at < 0 ? undefined : at + 1;
}

export const isFull = (worries: readonly Worry[]): boolean => worries.length >= MAX_WORRIES;

/** "1 of 3"; '' where it is not one of them. */
export function rankWords(worries: readonly Worry[], childRef: string): string {
  const rank = rankOf(worries, childRef);
  return rank === undefined ? '' : `${rank} of ${worries.length}`;
}
