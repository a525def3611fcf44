import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { flagsOf } from '#domain/flags/flags-of.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { agendaPlan } from '#storage/session/session-plan.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff, profileOf } from '#storage/settings.ts';
import { todayIn } from '#storage/writes.ts';
import { readyBrief, readyInDepth, ref } from '../../../test/builders.ts';
import { samsDevice } from '../../../test/handovers.ts';
import { aDecision, finaliseAll, heldGroup } from '../../../test/held-groups.ts';
import { testPorts, write } from '../../../test/workspaces.ts';
import { caseFactsOf } from './case-facts.ts';

type Device = Awaited<ReturnType<typeof samsDevice>>;

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** Footprint starts on 1 September 2026; a one-to-one is planned for 18 December. */
async function begun(profileId: string, familySafeguarding = true) {
  const device = await samsDevice(testPorts('2026-09-01T08:00:00.000Z'), profileId);
  await changeStaff(device.sam, device.priyaRef, { familySafeguarding });
  const planned = await planSession(device.sam, device.priyaRef, '2026-12-18');
  return { device, planned };
}

function factsOf({ sam }: Device, planned: string, childRef = 'C1') {
  const session = findSession(sam, planned)?.body;
  const found = session && caseFactsOf(sam, session).find(({ child }) => child.ref === childRef);
  if (!session || !found) throw new Error(`nothing of ${childRef}`);
  const { facts } = found;
  const flags = flagsOf({ facts, profile: profileOf(sam), today: todayIn(sam) });
  return { facts, session, codes: flags.map(({ code }) => code) };
}

/** All her children, in brief. */
async function oneToOne({ sam, priyaRef }: Device): Promise<void> {
  const session = await startSession(sam, priyaRef);
  for (const child of openChildren(sam, priyaRef)) {
    const { id: _, childRef: __, ...typed } = readyBrief({ accountedAt: sam.now });
    await write(sam, session, child.ref, typed);
  }
  await endSession(sam, session, there);
}

it.each([
  ['mosaic-004', true],
  ['swindon-000', false],
] as const)(
  '[FACT2, FLAG4, FLAG9] under %s what the group discussed was discussed, in depth',
  async (profileId, familySafeguarding) => {
    const { device, planned } = await begun(profileId, familySafeguarding);
    const { sam, ports } = device;
    expect(factsOf(device, planned).codes).toContain('NO_DATE');
    ports.goTo('2026-11-10T10:00:00.000Z');
    const on = { on: toCalendarDate('2026-11-10'), reason: 'Plan made' };
    await correctChild(sam, ref('C1'), { status: 'CP' }, on);
    expect(factsOf(device, planned).codes).toContain('STATUS_CHANGE');
    ports.goTo('2026-11-20T10:00:00.000Z');
    await heldGroup(device, { families: ['C1'], familySafeguarding });
    const { facts, codes } = factsOf(device, planned);
    expect(facts).toMatchObject({ lastDiscussedOn: '2026-11-20', lastInDepthOn: '2026-11-20' });
    // The one-to-one itself did not discuss it: what waits for that goes on waiting.
    expect(facts.lastFormalOn).toBeUndefined();
    for (const code of ['NO_DATE', 'STATUS_CHANGE', 'ROTATION_DUE'])
      expect(codes).not.toContain(code);
    expect(factsOf(device, planned, 'C2').codes).toContain('NO_DATE');
  },
);

it('[FACT2] a later group is the last discussion, a later brief one-to-one is; in depth it was the group', async () => {
  const { device, planned } = await begun('swindon-000', false);
  device.ports.goTo('2026-11-18T10:00:00.000Z');
  await oneToOne(device);
  device.ports.goTo('2026-11-20T10:00:00.000Z');
  await heldGroup(device, { families: ['C1'] });
  expect(factsOf(device, planned).facts).toMatchObject({
    ...{ lastDiscussedOn: '2026-11-20', lastInDepthOn: '2026-11-20', lastFormalOn: '2026-11-18' },
  });
  device.ports.goTo('2026-11-25T10:00:00.000Z');
  await oneToOne(device);
  expect(factsOf(device, planned).facts).toMatchObject({
    ...{ lastDiscussedOn: '2026-11-25', lastInDepthOn: '2026-11-20', lastFormalOn: '2026-11-25' },
  });
});

