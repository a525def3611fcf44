import { describe, expect, it } from 'vitest';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import type { Staff } from '#domain/records/staff.ts';
import {
  childDueOf,
  discussionsOfChild,
  lastDiscussedOn,
  workerDueOf,
} from '#storage/agenda/due.ts';
import { multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { transferChild } from '#storage/caseload/caseload.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { noteTeams } from '#storage/caseload/family-teams.ts';
import { groupDaysOfWorker } from '#storage/group/group-reads.ts';
import { changeStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { carry, made, type TwoPeople, twoPeople } from '../../../test/handovers.ts';
import {
  changeDiscussion,
  changeGroup,
  finaliseAll,
  heldGroup,
} from '../../../test/held-groups.ts';
import { openAgain } from '../../../test/workspaces.ts';

const childOf = (workspace: Workspace, childRef: string) => {
  const body = findChild(workspace, childRef)?.body;
  if (!body) throw new Error(`${childRef} is not on this device`);
  return body;
};

/** All that either device works out of Priya and her children. */
function worked(workspace: Workspace, { priyaRef }: TwoPeople) {
  const [priya] = findAll(workspace, 'staff', ({ ref: own }) => own === priyaRef);
  return {
    children: ['C1', 'C2'].map((childRef) => [
      childDueOf(workspace, childOf(workspace, childRef)),
      oversightDueOf(workspace, childOf(workspace, childRef)),
      multiTeamDueOf(workspace, childOf(workspace, childRef)),
      discussionsOfChild(workspace, childRef),
      lastDiscussedOn(workspace, childRef),
    ]),
    worker: workerDueOf(workspace, priya?.body as Staff), // on both devices
    days: groupDaysOfWorker(workspace, priyaRef),
  };
}

async function taken(people: TwoPeople) {
  const { sam, priyaRef, priya } = people;
  expect(await carry(sam, priyaRef, priya)).toMatchObject({ refused: [], clashes: 0 });
  return worked(priya, people);
}

const each = listProfiles().flatMap(({ id }) => [[id, false] as const, [id, true] as const]);

describe.each(each)('under %s, Family Safeguarding %s', (profileId, familySafeguarding) => {
  it('[GROUP19, HAND14] every date is the same on both devices, whatever is finalised', async () => {
    const people = await twoPeople(profileId);
    const { sam, priyaRef, ports } = people;
    await changeStaff(sam, priyaRef, { familySafeguarding });
    const several = { on: todayIn(sam), reason: 'Adult services' };
    await noteTeams(sam, ref('C1'), 'Family support; adult services', several);
    ports.goTo('2026-11-24T10:00:00.000Z');
    const group = await heldGroup(people, { familySafeguarding });
    // Ended, and nothing finalised.
    expect(await taken(people)).toEqual(worked(sam, people));
    await finaliseAll(sam, group);
    expect(await taken(people)).toEqual(worked(sam, people));
    expect(worked(await openAgain(people.priya), people)).toEqual(worked(sam, people));
    expect(discussionsOfChild(people.priya, 'C1')).toMatchObject([{ on: '2026-11-24' }]);
    ports.goTo('2027-01-08T10:00:00.000Z');
    expect(worked(people.priya, people)).toEqual(worked(sam, people));
    await heldGroup(people, { families: ['C2'], familySafeguarding });
    expect(await taken(people)).toEqual(worked(sam, people));
  });
});

it('under Swindon and in a Family Safeguarding team of 004 the date on her device moves', async () => {
  for (const [profileId, familySafeguarding, before, after] of [
    ['swindon-000', false, '2026-12-20', '2027-01-08'],
    ['mosaic-004', true, '2026-12-31', '2027-01-31'],
  ] as const) {
    const people = await twoPeople(profileId);
    await changeStaff(people.sam, people.priyaRef, { familySafeguarding });
    await carry(people.sam, people.priyaRef, people.priya);
    const due = () => childDueOf(people.priya, childOf(people.priya, 'C1'));
    expect(due()).toMatchObject({ dueOn: before });
    people.ports.goTo('2026-12-08T10:00:00.000Z');
    await heldGroup(people, { familySafeguarding });
    await carry(people.sam, people.priyaRef, people.priya);
    expect(due()).toMatchObject({ dueOn: after, countedFrom: { what: 'lastHeld' } });
  }
});

it('[GROUP19] planned, open and paused tell no day, nor a meeting of two', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya } = people;
  const group = await heldGroup(people);
  for (const status of ['planned', 'open', 'paused'] as const) {
    await changeGroup(sam, group, () => ({ status }));
    await taken(people);
    expect(lastDiscussedOn(priya, 'C1')).toBeUndefined();
  }
  await changeGroup(sam, group, ({ members }) => ({
    status: 'ended',
    members: members.slice(0, 1),
  }));
  await taken(people);
  expect(lastDiscussedOn(priya, 'C1')).toBeUndefined();
});

