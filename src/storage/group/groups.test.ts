import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { DraftAction, DraftDecision } from '#domain/records/discussion.ts';
import { GroupMember, type GroupSession } from '#domain/records/group.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { pendingEntriesOf } from '#storage/entries/pending-entries.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { bodies } from '#storage/writes.ts';
import { ref, staff } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  testPorts,
} from '../../../test/workspaces.ts';
import { groupsInReach } from './group-list.ts';
import { groupRecordsToFinish } from './group-unfinished.ts';
import {
  bringFamilyIn,
  discussionsOfGroup,
  endGroup,
  finaliseGroupChild,
  groupFamiliesOf,
  markFamilyDiscussed,
  missingForGroupChild,
  pauseGroup,
  planGroup,
  resumeGroup,
  startGroup,
} from './groups.ts';

const children: readonly TestChild[] = [
  { reference: 'C1', name: 'Grace H', familyRef: 'F1' },
  { reference: 'C2', name: 'Ben H', familyRef: 'F1' },
  { reference: 'C3', name: 'Kayla L' },
];

/** Priya has three children and Jo a brother of two of them; Sam plans a group of both and Dana. */
async function planned(profileId = 'mosaic-004', familySafeguarding = true) {
  const ports = testPorts();
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, children);
  const facts = { reference: 'C4', name: 'Sol H', dateOfBirth: '2019-01-01', expectedOn: '' };
  await addChildren(workspace, [
    {
      facts: { ...facts, status: 'CIN', familyRef: 'F1', checks: [] },
      worker: { name: 'Jo Field' },
      allocatedAt: '2026-01-05',
    },
  ]);
  const jo = practitioners(workspace).find(({ name }) => name === 'Jo Field')?.ref as StaffRef; // just added
  const members = [priya, jo];
  const plan = { plannedFor: '2026-11-20', name: 'North team', members, familySafeguarding };
  const id = await planGroup(workspace, plan);
  const group = () => workspace.set.find('groups', id)?.body as GroupSession; // just planned
  return { workspace, ports, priya, jo, id, group };
}

type Planned = Awaited<ReturnType<typeof planned>>;

async function typeGroup({ workspace, id, group }: Planned, change: Partial<GroupSession>) {
  workspace.draft({ collection: 'groups', id, body: { ...group(), ...change } as GroupSession });
  await workspace.queue.flush();
}

const discussionOf = ({ workspace, id }: Planned, familyKey: string) => {
  const found = discussionsOfGroup(workspace, id).find(({ body }) => body.familyKey === familyKey);
  if (!found) throw new Error(`no discussion of ${familyKey}`);
  return found;
};

const decision = DraftDecision.parse({
  id: 'dec-1',
  text: 'Ask for a conference',
  rationale: 'Two checks',
  significance: 'significant',
});
const action = DraftAction.parse({ id: 'act-1', what: 'Ring', owner: 'Jo', byWhen: '27/11/2026' });

/** All that a record needs, with a decision and an action for the first child. */
async function typeFamily(one: Planned, familyKey: string, managerPresent: 'yes' | 'no' = 'yes') {
  const { workspace } = one;
  const { id, body } = discussionOf(one, familyKey);
  const [first, ...others] = body.children;
  if (!first) throw new Error('a family has children');
  workspace.draft({
    collection: 'groupDiscussions',
    id,
    body: {
      ...body,
      presenter: 'Priya Shah',
      question: 'What next?',
      summary: 'The move.',
      immediateConcern: 'no',
      managerPresent,
      children: [
        { ...first, experience: 'Calm.', decisions: [decision], actions: [action] },
        ...others.map((each) => ({
          ...each,
          experience: 'Loud.',
          noDecisions: true,
          noActions: true,
        })),
      ],
    },
  });
  await workspace.queue.flush();
  return id;
}

