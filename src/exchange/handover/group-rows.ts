import { familyKeyOf } from '#domain/caseload/caseload.ts';
import { familiesHiddenFrom } from '#domain/group/group-access.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { GroupDay } from '#domain/records/group-day.ts';
import { decidedInGroup } from '#storage/child-file/decisions-outside.ts';
import { findGroup, groupDaysOfChild, isMadeInGroup } from '#storage/group/group-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { type RecordOut, rowOf } from './rows.ts';

/**
 * What of groups goes to a practitioner: the records, decisions and days of her own children, and no group
 * (HAND13). A group has the families of others on its agenda, and who is linked to whom.
 */
export interface OfGroups {
  /** Whether what was made about this child in that session or group may go. */
  readonly mayGo: (made: { readonly childRef: string; readonly sessionId: string }) => boolean;
  readonly daysOf: (childRef: string) => readonly GroupDay[];
}

export function ofGroups(workspace: Workspace, staffRef: StaffRef): OfGroups {
  const linked = linkedTo(workspace, staffRef);
  return {
    mayGo: ({ childRef, sessionId }) => !linked.has(childRef) || !isOfGroup(workspace, sessionId),
    daysOf: (childRef) => (linked.has(childRef) ? [] : groupDaysOfChild(workspace, childRef)),
  };
}

/** A group that is held here, or one whose record is: not every group is this device’s own. */
const isOfGroup = (workspace: Workspace, sessionId: string): boolean =>
  findGroup(workspace, sessionId) !== undefined ||
  findAll(workspace, 'childRecords', (record) => record.sessionId === sessionId).some(
    ({ body }) => body.group !== undefined,
  ) ||
  bodies(workspace, 'childStubs').some(
    (stub) => stub.kind === 'groupRecord' && stub.sessionId === sessionId,
  );

/** GROUP2: the children of families she is personally linked to, as the list has them or a group had. */
function linkedTo(workspace: Workspace, staffRef: StaffRef): ReadonlySet<string> {
  const hidden = new Set(
    bodies(workspace, 'groups').flatMap((group) => [...familiesHiddenFrom(group, staffRef)]),
  );
  if (hidden.size === 0) return hidden;
  const ofList = bodies(workspace, 'children').filter((child) => hidden.has(familyKeyOf(child)));
  const inGroups = bodies(workspace, 'groupDiscussions')
    .filter(({ familyKey }) => hidden.has(familyKey))
    .flatMap(({ children }) => children);
  return new Set<string>([
    ...ofList.map(({ ref }) => ref),
    ...inGroups.map(({ childRef }) => childRef),
  ]);
}

/** The finished records of groups, but for children she is linked to: each is on a child’s file. */
export const groupRecords = (
  workspace: Workspace,
  { mayGo }: OfGroups,
): readonly OpenRecord<'childRecords'>[] =>
  findAll(
    workspace,
    'childRecords',
    (record) =>
      record.group !== undefined && hasEnded(workspace, record.sessionId) && mayGo(record),
  );

/** A group that somebody else holds has ended, or its record would not be here. */
const hasEnded = (workspace: Workspace, groupId: string): boolean =>
  (findGroup(workspace, groupId)?.body.status ?? 'ended') === 'ended';

/**
 * Decisions of groups, each marked as one (HAND15): on a device without the group nothing else tells that it
 * waits for the next one-to-one.
 */
export const groupDecisions = (
  workspace: Workspace,
  isIn: (decision: OpenRecord<'decisions'>['body']) => boolean,
  { mayGo }: OfGroups,
): readonly RecordOut[] =>
  findAll(
    workspace,
    'decisions',
    (decision) =>
      isMadeInGroup(workspace, decision) &&
      hasEnded(workspace, decision.sessionId) &&
      isIn(decision) &&
      mayGo(decision),
  ).map((decision) => decisionRow(workspace, decision));

/** HAND15: a decision as it goes out in any file: that it was made in a group goes with it. */
export function decisionRow(workspace: Workspace, decision: OpenRecord<'decisions'>): RecordOut {
  const { collection, id, body } = decision;
  if (!isMadeInGroup(workspace, body)) return rowOf(decision);
  const told = { ...body, decidedAt: decidedInGroup(workspace, body), madeIn: 'group' };
  return { collection, id: id as RecordOut['id'], text: JSON.stringify(told) }; // the id of a stored record
}
