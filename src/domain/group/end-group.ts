import {
  Discussion,
  type DiscussionChild,
  emptyDiscussionChild,
} from '#domain/records/discussion.ts';
import type { GroupDiscussion, GroupDiscussionChild, GroupSession } from '#domain/records/group.ts';

type NotReached = GroupSession['notReached'];

/** GROUP18: every family that was on the table and that nobody marked, with its reason or without one. */
export const notReachedOf = (
  discussions: readonly Pick<GroupDiscussion, 'familyKey' | 'discussed'>[],
  reasons: readonly { readonly familyKey: string; readonly reason: string }[],
): NotReached =>
  discussions
    .filter(({ discussed }) => !discussed)
    .map(({ familyKey }) => ({
      familyKey,
      reason: reasons.find((each) => each.familyKey === familyKey)?.reason ?? '',
    }));

/**
 * GROUP18, GROUP16: one child’s part as that of a session, so that what was agreed becomes the child’s
 * records by the same rule (SESS5). Without the accountable manager nothing was decided.
 */
export function agreedPart(
  { discussed, discussedAt, managerPresent }: GroupDiscussion,
  { childRef, decisions, actions }: GroupDiscussionChild,
): DiscussionChild {
  return {
    ...emptyDiscussionChild(childRef),
    account: discussed ? 'discussed' : '',
    accountedAt: discussed ? discussedAt : '',
    decisions: managerPresent === 'no' ? [] : decisions,
    actions,
  };
}

/** The discussion that such a part belongs to: its records carry the group’s id as a session’s. */
export const agreedDiscussion = ({
  id,
  groupId,
  createdAt,
  createdBy,
}: GroupDiscussion): Discussion =>
  Discussion.parse({ id, sessionId: groupId, createdAt, createdBy });