describe('planning', () => {
  it('is on the supervision file, facilitated by me, with each member once and by name and role', async () => {
    const one = await planned();
    const { workspace, priya, group } = one;
    expect(group()).toMatchObject({
      status: 'planned',
      facilitatorRef: settingsOf(workspace).me,
      name: 'North team',
      plannedFor: '2026-11-20',
      familySafeguarding: true,
    });
    expect(group().members.map(({ name }) => name)).toEqual(['Priya Shah', 'Jo Field']);
    const twice = {
      plannedFor: '2026-11-06',
      name: '',
      members: [priya, priya],
      familySafeguarding: false,
    };
    const id = await planGroup(workspace, twice);
    expect(workspace.set.find('groups', id)?.body.members).toHaveLength(1);
    expect(groupsInReach(workspace).map((each) => each.name)).toEqual(['North team', '']);
  });

  it('brothers and sisters of two workers are one family, each of which the agenda has once', async () => {
    const { workspace, priya, jo, group } = await planned();
    const found = groupFamiliesOf(workspace, group());
    expect(
      found.map((family) => [family.familyKey, family.children.map(({ name }) => name)]),
    ).toEqual([
      ['C3', ['Kayla L']],
      ['F1', ['Grace H', 'Ben H', 'Sol H']],
    ]);
    expect(found[1]?.workers).toEqual([priya, jo]);
    expect(found[1]?.suggestedMinutes).toBe(36);
  });

  it('a family Safeguarding group is due what it can meet, in words; under Islington nothing is', async () => {
    const { workspace, group, priya } = await planned();
    const record = [...workspace.set.all('staff').values()].find(({ body }) => body.ref === priya);
    expect(record).toBeDefined();
    const [first] = groupFamiliesOf(workspace, group());
    expect(first).toMatchObject({ familyKey: 'C3', standing: 'due', chosen: true });
    expect(first?.reasons.join()).toContain('No date held. Due by');

    const islington = await planned('islington-001', false);
    const [other] = groupFamiliesOf(islington.workspace, islington.group());
    expect(other).toMatchObject({ standing: 'other', reasons: [], chosen: false });
  });

  it('a family that whoever looks is linked to is not there, and no discussion of it', async () => {
    const one = await planned();
    const { workspace, group, id } = one;
    const linked = { id: 'm', staffRef: 'local:kim', name: 'Kim', linkedTo: ['F1'] };
    // On a line too, the facilitator has all of it: it is hers to say who is linked to whom.
    const { me } = settingsOf(workspace);
    const own = { id: 'own', staffRef: me, linkedTo: ['C3'] };
    const members = [...group().members, GroupMember.parse(linked), GroupMember.parse(own)];
    await typeGroup(one, { members });
    await startGroup(workspace, id);
    expect(discussionsOfGroup(workspace, id)).toHaveLength(2);
    await changeSettings(workspace, { me: staff('local:kim') });
    expect(groupFamiliesOf(workspace, group()).map(({ familyKey }) => familyKey)).toEqual(['C3']);
    expect(discussionsOfGroup(workspace, id).map(({ body }) => body.familyKey)).toEqual(['C3']);
  });

  it('a family that is brought in is chosen while it is planned, and begun once it has started', async () => {
    const { workspace, id, group } = await planned('islington-001', false);
    await bringFamilyIn(workspace, id, 'C3');
    await bringFamilyIn(workspace, id, 'nobody');
    expect(group().agenda.map(({ familyKey, chosen }) => [familyKey, chosen])).toEqual([
      ['C3', 'yes'],
    ]);
    await startGroup(workspace, id);
    expect(discussionsOfGroup(workspace, id).map(({ body }) => body.familyKey)).toEqual(['C3']);
    await bringFamilyIn(workspace, id, 'F1');
    await bringFamilyIn(workspace, id, 'F1');
    expect(discussionsOfGroup(workspace, id).map(({ body }) => body.familyKey)).toEqual([
      'C3',
      'F1',
    ]);
    expect(groupFamiliesOf(workspace, group()).every(({ chosen }) => chosen)).toBe(true);
  });
});

