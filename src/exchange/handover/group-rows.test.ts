import { expect, it } from 'vitest';
import { DecisionRevisit } from '#domain/records/entry.ts';
import { transferChild } from '#storage/caseload/caseload.ts';
import {
  amendmentsOf,
  recordsOfChild,
  recordsToRecord,
} from '#storage/child-file/child-record-reads.ts';
import { amendRecord, markRecorded } from '#storage/child-file/child-records.ts';
import { decisionsOutside } from '#storage/child-file/decisions-outside.ts';
import { pendingEntriesOf } from '#storage/entries/pending-entries.ts';
import { groupDaysOfWorker } from '#storage/group/group-reads.ts';
import { finaliseGroupChild } from '#storage/group/groups.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, todayIn, updated } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { handOver, threePeople } from '../../../test/handed-over.ts';
import { carry, made, opened, type TwoPeople, twoPeople } from '../../../test/handovers.ts';
import {
  aDecision,
  anAction,
  changeDiscussion,
  changeGroup,
  finaliseAll,
  heldGroup,
  startedGroup,
} from '../../../test/held-groups.ts';
import { quickDerive } from '../../../test/workspaces.ts';
import type { Handover } from './handover-body.ts';
import { makeCover } from './make-cover.ts';
import { takeIn } from './take-in.ts';

const ids = (handover: Handover, collection: string) =>
  handover.records.filter((row) => row.collection === collection).map(({ id }) => id as string);
const bodiesIn = (handover: Handover, collection: string) =>
  [...handover.records, ...handover.reference]
    .filter((row) => row.collection === collection)
    .map(({ text }) => JSON.parse(text));
const recordIds = (workspace: Workspace, childRef: string) =>
  findAll(workspace, 'childRecords', (record) => record.childRef === childRef).map(({ id }) => id);
const familyOf = (sam: Workspace, groupId: string, familyKey: string) =>
  findAll(
    sam,
    'groupDiscussions',
    (each) => each.groupId === groupId && each.familyKey === familyKey,
  )[0]?.id ?? '';

/** Decisions and actions under ids of the family, Dan’s planted with CANARY. */
const say = (familyKey: string) => ({
  decisions: [aDecision(`dec-${familyKey}`, familyKey === 'D9' ? 'CANARY' : 'Stay')],
  actions: [anAction(`act-${familyKey}`, familyKey === 'D9' ? 'CANARY' : 'Ring')],
  noDecisions: false,
  noActions: false,
});

it('[HAND13] the records, decisions and actions of groups about her open children, and no group', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya, priyaRef, danRef } = people;
  const group = await heldGroup(people, { say });
  const item = { id: 'D9', familyKey: 'D9', reason: 'CANARY why', question: 'CANARY' };
  await changeGroup(sam, group, ({ members }) => ({
    agenda: [item],
    notReached: [{ familyKey: 'D9', reason: 'CANARY' }],
    members: members.map((each) => ({ ...each, linkedTo: each.id === 'm9' ? ['CANARY9'] : [] })),
  }));
  const before = await made(sam, priyaRef);
  expect(ids(before, 'childRecords')).toEqual([]);
  expect(ids(before, 'decisions')).toEqual(['dec-C1']);
  expect(ids(before, 'childActions')).toEqual(['act-C1']);

  await finaliseAll(sam, group);
  const handover = await made(sam, priyaRef);
  expect(ids(handover, 'childRecords')).toEqual(recordIds(sam, 'C1'));
  expect(handover.awaiting).toEqual([]); // nobody answers it
  // The group's own: what is agreed with all of it is on the record, and its name and agenda are not.
  const text = JSON.stringify(handover);
  for (const word of ['CANARY', 'D9', danRef, 'PRIVATE name']) expect(text).not.toContain(word);
  expect(handover.records.map(({ collection }) => collection as string)).not.toContain('groups');
  // Who was there is on the child's file.
  expect(bodiesIn(handover, 'childRecords')[0].group.participants).toMatchObject([
    { name: 'Sam Lee' },
    { name: 'Priya Shah' },
    { name: 'Dan Osei' },
    { name: 'Dana Reed', agency: 'Haven' },
  ]);
  const dans = JSON.stringify(await made(sam, danRef));
  expect(dans).toContain('CANARY');
  expect(dans).not.toContain('Amina');

  expect(await carry(sam, priyaRef, priya)).toMatchObject({ refused: [], clashes: 0 });
  const [stored] = findAll(sam, 'childRecords', ({ childRef }) => childRef === 'C1');
  expect(priya.set.find('childRecords', stored?.id ?? '')?.text).toBe(stored?.text);
  expect([findAll(priya, 'groups'), findAll(priya, 'groupDiscussions')]).toEqual([[], []]);
  expect(recordsOfChild(priya, 'C1')).toHaveLength(1);
  // Whoever facilitated it puts it in the case system.
  expect(recordsToRecord(priya)).toEqual([]);
  expect(recordsToRecord(sam).map(({ childRef }) => childRef)).toContain('C1');
});

