import type { Depth } from '#domain/records/discussion-fields.ts';
import { longestWaiting, type RankableCase, type RankedCase } from './rank-cases.ts';
import {
  type Budget,
  inDepthSlots,
  type Member,
  rotationSlots,
  sessionTotal,
} from './time-budget.ts';

export interface PlannableCase extends RankableCase, Member {
  /** What a person chose for this session; it always wins (A9). */
  readonly chosenDepth?: Depth | undefined;
}

/** Why in depth: a person chose it, a flag of the first group, the reserve, or its place in the order. */
export type InDepthBecause = 'chosen' | 'always' | 'rotation' | 'order';

/** Who is discussed in depth, in the order in which they were taken. All others are brief. */
export type InDepthChoice = ReadonlyMap<string, InDepthBecause>;

/**
 * PLAN6–PLAN8. First what people chose and the first group of flags, whether they fit or not: nobody is
 * demoted. Then, while it fits: the reserve for those who waited longest, and the others by rank. A
 * child is passed over for one lower down only where its own minutes do not fit any more.
 */
export function chooseInDepth<C extends PlannableCase>(
  ranked: readonly RankedCase<C>[],
  budget: Budget,
): InDepthChoice {
  const cases = ranked.map(({ item }) => item);
  const chosen = new Map<string, InDepthBecause>();
  const isInTime = (ref?: string) =>
    sessionTotal(
      cases,
      (each) => (each === ref || chosen.has(each) ? 'inDepth' : 'brief'),
      budget,
    ) <= budget.minutes;

  for (const { item, isAlways } of ranked) {
    if (item.chosenDepth === 'inDepth') chosen.set(item.ref, 'chosen');
    else if (isAlways && item.chosenDepth === undefined) chosen.set(item.ref, 'always');
  }
  if (!isInTime()) return chosen;

  const open = ranked.filter(({ item, isAlways }) => !isAlways && item.chosenDepth !== 'brief');
  let kept = rotationSlots(inDepthSlots(cases, budget), budget.parameters);
  for (const { ref } of longestWaiting(open.map(({ item }) => item))) {
    if (kept === 0) break;
    // Chosen by a person it fills the reserve as well: the child is reached.
    if (!chosen.has(ref) && !isInTime(ref)) continue;
    if (!chosen.has(ref)) chosen.set(ref, 'rotation');
    kept -= 1;
  }
  for (const { item } of open)
    if (!chosen.has(item.ref) && isInTime(item.ref)) chosen.set(item.ref, 'order');
  return chosen;
}