describe('the group itself', () => {
  it('starts once with a part for every open child, pauses, goes on and ends', async () => {
    const one = await planned();
    const { workspace, ports, id, group } = one;
    await startGroup(workspace, id);
    await startGroup(workspace, id);
    expect(discussionsOfGroup(workspace, id)).toHaveLength(2);
    expect(discussionOf(one, 'F1').body.children.map(({ childRef }) => childRef)).toEqual([
      'C1',
      'C2',
      'C4',
    ]);
    ports.goTo('2026-11-20T11:00:00Z');
    await pauseGroup(workspace, id);
    expect(group()).toMatchObject({ status: 'paused' });
    ports.goTo('2026-11-23T10:00:00Z');
    await resumeGroup(workspace, id);
    await endGroup(workspace, id, { notReached: [{ familyKey: 'F1', reason: 'Time ran out' }] });
    expect(group()).toMatchObject({
      status: 'ended',
      notReached: [
        { familyKey: 'C3', reason: '' },
        { familyKey: 'F1', reason: 'Time ran out' },
      ],
    });
    expect(group().sittings).toHaveLength(2);
    expect(group().sittings.every(({ endedAt }) => endedAt !== '')).toBe(true);
  });

  it('takes what the agenda says of a family into its discussion', async () => {
    const one = await planned();
    const [priya] = one.group().members;
    const item = { id: 'F1', familyKey: 'F1', presenterId: priya?.id ?? '', question: 'Why now?' };
    const agenda = [{ ...item, chosen: '', reason: 'x', minutes: '', summaries: [] } as const];
    await typeGroup(one, { agenda: agenda.map((each) => ({ ...each, summaries: [] })) });
    await startGroup(one.workspace, one.id);
    expect(discussionOf(one, 'F1').body).toMatchObject({
      presenter: 'Priya Shah',
      question: 'Why now?',
    });
  });

  it('writes what was agreed as records of each child when it ends, and only then (SESS5)', async () => {
    const one = await planned();
    const { workspace, id } = one;
    await startGroup(workspace, id);
    const discussionId = await typeFamily(one, 'F1');
    await markFamilyDiscussed(workspace, discussionId);
    expect(bodies(workspace, 'childActions')).toEqual([]);
    await endGroup(workspace, id, { notReached: [] });
    expect(bodies(workspace, 'childActions')).toMatchObject([
      { id: 'act-1', childRef: 'C1', sessionId: id, discussionId, dueOn: '2026-11-27' },
    ]);
    expect(bodies(workspace, 'decisions')).toMatchObject([
      { id: 'dec-1', childRef: 'C1', sessionId: id, significance: 'significant' },
    ]);
    expect(one.group().notReached).toEqual([{ familyKey: 'C3', reason: '' }]);
    const again = await openAgain(workspace);
    expect(bodies(again, 'decisions')).toHaveLength(1);
  });

  it('a grave decision waits for the next formal one-to-one (C-14)', async () => {
    const one = await planned('islington-001', false);
    const { workspace, id } = one;
    await bringFamilyIn(workspace, id, 'F1');
    await startGroup(workspace, id);
    await markFamilyDiscussed(workspace, await typeFamily(one, 'F1'));
    await endGroup(workspace, id, { notReached: [] });
    const waiting = (childRef: string) =>
      pendingEntriesOf(workspace, childRef, toCalendarDate('2026-12-01')).map(
        ({ decision: { text, heading } }) => [heading, text],
      );
    expect(waiting('C1')).toEqual([['Group supervision', 'Ask for a conference']]);
    expect(waiting('C2')).toEqual([]);
  });

  it('without the accountable manager it writes no decision', async () => {
    const one = await planned();
    const { workspace, id } = one;
    await startGroup(workspace, id);
    await markFamilyDiscussed(workspace, await typeFamily(one, 'F1', 'no'));
    await endGroup(workspace, id, { notReached: [] });
    expect(bodies(workspace, 'decisions')).toEqual([]);
    expect(bodies(workspace, 'childActions')).toHaveLength(1);
  });

  it('a family marked after it ended was discussed at its last sitting, and is not "not reached"', async () => {
    const one = await planned();
    const { workspace, ports, id } = one;
    await startGroup(workspace, id);
    const discussionId = await typeFamily(one, 'F1');
    ports.goTo('2026-11-20T12:00:00Z');
    await endGroup(workspace, id, { notReached: [] });
    ports.goTo('2026-11-23T09:00:00Z');
    await markFamilyDiscussed(workspace, discussionId);
    expect(discussionOf(one, 'F1').body).toMatchObject({
      discussed: true,
      discussedAt: '2026-11-20T10:00:00.000Z',
    });
    expect(one.group().notReached.map(({ familyKey }) => familyKey)).toEqual(['C3']);
  });
});