it('[FACT2] where a group meets no clock of the child it is no discussion', async () => {
  for (const [profileId, familySafeguarding] of [
    ['islington-001', true],
    ['bracknell-003', true],
    ['mosaic-004', false],
  ] as const) {
    const { device, planned } = await begun(profileId, familySafeguarding);
    device.ports.goTo('2026-11-20T10:00:00.000Z');
    await heldGroup(device, { families: ['C1'], familySafeguarding });
    const { facts, codes } = factsOf(device, planned);
    expect(facts.lastDiscussedOn).toBeUndefined();
    expect(facts.lastInDepthOn).toBeUndefined();
    expect(codes).toContain('NO_DATE');
  }
});

it('[FLAG5, FLAG11] a group ends no wait for the one-to-one, and no question whether the child was seen', async () => {
  const { device, planned } = await begun('swindon-000', false);
  const { sam, ports } = device;
  ports.goTo('2026-11-10T10:00:00.000Z');
  await oneToOne(device);
  const decisions = [aDecision('d1', 'Move', { decidedAt: '2026-11-20T10:00:00.000Z' })];
  const say = () => ({ decisions, noDecisions: false });
  ports.goTo('2026-11-20T10:00:00.000Z');
  await heldGroup(device, { families: ['C1'], say });
  ports.goTo('2026-12-01T10:00:00.000Z');
  await heldGroup(device, { families: ['C1'] });
  await sam.change((set) =>
    [...set.all('children').values()].map((record) => ({
      ...{ collection: 'children' as const, id: record.id, basedOn: record.v },
      body: {
        ...record.body,
        facts: { ...record.body.facts, lastSeenOn: '2026-11-15' },
        asAt: '2026-12-01',
      },
    })),
  );
  const { facts, codes } = factsOf(device, planned);
  expect(facts).toMatchObject({ lastDiscussedOn: '2026-12-01', lastFormalOn: '2026-11-10' });
  expect(codes).toContain('URGENT');
  expect(codes).not.toContain('NOT_SEEN'); // since the one-to-one she was
});

it('[PLAN3] between equals the one that no group discussed has waited longer', async () => {
  const { device, planned } = await begun('swindon-000', false);
  const orderNow = () =>
    agendaPlan(device.sam, factsOf(device, planned).session)?.plan.cases.map(({ ref: own }) => own);
  device.ports.goTo('2026-11-18T10:00:00.000Z');
  await oneToOne(device);
  expect(orderNow()).toEqual(['C1', 'C2']);
  device.ports.goTo('2026-11-20T10:00:00.000Z');
  await heldGroup(device, { families: ['C1'] });
  expect(orderNow()).toEqual(['C2', 'C1']);
});

it('[PLAN3] a group is any discussion: on one day with a one-to-one neither has waited longer', async () => {
  const { device, planned } = await begun('swindon-000', false);
  const { sam, priyaRef, ports } = device;
  ports.goTo('2026-11-20T10:00:00.000Z');
  const session = await startSession(sam, priyaRef);
  const { id: _, childRef: __, ...typed } = readyInDepth({ accountedAt: sam.now });
  await write(sam, session, 'C1', typed);
  await endSession(sam, session, there);
  await heldGroup(device, { families: ['C2'] });
  const plan = agendaPlan(sam, factsOf(device, planned).session)?.plan;
  expect(plan?.cases.map(({ ref: own }) => own)).toEqual(['C1', 'C2']);
});

it('[FACT4, FACT9] a group’s record of the same day says nothing of what the one-to-one’s lacks', async () => {
  const { device, planned } = await begun('swindon-000', false);
  device.ports.goTo('2026-11-20T10:00:00.000Z');
  await finaliseAll(device.sam, await heldGroup(device, { families: ['C1'] }));
  await oneToOne(device);
  expect(factsOf(device, planned).facts).toMatchObject({ lastFormalOn: '2026-11-20' });
  expect(factsOf(device, planned).facts.lastRecord).toBeUndefined();
});
