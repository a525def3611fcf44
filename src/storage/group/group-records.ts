import { assert } from '#domain/assert.ts';
import { currentAllocation, familyKeyOf, isOpenOn } from '#domain/caseload/caseload.ts';
import { agreedDiscussion, agreedPart } from '#domain/group/end-group.ts';
import type { GroupRecordQuestion } from '#domain/group/finalise-group.ts';
import { familyDiscussedOn } from '#domain/group/group-events.ts';
import { participantsOf } from '#domain/group/group-people.ts';
import type { GroupDiscussion, GroupDiscussionChild } from '#domain/records/group.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import type { Write } from '#storage/save.ts';
import { agreedWrites } from '#storage/session/agreed-writes.ts';
import { findStaff, myName, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { isMine } from './group-list.ts';
import { findGroup } from './group-reads.ts';

/** The family's discussion and one child's own part of it. */
export function findGroupPart(workspace: Workspace, discussionId: string, childRef: string) {
  const record = workspace.set.find('groupDiscussions', discussionId);
  const part = record?.body.children.find((each) => each.childRef === childRef);
  return record && part && { record, part };
}

/** All that one child’s record of a group is made from, but its id. */
export function groupQuestion(
  workspace: Workspace,
  discussionId: string,
  childRef: string,
): Omit<GroupRecordQuestion, 'recordId'> {
  const found = findGroupPart(workspace, discussionId, childRef);
  const group = found && findGroup(workspace, found.record.body.groupId)?.body;
  const child = findChild(workspace, childRef)?.body;
  assert(
    found && group && child,
    `no discussion of ${childRef} in group discussion ${discussionId}`,
  );
  const discussion = found.record.body;
  const on = familyDiscussedOn(discussion) ?? todayIn(workspace);
  const policy = profileVersionOn(workspace, on);
  const allocation = currentAllocation(child.ref, bodies(workspace, 'allocations'), on);
  const staffOf = (ref: string) => findStaff(workspace, ref)?.body;
  const item = group.agenda.find(({ familyKey }) => familyKey === discussion.familyKey);
  return {
    group,
    discussion,
    part: found.part,
    child,
    siblings: bodies(workspace, 'children').filter(
      (other) =>
        other.ref !== child.ref &&
        familyKeyOf(other) === familyKeyOf(child) &&
        isOpenOn(other, todayIn(workspace)),
    ),
    facilitator: staffName(workspace, group.facilitatorRef),
    practitioner: allocation ? staffName(workspace, allocation.staffRef) : 'nobody allocated',
    by: myName(workspace),
    at: workspace.now,
    participants: participantsOf(group, staffOf),
    summaries: item?.summaries ?? [],
    authorOf: (memberId) => {
      const member = group.members.find(({ id }) => id === memberId);
      return member?.name || staffOf(member?.staffRef ?? '')?.name || '';
    },
    mayFinalise: isMine(workspace, group),
    profile: policy.profile,
    policySha256: policy.sha256,
    holidays: holidaysOf(workspace),
    synthetic: settingsOf(workspace).synthetic,
  };
}

/** GROUP18: what a group agreed for a child becomes records of that child, as after a session. */
export function groupAgreedWrites(
  workspace: Workspace,
  discussion: GroupDiscussion,
  part: GroupDiscussionChild,
): readonly Write[] {
  return agreedWrites(workspace, agreedDiscussion(discussion), agreedPart(discussion, part));
}