describe('finalising', () => {
  async function ready() {
    const one = await planned();
    const { workspace, id, group } = one;
    const dana = GroupMember.parse({ id: 'm9', name: 'Dana Reed', role: 'Nurse', agency: 'Haven' });
    await typeGroup(one, { confidentialityAgreed: true, members: [...group().members, dana] });
    await startGroup(workspace, id);
    const discussionId = await typeFamily(one, 'F1');
    await markFamilyDiscussed(workspace, discussionId);
    return { ...one, discussionId };
  }

  it('makes one record for each child, once, with no other child’s name', async () => {
    const { workspace, id, discussionId } = await ready();
    await endGroup(workspace, id, { notReached: [] });
    for (const childRef of ['C1', 'C2', 'C4']) {
      expect(missingForGroupChild(workspace, discussionId, childRef)).toEqual([]);
      const { outcome } = await finaliseGroupChild(workspace, discussionId, childRef);
      expect(outcome).toBe('finalised');
    }
    const records = bodies(workspace, 'childRecords');
    expect(
      records.map(({ childRef, context, practitioner }) => [childRef, context, practitioner]),
    ).toEqual([
      ['C1', 'familySafeguardingGroup', 'Priya Shah'],
      ['C2', 'familySafeguardingGroup', 'Priya Shah'],
      ['C4', 'familySafeguardingGroup', 'Jo Field'],
    ]);
    expect(records[0]?.group?.participants.map(({ name }) => name)).toEqual([
      'Sam Lee',
      'Priya Shah',
      'Jo Field',
      'Dana Reed',
    ]);
    for (const record of records)
      for (const { name = '', reference } of children)
        expect(JSON.stringify(record).includes(name)).toBe(record.childRef === ref(reference));
    const again = await finaliseGroupChild(workspace, discussionId, 'C1');
    expect(again).toEqual({ outcome: 'finalised', recordId: records[0]?.id });
    expect(bodies(workspace, 'childRecords')).toHaveLength(3);
  });

  it('names brothers and sisters, and not the child itself, where it was ticked', async () => {
    const { workspace, discussionId } = await ready();
    const body = workspace.set.find('groupDiscussions', discussionId)?.body;
    if (!body) throw new Error('it is there');
    const children = body.children.map((part) => ({ ...part, siblingsRelevant: true }));
    const ticked = { ...body, children };
    workspace.draft({ collection: 'groupDiscussions', id: discussionId, body: ticked });
    await finaliseGroupChild(workspace, discussionId, 'C4');
    expect(bodies(workspace, 'childRecords').map(({ siblings }) => siblings.toSorted())).toEqual([
      ['Ben H', 'Grace H'],
    ]);
  });

  it('waits until it is finalised, with its deadline', async () => {
    const { workspace, id, priya, discussionId } = await ready();
    const waiting = () =>
      groupRecordsToFinish(workspace).map(({ part, deadline }) => [
        part.childRef,
        deadline.status === 'due' && deadline.dueOn,
      ]);
    expect(waiting()).toEqual([]);
    await endGroup(workspace, id, { notReached: [] });
    expect(waiting()).toEqual([
      ['C1', '2026-11-27'],
      ['C2', '2026-11-27'],
      ['C4', '2026-11-27'],
    ]);
    await finaliseGroupChild(workspace, discussionId, 'C2');
    expect(waiting().map(([childRef]) => childRef)).toEqual(['C1', 'C4']);
    await changeSettings(workspace, { me: priya });
    expect(waiting()).toEqual([]);
  });

  it('is refused to whoever is not the facilitator, and says what is missing', async () => {
    const { workspace, priya, discussionId } = await ready();
    await changeSettings(workspace, { me: priya });
    const paths = missingForGroupChild(workspace, discussionId, 'C1').map(({ path }) => path);
    expect(paths).toEqual(['facilitator']);
    expect(await finaliseGroupChild(workspace, discussionId, 'C1')).toMatchObject({
      outcome: 'missing',
    });
    expect(bodies(workspace, 'childRecords')).toEqual([]);
  });

  it('takes out a decision that was typed with the manager and is an idea after all', async () => {
    const { workspace, id, discussionId } = await ready();
    await endGroup(workspace, id, { notReached: [] });
    const body = workspace.set.find('groupDiscussions', discussionId)?.body;
    if (!body) throw new Error('it is there');
    const changed = { ...body, managerPresent: 'no' as const };
    workspace.draft({ collection: 'groupDiscussions', id: discussionId, body: changed });
    await finaliseGroupChild(workspace, discussionId, 'C1');
    expect(bodies(workspace, 'decisions')).toMatchObject([{ withdrawn: true }]);
    expect(bodies(workspace, 'childRecords')).toMatchObject([
      { decisions: [], group: { ideas: [{ text: 'Ask for a conference' }] } },
    ]);
  });
});

/** Kept apart from the sessions of any one practitioner. */
it('a group is no session: nobody’s own list of sessions has it', async () => {
  const { workspace, id } = await planned();
  await startGroup(workspace, id);
  await endGroup(workspace, id, { notReached: [] });
  expect(bodies(workspace, 'sessions')).toEqual([]);
  expect(bodies(workspace, 'notes')).toEqual([]);
});