it('[HAND13] of a child the last one, with its corrections and marks; a withdrawn decision only after it went', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya, priyaRef, ports } = people;
  const first = await heldGroup(people, { families: ['C1'], say });
  await finaliseAll(sam, first);
  const [old] = recordIds(sam, 'C1');
  await carry(sam, priyaRef, priya);
  ports.goTo('2026-12-18T10:00:00.000Z');
  const second = await heldGroup(people, { families: ['C1'] });
  await finaliseAll(sam, second);
  const record = sam.set.find('childRecords', old ?? '')?.body;
  if (!record) throw new Error('not finalised');
  await amendRecord(sam, record, { text: 'It was the 19th.', reason: 'Wrong day' });
  await markRecorded(sam, record, { state: 'recorded', on: '2026-12-18', reference: '' });
  await sam.change((set) => {
    const decision = set.find('decisions', 'dec-C1');
    return decision ? [updated(decision, { ...decision.body, withdrawn: true })] : [];
  });
  const handover = await made(sam, priyaRef);
  expect(ids(handover, 'childRecords')).toEqual(recordIds(sam, 'C1').filter((id) => id !== old));
  expect(bodiesIn(handover, 'childMarks')).toMatchObject([{ recordId: old }]);
  expect(bodiesIn(handover, 'decisions')).toMatchObject([{ id: 'dec-C1', withdrawn: true }]);
  await carry(sam, priyaRef, priya);
  expect(recordsOfChild(priya, 'C1')).toHaveLength(2);
  expect(amendmentsOf(priya, old ?? '')).toHaveLength(1);
  expect(decisionsOutside(priya, 'C1')).toMatchObject([{ withdrawn: true }]);
});

it('[HAND13] of a group that goes on nothing but what was said before goes', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priyaRef } = people;
  const group = await startedGroup(people, { families: ['C1'], say });
  await finaliseGroupChild(sam, familyOf(sam, group, 'C1'), 'C1');
  const handover = await made(sam, priyaRef);
  expect([ids(handover, 'childRecords'), ids(handover, 'decisions')]).toEqual([[], []]);
  expect(bodiesIn(handover, 'children').flatMap(({ groupDays }) => groupDays)).toEqual([]);
});

it('[HAND13] a child who has left her list takes the group’s records along', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priyaRef, danRef } = people;
  await finaliseAll(sam, await heldGroup(people, { families: ['C1', 'D9'], say }));
  await transferChild(sam, ref('C1'), danRef, { on: todayIn(sam), reason: 'Moved' });
  const handover = await made(sam, priyaRef);
  expect(ids(handover, 'childRecords')).toEqual([]);
  expect(ids(handover, 'decisions')).toEqual([]);
  expect(JSON.stringify(handover)).not.toContain('Amina');
  expect(ids(await made(sam, danRef), 'childRecords').toSorted()).toEqual(
    [...recordIds(sam, 'C1'), ...recordIds(sam, 'D9')].toSorted(),
  );
});

/** Priya is linked to a family, as the facilitator said. */
const link = (sam: Workspace, group: string, { priyaRef }: TwoPeople, familyKey: string) =>
  changeGroup(sam, group, ({ members }) => ({
    members: members.map((each) =>
      each.staffRef === priyaRef ? { ...each, linkedTo: [familyKey] } : each,
    ),
  }));

it('[HAND13, GROUP2] nothing of a family she is linked to, in any form', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priyaRef, danRef } = people;
  const group = await heldGroup(people, { say });
  await link(sam, group, people, 'D9');
  await finaliseAll(sam, group);
  const handover = await made(sam, priyaRef);
  for (const word of ['CANARY', 'D9', danRef]) expect(JSON.stringify(handover)).not.toContain(word);
  expect(ids(handover, 'childRecords')).toEqual(recordIds(sam, 'C1'));
});

