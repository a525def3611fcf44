import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { allocationDueOf, multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { chronologyOf } from '#storage/child-file/chronology.ts';
import { decisionsOutside } from '#storage/child-file/decisions-outside.ts';
import { groupEventsOf } from '#storage/group/group-reads.ts';
import { absencesOf } from '#storage/session/absences.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import { aGroup, aMember } from '../../../test/group-builders.ts';
import { duesOn, handOver, held as heldSession, threePeople } from '../../../test/handed-over.ts';
import { made, opened, setUp } from '../../../test/handovers.ts';
import { held } from '../../../test/held-workspace.ts';
import { quickDerive } from '../../../test/workspaces.ts';
import { checkHandover } from './check-handover.ts';
import { makeCover } from './make-cover.ts';
import { takeIn } from './take-in.ts';

const removed = { hash: 'h', removedOn: '2026-11-20', policy: { id: 'swindon-000', label: 'S' } };

/** Sam removed what was decided about C1 and about Dan's child, what stood of a group, and notes of both. */
async function withStubs(sam: Workspace, samRef: StaffRef, priyaRef: StaffRef, danRef: StaffRef) {
  const of = (collection: 'childStubs' | 'staffStubs', id: string, body: object) =>
    created(
      collection,
      id,
      held(collection, id, { ...removed, recordId: `was-${id}`, removedBy: samRef, ...body }).body,
    );
  const entry = (id: string, childRef: string, on: string, kind: string) =>
    of('childStubs', id, {
      ...{ file: 'child', kind: 'childEntry', childRef, on, depth: '', decisions: [] },
      finalisedAt: `${on}T12:00:00.000Z`,
      entry: {
        ...{ kind, draftId: 'd', decidedAt: `${on}T10:00:00.000Z`, significance: 'routine' },
        isDecision: kind === 'managementDecision',
      },
    });
  const away = [{ from: '2026-09-01', to: '2026-10-30' }];
  const staff = (id: string, superviseeRef: string, kind: string, more: object = {}) =>
    of('staffStubs', id, { file: 'staff', superviseeRef, kind, on: '2026-10-01', ...more });
  await sam.change(() => [
    ...findAll(sam, 'children').map((record) =>
      updated(record, { ...record.body, status: 'ASSESS', secondTeamOn: '2026-07-01' }),
    ),
    ...findAll(sam, 'allocations').map((record) =>
      updated(record, { ...record.body, allocatedAt: '2026-11-01' }),
    ),
    ...findAll(sam, 'settings').map((record) =>
      updated(record, { ...record.body, startedOn: '2026-06-01' }),
    ),
    entry('overseen', 'C1', '2026-11-10', 'managementDecision'),
    entry('met', 'C1', '2026-11-12', 'kit'),
    entry('allocated', 'C2', '2026-11-02', 'allocation'),
    entry('dans', 'D9', '2026-11-10', 'managementDecision'),
    of('childStubs', 'group', {
      ...{ file: 'child', kind: 'groupRecord', childRef: 'C2', on: '2026-11-17', depth: 'inDepth' },
      ...{ decisions: [], sessionId: 'a-group' },
      groupDay: { id: 'gd', on: '2026-11-17', familySafeguarding: true },
    }),
    of('childStubs', 'old', {
      ...{ file: 'child', kind: 'childBroughtIn', childRef: 'C1', on: '2019-01-01', depth: '' },
      decisions: [],
    }),
    staff('notes', priyaRef, 'staffNote', { sessionType: 'personal', away }),
    staff('form', priyaRef, 'monitoring'),
    staff('route', priyaRef, 'entitlement'),
    staff('dans-notes', danRef, 'staffNote', { away }),
  ]);
}

const said = (workspace: Workspace, priyaRef: StaffRef) => ({
  ...duesOn(workspace, priyaRef),
  away: absencesOf(workspace, priyaRef).leave,
  more: openChildren(workspace, priyaRef)
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
    .map((child) => [
      oversightDueOf(workspace, child),
      multiTeamDueOf(workspace, child),
      allocationDueOf(workspace, child),
      groupEventsOf(workspace, child.ref),
      decisionsOutside(workspace, child.ref),
    ]),
});

const ids = (workspace: Workspace) =>
  [...bodies(workspace, 'childStubs'), ...bodies(workspace, 'staffStubs')]
    .map(({ id }): string => id)
    .toSorted();

it('[HAND25] a new device of hers reckons as the supervisor’s does, and has nothing about anybody else', async () => {
  const { sam, samRef, priyaRef, danRef } = await threePeople('swindon-000');
  await heldSession(sam, priyaRef);
  await withStubs(sam, samRef, priyaRef, danRef);
  const before = said(sam, priyaRef);
  const handover = await made(sam, priyaRef);
  const priya = await setUp(handover);
  expect(said(priya, priyaRef)).toEqual(before);
  expect(ids(priya)).toEqual(['allocated', 'group', 'met', 'notes', 'overseen']);
  expect(
    chronologyOf(priya, 'C1')
      .map(({ words }) => words)
      .join(),
  ).toMatch(/Removed from the device of whoever held it on 20 November 2026/);
});

it('[HAND25] it says how many are in it; taken in again nothing is another', async () => {
  const { sam, samRef, priya, priyaRef, danRef } = await threePeople('swindon-000');
  await withStubs(sam, samRef, priyaRef, danRef);
  const handover = await made(sam, priyaRef);
  expect(checkHandover(priya, handover)).toMatchObject({
    contents: expect.arrayContaining(['5 removed records, of which the days are left']),
  });
  expect(await takeIn(priya, handover)).toMatchObject({ refused: [] });
  const stubs = bodies(priya, 'childStubs');
  expect(await takeIn(priya, await made(sam, priyaRef))).toMatchObject({ refused: [], taken: 0 });
  expect(bodies(priya, 'childStubs')).toEqual(stubs);
});

it('[HAND25] with the supervision goes what stays of all of it, but a route that is hers to send', async () => {
  const people = await threePeople('swindon-000');
  const { sam, samRef, jo, priyaRef, danRef } = people;
  await withStubs(sam, samRef, priyaRef, danRef);
  const before = said(sam, priyaRef);
  expect(await takeIn(jo, await handOver(people))).toMatchObject({ refused: [] });
  expect(ids(jo)).toEqual(['allocated', 'form', 'group', 'met', 'notes', 'old', 'overseen']);
  expect(said(jo, priyaRef)).toEqual(before);
});

it('[HAND25] a cover has what stays of the children’s, and of notes only where those were ticked', async () => {
  const people = await threePeople('swindon-000');
  const { sam, samRef, priyaRef, danRef } = people;
  await withStubs(sam, samRef, priyaRef, danRef);
  const inFile = async (seesNotes: boolean) => {
    const days = { from: toCalendarDate('2026-11-20'), to: toCalendarDate('2026-12-04') };
    const asked = { name: 'Jo Field', superviseeRefs: [priyaRef], seesNotes, ...days };
    const { records } = await opened(await makeCover(sam, asked, quickDerive));
    return records.filter(({ collection }) => collection.endsWith('Stubs')).map(({ id }) => id);
  };
  expect((await inFile(false)).toSorted()).toEqual(['allocated', 'group', 'met', 'overseen']);
  expect(await inFile(true)).toContain('notes');
});

it('[HAND13] of a group nothing goes about a family that she is linked to, removed or not', async () => {
  const { sam, samRef, priyaRef, danRef } = await threePeople('swindon-000');
  await withStubs(sam, samRef, priyaRef, danRef);
  const linked = aMember({ staffRef: priyaRef, linkedTo: ['C2'] });
  const group = aGroup({ id: 'g9', members: [linked], facilitatorRef: samRef, status: 'ended' });
  await sam.change(() => [
    created('groups', 'g9', group),
    created(
      'decisions',
      'decided',
      held('decisions', 'decided', {
        ...{ childRef: 'C2', sessionId: 'a-group', discussionId: 'gd', madeIn: 'group' },
        ...{ text: 'Decided in the group', createdBy: samRef },
      }).body,
    ),
  ]);
  const { records } = await made(sam, priyaRef);
  expect(records.map(({ id }): string => id)).not.toContain('group');
  expect(records.map(({ id }): string => id)).not.toContain('decided');
  expect(records.map(({ id }): string => id)).toContain('allocated');
});
