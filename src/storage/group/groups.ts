import { assert } from '#domain/assert.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { notReachedOf } from '#domain/group/end-group.ts';
import { buildGroupRecord, missingForGroupRecord } from '#domain/group/finalise-group.ts';
import { familiesHiddenFrom } from '#domain/group/group-access.ts';
import { type GroupFamily, groupFamilies } from '#domain/group/group-agenda.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import {
  GroupAgendaItem,
  GroupDiscussion,
  GroupDiscussionChild,
  GroupMember,
  GroupSession,
} from '#domain/records/group.ts';
import type { FinaliseOutcome } from '#storage/child-file/child-records.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findStaff, profileOf, settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, put, updated } from '#storage/writes.ts';
import { caseholdersIn, familiesIn, groupFacts, nextGroupOn } from './group-agenda.ts';
import { dayOfGroup, isMine } from './group-list.ts';
import { discussionsIn, findGroup } from './group-reads.ts';
import { findGroupPart, groupAgreedWrites, groupQuestion } from './group-records.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

export interface NewGroup {
  readonly plannedFor: string;
  readonly name: string;
  readonly members: readonly StaffRef[];
  readonly familySafeguarding: boolean;
}

/** A group planned for a day, facilitated by me. */
export async function planGroup(workspace: Workspace, plan: NewGroup): Promise<RecordId> {
  const { me } = settingsOf(workspace);
  const members = [...new Set(plan.members)].map((staffRef) => {
    const staff = findStaff(workspace, staffRef)?.body;
    const id = workspace.ports.newId();
    return GroupMember.parse({ id, staffRef, name: staff?.name ?? '', role: staff?.role ?? '' });
  });
  const group = GroupSession.parse({
    ...plan,
    id: newRecordId(workspace),
    status: 'planned',
    facilitatorRef: me,
    members,
    createdAt: workspace.now,
    createdBy: me,
  });
  await workspace.change(() => [created('groups', group.id, group)]);
  return group.id;
}

/** Every family of the group’s practitioners, but for one that whoever looks is personally linked to. */
export function groupFamiliesOf(workspace: Workspace, group: GroupSession): readonly GroupFamily[] {
  const hidden = hiddenFromMe(workspace, group);
  const families = familiesIn(workspace, group).filter(({ familyKey }) => !hidden.has(familyKey));
  const facts = groupFacts(workspace, group, families);
  const discussions = discussionsIn(workspace, group.id);
  return groupFamilies({
    group,
    profile: profileOf(workspace),
    on: dayOfGroup(workspace, group),
    nextOn: nextGroupOn(workspace, group),
    families,
    factsOf: (child) => facts.get(child.ref) ?? { child, flags: [] },
    caseholders: caseholdersIn(workspace, group),
    ...(group.status === 'planned'
      ? {}
      : { begun: new Set(discussions.map(({ body }) => body.familyKey)) }),
  });
}

/** GROUP2. The facilitator says who is linked to whom, and so knows. */
function hiddenFromMe(workspace: Workspace, group: GroupSession): ReadonlySet<string> {
  const { me, alsoMe } = settingsOf(workspace);
  if (isMine(workspace, group)) return new Set();
  return new Set([me, ...alsoMe].flatMap((ref) => [...familiesHiddenFrom(group, ref)]));
}

/**
 * Starts a group: a discussion for each family that is on the table, with all its open children. All of
 * it is written in one go, so that the group can begin offline.
 */
export async function startGroup(workspace: Workspace, groupId: string): Promise<void> {
  await workspace.change(() => {
    const record = findGroup(workspace, groupId);
    // Started meanwhile, by a second click or in another tab: its discussions are there already.
    if (record?.body.status !== 'planned') return [];
    const families = groupFamiliesOf(workspace, record.body).filter(({ chosen }) => chosen);
    const sittings = [{ startedAt: workspace.now, endedAt: '' }];
    return [
      updated(record, { ...record.body, status: 'open', sittings }),
      ...families.map((family) => begin(workspace, record.body, family)),
    ];
  });
}

function begin(workspace: Workspace, group: GroupSession, { item, ...family }: GroupFamily) {
  const presenter = group.members.find(({ id }) => id !== '' && id === item.presenterId);
  const id = newRecordId(workspace);
  const discussion = GroupDiscussion.parse({
    id,
    groupId: group.id,
    familyKey: family.familyKey,
    presenter: presenter?.name ?? '',
    question: item.question,
    children: family.children.map(({ ref }) =>
      GroupDiscussionChild.parse({ id: ref, childRef: ref }),
    ),
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
  });
  return created('groupDiscussions', id, discussion);
}

/** One more family: chosen while the group is planned, begun once it has started. */
export async function bringFamilyIn(
  workspace: Workspace,
  groupId: string,
  familyKey: string,
): Promise<void> {
  await workspace.change(() => {
    const record = findGroup(workspace, groupId);
    if (!record) return [];
    const family = groupFamiliesOf(workspace, record.body).find(
      (each) => each.familyKey === familyKey,
    );
    if (!family) return [];
    if (record.body.status !== 'planned') {
      return family.chosen ? [] : [begin(workspace, record.body, family)];
    }
    const { agenda } = record.body;
    const held = agenda.find((item) => item.familyKey === familyKey);
    const item = { ...(held ?? GroupAgendaItem.parse({ id: familyKey, familyKey })) };
    const chosen = { ...item, chosen: 'yes' as const };
    const changed = held
      ? agenda.map((each) => (each === held ? chosen : each))
      : [...agenda, chosen];
    return [updated(record, { ...record.body, agenda: changed })];
  });
}