it('[HAND13, GROUP2] though the child should be on her list: no record, decision, action or day of a group', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya, priyaRef } = people;
  const group = await heldGroup(people, { say });
  await finaliseAll(sam, group);
  // Said of an earlier group, and the families are put together otherwise since.
  const earlier = await heldGroup(people, { families: ['C2'] });
  await link(sam, earlier, people, 'D9');
  const revisit = DecisionRevisit.parse({
    ...{ id: 'r1', entryId: 'dec-D9', childRef: 'D9', sessionId: 's', outcome: 'changed' },
    ...{ note: 'CANARY', on: '2026-11-20', at: sam.now, by: 'Sam' },
  });
  await sam.change(() => [created('decisionRevisits', revisit.id, revisit)]);
  await transferChild(sam, ref('D9'), priyaRef, { on: todayIn(sam), reason: 'Moved' });
  const handover = await made(sam, priyaRef);
  expect(ids(handover, 'childRecords')).toEqual(recordIds(sam, 'C1'));
  expect(ids(handover, 'decisions')).toEqual(['dec-C1']);
  expect(ids(handover, 'childActions')).toEqual(['act-C1']);
  expect(ids(handover, 'decisionRevisits')).toEqual([]);
  const childs = bodiesIn(handover, 'children').find((child) => child.ref === 'D9');
  expect(childs).toMatchObject({ name: 'CANARY CHILD', groupDays: [] });
  await carry(sam, priyaRef, priya);
  expect(decisionsOutside(priya, 'D9')).toEqual([]);
  // Whichever of the two says so: the family as the list has it, or as the group had it.
  for (const id of [group, earlier])
    await changeDiscussion(sam, familyOf(sam, id, 'D9'), () => ({ familyKey: 'F9' }));
  expect(ids(await made(sam, priyaRef), 'decisions')).toEqual(['dec-C1']);
  await link(sam, earlier, people, 'F9');
  expect(ids(await made(sam, priyaRef), 'decisions')).toEqual(['dec-C1']);
  await link(sam, earlier, people, 'F10');
  expect(ids(await made(sam, priyaRef), 'decisions').toSorted()).toEqual(['dec-C1', 'dec-D9']);
});

it('[HAND14] the days of her Family Safeguarding group, and of nobody else’s', async () => {
  const people = await twoPeople('mosaic-004');
  const { sam, priya, priyaRef, ports } = people;
  const hers = await heldGroup(people, { familySafeguarding: true });
  ports.goTo('2026-11-24T10:00:00.000Z');
  await heldGroup(people, { families: ['D9'], familySafeguarding: true, withPriya: false });
  const handover = await made(sam, priyaRef);
  expect(bodiesIn(handover, 'staff')).toMatchObject([
    { ref: priyaRef, groupDays: [{ id: hers, on: '2026-11-20', familySafeguarding: true }] },
    { name: 'Sam Lee' },
  ]);
  expect(Object.keys(bodiesIn(handover, 'staff')[1])).not.toContain('groupDays');
  await carry(sam, priyaRef, priya);
  expect(groupDaysOfWorker(priya, priyaRef)).toEqual(['2026-11-20']);
});

it('[HAND15, REVISIT2] a group’s decision waits for the next one-to-one on both devices', async () => {
  const people = await twoPeople();
  const { sam, priya, priyaRef } = people;
  const typed = (familyKey: string) => ({
    ...say(familyKey),
    decisions: [
      aDecision('d1', 'Stay with the aunt'),
      aDecision('d2', 'Move school', { decidedAt: 'half past ten', significance: 'urgent' }),
    ],
  });
  await heldGroup(people, { families: ['C1'], say: typed });
  await carry(sam, priyaRef, priya);
  const waiting = (workspace: Workspace) => [
    decisionsOutside(workspace, 'C1'),
    pendingEntriesOf(workspace, 'C1', todayIn(workspace)),
  ];
  expect(pendingEntriesOf(priya, 'C1', todayIn(priya))).toHaveLength(2);
  expect(waiting(priya)).toEqual(waiting(sam));
  // The holder's own row says nothing more than it did.
  expect(sam.set.find('decisions', 'd1')?.text).not.toContain('madeIn');
  // Back on the holder's device it stays the author's.
  expect(JSON.stringify(await made(priya, people.samRef))).not.toContain('Stay with the aunt');
});

it('[HAND15, HAND16] a group’s decision waits for the next one-to-one with the new supervisor too', async () => {
  const people = await threePeople();
  const { sam, jo } = people;
  await heldGroup(people, {
    families: ['C1'],
    say: () => ({ noDecisions: false, decisions: [aDecision('d1', 'Stay with the aunt')] }),
  });
  await takeIn(jo, await handOver(people));
  expect(pendingEntriesOf(jo, 'C1', todayIn(jo))).toHaveLength(1);
  expect(decisionsOutside(jo, 'C1')).toEqual(decisionsOutside(sam, 'C1'));
});

it('[HAND15, HAND22] and with whoever covers', async () => {
  const people = await threePeople();
  const { sam, jo, priyaRef } = people;
  await heldGroup(people, {
    families: ['C1'],
    say: () => ({ noDecisions: false, decisions: [aDecision('d1', 'Stay with the aunt')] }),
  });
  const today = todayIn(sam);
  const cover = { name: 'Jo Field', superviseeRefs: [priyaRef], seesNotes: false };
  await takeIn(
    jo,
    await opened(await makeCover(sam, { ...cover, from: today, to: today }, quickDerive)),
  );
  expect(decisionsOutside(jo, 'C1')).toEqual(decisionsOutside(sam, 'C1'));
});
