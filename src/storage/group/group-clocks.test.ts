import { describe, expect, it } from 'vitest';
import { figureOf } from '#domain/figures/add-figures.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import type { Staff } from '#domain/records/staff.ts';
import { childDueOf, lastDiscussedOn, workerDueOf } from '#storage/agenda/due.ts';
import { multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { findChild, practitioners } from '#storage/caseload/caseload-reads.ts';
import { noteTeams } from '#storage/caseload/family-teams.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { changeStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { aMember } from '../../../test/group-builders.ts';
import { aWorkspace, givePriya, openAgain, testPorts } from '../../../test/workspaces.ts';
import {
  bringFamilyIn,
  discussionsOfGroup,
  endGroup,
  groupFamiliesOf,
  markFamilyDiscussed,
  pauseGroup,
  planGroup,
  startGroup,
} from './groups.ts';

const childOf = (workspace: Workspace, ref = 'C1') => {
  const body = findChild(workspace, ref)?.body;
  if (!body) throw new Error(`${ref} is on the list`);
  return body;
};
const person = (workspace: Workspace) => practitioners(workspace)[0] as Staff; // Priya
const duesOf = (workspace: Workspace) => ({
  child: childDueOf(workspace, childOf(workspace)),
  worker: workerDueOf(workspace, person(workspace)),
});

/** Priya’s child, and a group of her, another and Sam, with the child’s family on the table. */
async function begun(profileId: string, familySafeguarding = false) {
  const ports = testPorts();
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  if (familySafeguarding) await changeStaff(workspace, priya, { familySafeguarding });
  const before = duesOf(workspace);
  const plan = { plannedFor: '2026-11-20', name: '', members: [priya], familySafeguarding };
  const id = await planGroup(workspace, plan);
  const record = workspace.set.find('groups', id);
  if (!record) throw new Error('just planned');
  const members = [...record.body.members, aMember({ name: 'Dana Reed' })];
  await workspace.change(() => [updated(record, { ...record.body, members })]);
  await bringFamilyIn(workspace, id, 'C1');
  return { workspace, ports, priya, before, id };
}

async function discussed({ workspace, id }: Awaited<ReturnType<typeof begun>>) {
  await startGroup(workspace, id);
  const own = discussionsOfGroup(workspace, id).find(({ body }) => body.familyKey === 'C1');
  if (!own) throw new Error('it is on the table');
  await markFamilyDiscussed(workspace, own.id);
}

/** What an ended group moves, by each shipped policy, in a team of Family Safeguarding and in another. */
const worth = [
  ['swindon-000', false, '2026-12-20'],
  ['swindon-000', true, '2026-12-20'],
  ['islington-001', false, undefined],
  ['islington-001', true, undefined],
  ['focus-group-002', false, undefined],
  ['bracknell-003', false, undefined],
  ['mosaic-004', false, undefined],
  ['mosaic-004', true, '2026-12-31'],
] as const;

it('every shipped policy is asked', () => {
  expect([...new Set(worth.map(([id]) => id))].toSorted()).toEqual(
    listProfiles()
      .map(({ id }) => id)
      .toSorted(),
  );
});

describe.each(worth)('under %s, Family Safeguarding %s', (profileId, isTeam, dueOn) => {
  it('planned, open and paused it moves nothing; ended, the child as the policy says and no worker', async () => {
    const one = await begun(profileId, isTeam);
    const { workspace, before, id } = one;
    expect(duesOf(workspace)).toEqual(before);
    await discussed(one);
    expect(duesOf(workspace)).toEqual(before);
    await pauseGroup(workspace, id);
    expect(duesOf(workspace)).toEqual(before);

    await endGroup(workspace, id, { notReached: [] });
    const { child, worker } = duesOf(workspace);
    expect(worker).toEqual(before.worker);
    if (dueOn === undefined) expect(child).toEqual(before.child);
    else
      expect(child).toMatchObject({ dueOn, countedFrom: { on: '2026-11-20', what: 'lastHeld' } });
    expect(lastDiscussedOn(workspace, 'C1')).toBe(dueOn === undefined ? undefined : '2026-11-20');
    // The one that was not brought is as due as it was, and so it is when it is opened again.
    expect(lastDiscussedOn(workspace, 'C2')).toBeUndefined();
    expect(duesOf(await openAgain(workspace))).toEqual({ child, worker });
  });
});

it('a family that was not reached, and a meeting of two, move nothing', async () => {
  const one = await begun('swindon-000');
  const { workspace, before, id } = one;
  await startGroup(workspace, id);
  await endGroup(workspace, id, { notReached: [{ familyKey: 'C1', reason: 'Time ran out' }] });
  expect(duesOf(workspace)).toEqual(before);

  const two = await begun('swindon-000');
  const record = two.workspace.set.find('groups', two.id);
  if (!record) throw new Error('just planned');
  const members = record.body.members.map((each) => ({ ...each, present: each.staffRef !== '' }));
  await two.workspace.change(() => [updated(record, { ...record.body, members })]);
  await discussed(two);
  await endGroup(two.workspace, two.id, { notReached: [] });
  expect(duesOf(two.workspace)).toEqual(two.before);
});

it('[CLOCK4, CLOCK6] it meets the clock of several teams and the oversight of Swindon', async () => {
  const one = await begun('swindon-000');
  const { workspace, ports, id } = one;
  ports.goTo('2026-11-20T09:00:00Z');
  const joined = { on: '2026-10-10' as never, reason: 'Adult services' };
  await noteTeams(workspace, childOf(workspace).ref, 'Family support; adult services', joined);
  expect(multiTeamDueOf(workspace, childOf(workspace))).toMatchObject({ dueOn: '2026-11-10' });
  const own = () => {
    const group = workspace.set.find('groups', id)?.body;
    const families = group ? groupFamiliesOf(workspace, group) : [];
    return families.find(({ familyKey }) => familyKey === 'C1');
  };
  expect(own()).toMatchObject({ standing: 'due' });
  expect(own()?.reasons[0]).toContain('No date held. Due by 20 December 2026');
  expect(own()?.reasons).toContainEqual(
    'Several teams involved; no group/KIT meeting since a second team joined on 10 October 2026.',
  );
  ports.goTo('2026-11-20T10:00:00Z');
  await discussed(one);
  await endGroup(workspace, id, { notReached: [] });
  expect(multiTeamDueOf(workspace, childOf(workspace))).toMatchObject({ dueOn: '2026-12-20' });
  expect(oversightDueOf(workspace, childOf(workspace))).toMatchObject({ dueOn: '2026-12-20' });
  expect(own()?.lastGroupOn).toBe('2026-11-20');
});

it('in a month’s figures it is no supervision of a worker, and its records are to be made in time (R-29, R-21)', async () => {
  const one = await begun('islington-001');
  const { workspace, ports, priya, id } = one;
  const sums = () =>
    figuresFor(workspace, {
      month: '2026-11' as never,
      who: { kind: 'worker', ref: priya },
    }).figures;
  ports.goTo('2026-12-20T10:00:00Z');
  const before = sums();
  ports.goTo('2026-11-20T10:00:00Z');
  await discussed(one);
  await endGroup(workspace, id, { notReached: [] });
  ports.goTo('2026-12-20T10:00:00Z');
  const after = sums();
  const others = (figures: ReturnType<typeof sums>) =>
    figures.filter((figure) => figure.id !== 'childRecords');
  expect(others(after)).toEqual(others(before));
  expect(figureOf(before, 'childRecords').denominator).toBe(0);
  expect(figureOf(after, 'childRecords')).toMatchObject({ numerator: 0, denominator: 1 });
});