export async function pauseGroup(workspace: Workspace, groupId: string): Promise<void> {
  await workspace.change(() => {
    const record = findGroup(workspace, groupId);
    if (record?.body.status !== 'open') return [];
    return [updated(record, { ...sittingClosed(workspace, record.body), status: 'paused' })];
  });
}

export async function resumeGroup(workspace: Workspace, groupId: string): Promise<void> {
  await workspace.change(() => {
    const record = findGroup(workspace, groupId);
    if (record?.body.status !== 'paused') return [];
    const sittings = [...record.body.sittings, { startedAt: workspace.now, endedAt: '' }];
    return [updated(record, { ...record.body, status: 'open', sittings })];
  });
}

const sittingClosed = (workspace: Workspace, group: GroupSession): GroupSession => ({
  ...group,
  sittings: group.sittings.map((sitting) =>
    sitting.endedAt === '' ? { ...sitting, endedAt: workspace.now } : sitting,
  ),
});

export interface GroupEnding {
  readonly notReached: readonly { readonly familyKey: string; readonly reason: string }[];
}

/**
 * Ends the group: it is never refused. Every family that was on the table and not reached is kept with its
 * reason, or without one, and what was agreed becomes records of each child, in one transaction.
 */
export async function endGroup(
  workspace: Workspace,
  groupId: string,
  { notReached }: GroupEnding,
): Promise<void> {
  await workspace.change(() => {
    const record = findGroup(workspace, groupId);
    if (!record || record.body.status === 'planned' || record.body.status === 'ended') return [];
    const discussions = discussionsIn(workspace, groupId).map(({ body }) => body);
    const ended = { ...sittingClosed(workspace, record.body), status: 'ended' as const };
    return [
      updated(record, { ...ended, notReached: notReachedOf(discussions, notReached) }),
      ...discussions.flatMap((discussion) => agreedIn(workspace, discussion)),
    ];
  });
}

const agreedIn = (workspace: Workspace, discussion: GroupDiscussion) =>
  discussion.children.flatMap((part) => groupAgreedWrites(workspace, discussion, part));

/** Only a person says that a family was discussed. Marked after the group ended it was discussed all the same. */
export async function markFamilyDiscussed(
  workspace: Workspace,
  discussionId: string,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('groupDiscussions', discussionId);
    if (!record) return [];
    const group = findGroup(workspace, record.body.groupId);
    const discussion = asDiscussed(workspace, record.body, group?.body);
    const mark = put(record, 'groupDiscussions', record.id, discussion);
    if (group?.body.status !== 'ended') return mark;
    const isOther = ({ familyKey }: { familyKey: string }) => familyKey !== discussion.familyKey;
    const notReached = group.body.notReached.filter(isOther);
    return [
      ...mark,
      ...put(group, 'groups', group.id, { ...group.body, notReached }),
      ...agreedIn(workspace, discussion),
    ];
  });
}

const asDiscussed = (
  workspace: Workspace,
  discussion: GroupDiscussion,
  group: GroupSession | undefined,
): GroupDiscussion =>
  discussion.discussed && discussion.discussedAt !== ''
    ? discussion
    : { ...discussion, discussed: true, discussedAt: momentIn(workspace, group) };

/** While it sits, now; once it is paused or over, the sitting it was discussed at: the last one. */
function momentIn(workspace: Workspace, group: GroupSession | undefined): string {
  const last = group?.sittings.at(-1);
  return last && last.endedAt !== '' ? last.startedAt : workspace.now;
}

/** What a child’s record still needs before it can be finalised. */
export const missingForGroupChild = (
  workspace: Workspace,
  discussionId: string,
  childRef: string,
): readonly Missing[] => missingForGroupRecord(groupQuestion(workspace, discussionId, childRef));

/**
 * Finalises one child’s record of a group: its canonical text becomes the stored body and is never written
 * again. Throws StorageError, also where text of the draft could not be saved first.
 */
export async function finaliseGroupChild(
  workspace: Workspace,
  discussionId: string,
  childRef: string,
): Promise<FinaliseOutcome> {
  const recordId = newRecordId(workspace);
  let outcome: FinaliseOutcome = { outcome: 'missing', missing: [] };
  await workspace.change(() => {
    const found = findGroupPart(workspace, discussionId, childRef);
    assert(found, `no discussion of ${childRef} in group discussion ${discussionId}`);
    const { record, part } = found;
    const { groupId } = record.body;
    if ([record.id, groupId].some((id) => workspace.queue.unsaved(id))) {
      // A finished record is read only: text that is not on disk now would be left out of it for good.
      throw new StorageError(
        'failed',
        `group discussion ${record.id} has text that is not saved yet`,
      );
    }
    if (part.childRecordId !== '') {
      outcome = { outcome: 'finalised', recordId: part.childRecordId };
      return [];
    }
    const question = groupQuestion(workspace, discussionId, childRef);
    const built = buildGroupRecord({ ...question, recordId });
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised', recordId };
    if (built.outcome === 'missing') return [];
    const children = record.body.children.map((each) =>
      each === part ? { ...each, childRecordId: recordId } : each,
    );
    return [
      updated(record, { ...record.body, children }, 'final'),
      created('childRecords', recordId, built.record, built.text),
      ...groupAgreedWrites(workspace, record.body, part),
    ];
  });
  return outcome;
}

/** The discussions of a group’s families, but for one that whoever looks is personally linked to. */
export function discussionsOfGroup(
  workspace: Workspace,
  groupId: string,
): readonly OpenRecord<'groupDiscussions'>[] {
  const group = findGroup(workspace, groupId)?.body;
  const hidden = group ? hiddenFromMe(workspace, group) : new Set<string>();
  return discussionsIn(workspace, groupId).filter(({ body }) => !hidden.has(body.familyKey));
}
