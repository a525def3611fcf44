import { DraftAction, DraftDecision } from '#domain/records/discussion.ts';
import { GroupDiscussion, GroupMember, GroupSession } from '#domain/records/group.ts';
import {
  bringFamilyIn,
  discussionsOfGroup,
  endGroup,
  finaliseGroupChild,
  markFamilyDiscussed,
  planGroup,
  startGroup,
} from '#storage/group/groups.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import type { TwoPeople } from './handovers.ts';

type Devices = Pick<TwoPeople, 'sam' | 'priyaRef' | 'danRef'>;

export interface GroupAsked {
  /** Families on the table, by key. */
  readonly families?: readonly string[];
  readonly familySafeguarding?: boolean;
  readonly withPriya?: boolean;
  /** What each family’s discussion says of each child, over a discussion without anything. */
  readonly say?: (familyKey: string) => object;
}

/** Sam’s group today, of Priya Shah, Dan Osei and Dana Reed of another agency, started. */
export async function startedGroup(
  { sam, priyaRef, danRef }: Devices,
  { families = ['C1', 'D9'], familySafeguarding = false, withPriya = true, say }: GroupAsked = {},
): Promise<string> {
  const plan = { plannedFor: todayIn(sam), name: 'PRIVATE name', familySafeguarding };
  const members = withPriya ? [priyaRef, danRef] : [danRef];
  const id = await planGroup(sam, { ...plan, members });
  const dana = { name: 'Dana Reed', role: 'Domestic abuse worker', agency: 'Haven' };
  await changeGroup(sam, id, (group) => ({
    members: [...group.members, GroupMember.parse({ id: 'm9', ...dana })],
    confidentialityAgreed: true,
    confidentiality: 'PRIVATE boundaries',
  }));
  for (const familyKey of families) await bringFamilyIn(sam, id, familyKey);
  await startGroup(sam, id);
  for (const { id: discussionId, body } of discussionsOfGroup(sam, id)) {
    if (!families.includes(body.familyKey)) continue;
    await markFamilyDiscussed(sam, discussionId);
    const said = say?.(body.familyKey) ?? {};
    await changeDiscussion(sam, discussionId, (held) => ({
      ...{ presenter: 'Priya Shah', question: 'What next?', summary: `Of ${held.familyKey}` },
      ...{ immediateConcern: 'no', managerPresent: 'yes' },
      children: held.children.map((part) => ({
        ...part,
        ...{ experience: 'Calm', noDecisions: true, noActions: true, ...said },
      })),
    }));
  }
  return id;
}

export async function heldGroup(devices: Devices, asked: GroupAsked = {}): Promise<string> {
  const id = await startedGroup(devices, asked);
  await endGroup(devices.sam, id, { notReached: [] });
  return id;
}

export async function finaliseAll(sam: Workspace, groupId: string): Promise<void> {
  for (const { id, body } of discussionsOfGroup(sam, groupId)) {
    for (const { childRef } of body.discussed ? body.children : []) {
      const found = await finaliseGroupChild(sam, id, childRef);
      if (found.outcome === 'missing') throw new Error(JSON.stringify(found.missing));
    }
  }
}

export const changeGroup = (sam: Workspace, id: string, change: (group: GroupSession) => object) =>
  sam.change((set) => {
    const record = set.find('groups', id);
    const body = record && GroupSession.parse({ ...record.body, ...change(record.body) });
    return record && body ? [updated(record, body)] : [];
  });

export const changeDiscussion = (
  sam: Workspace,
  id: string,
  change: (discussion: GroupDiscussion) => object,
) =>
  sam.change((set) => {
    const record = set.find('groupDiscussions', id);
    const body = record && GroupDiscussion.parse({ ...record.body, ...change(record.body) });
    return record && body ? [updated(record, body)] : [];
  });

export const aDecision = (id: string, text: string, over: object = {}) =>
  DraftDecision.parse({
    ...{ id, text, rationale: 'Because.', significance: 'significant' },
    ...{ decidedAt: '2026-11-20T10:15:00.000Z', ...over },
  });

export const anAction = (id: string, what: string) =>
  DraftAction.parse({ id, what, owner: 'Priya Shah', byWhen: '4 December 2026' });