it('[GROUP19] what was told otherwise is put right without a question, also where files are lost', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya, priyaRef } = people;
  const group = await heldGroup(people);
  await taken(people);
  const [family] = findAll(sam, 'groupDiscussions', ({ familyKey }) => familyKey === 'C1');
  const day = (discussedAt: string) =>
    changeDiscussion(sam, family?.id ?? '', () => ({ discussedAt }));
  await day('2026-11-18T10:00:00.000Z');
  await made(sam, priyaRef); // never arrives
  await changeGroup(sam, group, () => ({ familySafeguarding: true }));
  expect(await taken(people)).toEqual(worked(sam, people));
  expect(lastDiscussedOn(priya, 'C1')).toBe('2026-11-18');
  // Nothing is left of what both had: her own device lost what it knew of the files.
  await priya.change(() =>
    findAll(priya, 'exchanged').map((record) => ({
      ...{ collection: 'exchanged' as const, id: record.id, basedOn: record.v },
      body: { ...record.body, received: { ...record.body.received, hash: '' }, sent: [] },
    })),
  );
  await day('2026-11-17T10:00:00.000Z');
  const sittings = [{ startedAt: '2026-11-17T10:00:00.000Z', endedAt: '' }];
  await changeGroup(sam, group, () => ({ sittings }));
  expect(await taken(people)).toEqual(worked(sam, people));
  // It was no group after all.
  await changeGroup(sam, group, ({ members }) => ({ members: members.slice(0, 1) }));
  expect(await taken(people)).toEqual(worked(sam, people));
  expect(lastDiscussedOn(priya, 'C1')).toBeUndefined();
});

it('[GROUP19] on the device that holds the group a day that was told counts no second time', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priyaRef } = people;
  const group = await heldGroup(people, { familySafeguarding: true });
  const before = worked(sam, people);
  const [family] = findAll(sam, 'groupDiscussions', ({ familyKey }) => familyKey === 'C1');
  const told = (id: string) => [{ id, on: '2026-11-19', familySafeguarding: true }];
  await sam.change((set) => [
    ...[...set.all('children').values()]
      .filter(({ body }) => body.ref === 'C1')
      .map(({ collection, id, v, body }) => ({
        ...{ collection, id, basedOn: v, body: { ...body, groupDays: told(family?.id ?? '') } },
      })),
    ...[...set.all('staff').values()]
      .filter(({ body }) => body.ref === priyaRef)
      .map(({ collection, id, v, body }) => ({
        ...{ collection, id, basedOn: v, body: { ...body, groupDays: told(group) } },
      })),
  ]);
  expect(worked(sam, people)).toEqual(before);
});

it('[GROUP19] a child who comes to her later brings the days it had, and no line of its history', async () => {
  const people = await twoPeople('swindon-000');
  const { sam, priya, priyaRef, danRef } = people;
  await heldGroup(people);
  await transferChild(sam, ref('D9'), priyaRef, { on: todayIn(sam), reason: 'Moved' });
  await taken(people);
  expect(discussionsOfChild(priya, 'D9')).toEqual(discussionsOfChild(sam, 'D9'));
  expect(childOf(priya, 'D9').history.map(({ field }) => field)).not.toContain('groupDays');
  expect(JSON.stringify(findAll(priya, 'staff'))).not.toContain(danRef);
});
