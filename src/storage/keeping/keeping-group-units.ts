import { daysOfChild } from '#domain/group/group-events.ts';
import type { GroupDiscussion } from '#domain/records/group.ts';
import { findGroup } from '#storage/group/group-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import {
  childStub,
  lastPast,
  type OpenActions,
  recordPast,
  staysFor,
} from './keeping-child-unit.ts';
import { type KeptUnit, withWhatIsUnder } from './keeping-unit.ts';

/**
 * KEEP7: what groups put on children's files: a family's discussion with the records it became. One that
 * somebody else's group became is here as a record alone. The group itself stays: who met on which day is
 * what the clocks of its members are counted from (GROUP7).
 */
export function unitsOfGroups(
  workspace: Workspace,
  openActions: OpenActions,
): readonly Promise<KeptUnit | undefined>[] {
  const discussions = bodies(workspace, 'groupDiscussions');
  const held = new Set(discussions.map(({ groupId }): string => groupId));
  const told = findAll(
    workspace,
    'childRecords',
    ({ group, sessionId }) => group !== undefined && !held.has(sessionId),
  );
  return [
    ...discussions.map((discussion) => unitOfDiscussion(workspace, discussion, openActions)),
    ...told.map((record) => unitOf(workspace, { id: record.id, records: [record] }, openActions)),
  ];
}

async function unitOfDiscussion(
  workspace: Workspace,
  discussion: GroupDiscussion,
  openActions: OpenActions,
): Promise<KeptUnit | undefined> {
  const { id, groupId, children, discussed } = discussion;
  const group = findGroup(workspace, groupId)?.body;
  const records = children.flatMap(
    ({ childRecordId }) => workspace.set.find('childRecords', childRecordId) ?? [],
  );
  if (!discussed || group?.status !== 'ended' || records.length < children.length) return undefined;
  const staff = group.members.flatMap(({ staffRef }) => (staffRef === '' ? [] : [staffRef]));
  return unitOf(workspace, { id, records, discussion, staff }, openActions);
}

interface GroupUnit {
  readonly id: string;
  readonly records: readonly OpenRecord<'childRecords'>[];
  readonly discussion?: GroupDiscussion;
  readonly staff?: readonly string[];
}

async function unitOf(
  workspace: Workspace,
  { id, records, discussion, staff = [] }: GroupUnit,
  openActions: OpenActions,
): Promise<KeptUnit | undefined> {
  const kind = 'groupRecord';
  const [first] = records;
  const past = lastPast(records.map(({ body }) => recordPast(workspace, kind, body)));
  if (!first || !past) return undefined;
  const groups = bodies(workspace, 'groups');
  const stubs = records.map((record) => {
    const days = discussion ? daysOfChild(record.body.childRef, groups, [discussion]) : [];
    const [groupDay] = days;
    return childStub(workspace, record, { kind, past, ...(groupDay ? { groupDay } : {}) });
  });
  return {
    ...{ id, kind, on: first.body.discussedOn, past, staff },
    stays: staysFor(records, openActions),
    children: records.map(({ body }) => body.childRef),
    rows: [
      ...(discussion ? [discussion.id] : []),
      ...records.flatMap((record) => withWhatIsUnder(workspace, record.id)),
    ],
    stubs: await Promise.all(stubs),
  };
}
