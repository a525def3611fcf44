import type { ChildRef } from '#domain/ids.ts';
import type { PriorDiscussion } from '#domain/records/prior-discussion.ts';
import type { Account } from '#domain/records/session.ts';

/**
 * HAND21: when a child who stays was last discussed in sessions that leave this device, so that the child's
 * dates do not move. Undefined where nothing is later than what is held.
 */
export function priorAfterRemoval(
  childRef: ChildRef,
  held: PriorDiscussion | undefined,
  accounts: readonly Pick<Account, 'outcome' | 'discussedOn'>[],
  made: { readonly at: string; readonly by: string },
): PriorDiscussion | undefined {
  const last = (outcomes: readonly Account['outcome'][]) =>
    accounts
      .filter(({ outcome }) => outcomes.includes(outcome))
      .map(({ discussedOn }) => discussedOn)
      .toSorted()
      .at(-1) ?? '';
  const later = (one = '', other = '') => (one > other ? one : other);
  const on = later(held?.on, last(['brief', 'inDepth']));
  const inDepthOn = later(held?.inDepthOn, last(['inDepth']));
  if (on === '' || (held && on === held.on && inDepthOn === held.inDepthOn)) return undefined;
  return { source: 'told', ...held, childRef, answer: 'date', on, inDepthOn, ...made };
}
