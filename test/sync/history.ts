import fc from 'fast-check';
import {
  create,
  finalise,
  importExtract,
  remove,
  removeFinished,
  settle,
  type as typeInto,
  typeOnFullDisk,
} from './acts.ts';
import { closeOtherTab, goToOtherTab } from './device.ts';
import { faults } from './network.ts';
import { ALEX, SAM, supervisedBy } from './people.ts';
import { meanwhile, sign, signBoth } from './sign.ts';
import { sync, type World } from './world.ts';

/** Mostly the two of one person: they are the ones that write the same records. */
const device = fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3);
const at = fc.nat(3);
const field = fc.nat(1);
const onTheWay = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...faults) },
  ),
  { maxLength: 5 },
);
/** Mostly not. */
const kill = fc.option(fc.nat(15), { nil: undefined, freq: 11 });
const saveAt = fc.option(fc.nat(9), { nil: undefined, freq: 3 });
const asleep = fc.boolean();
const did = <D extends string>(what: D) => fc.constant(what);

/** What people, networks and councils do, in any order. */
export const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      did: did('create'),
      device,
      kind: fc.constantFrom(
        'text' as const,
        'text' as const,
        'action' as const,
        'correction' as const,
      ),
    }),
  },
  { weight: 14, arbitrary: fc.record({ did: did('type'), device, at, field }) },
  { weight: 1, arbitrary: fc.record({ did: did('fullDisk'), device, at, field }) },
  { weight: 3, arbitrary: fc.record({ did: did('finalise'), device, at }) },
  { weight: 6, arbitrary: fc.record({ did: did('sign'), device, at }) },
  { weight: 2, arbitrary: fc.record({ did: did('remove'), device, at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      did: did('signBoth'),
      first: fc.nat(1),
      other: fc.constantFrom(...meanwhile),
      onTheWay,
    }),
  },
  { weight: 2, arbitrary: fc.record({ did: did('removeFinished'), device, at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      did: did('settle'),
      choice: fc.constantFrom('ours' as const, 'theirs' as const, 'both' as const),
    }),
  },
  { weight: 16, arbitrary: fc.record({ did: did('sync'), device, onTheWay, kill, saveAt }) },
  { weight: 5, arbitrary: fc.record({ did: did('syncBoth'), device, onTheWay }) },
  { weight: 3, arbitrary: fc.record({ did: did('syncTabs'), device, onTheWay }) },
  {
    weight: 5,
    arbitrary: fc.record({ did: did('meet'), at, field, onTheWay, kill, saveAt, asleep }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ did: did('otherTab'), device, isAwake: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ did: did('closeTab'), device }) },
  { weight: 2, arbitrary: fc.record({ did: did('importExtract'), device }) },
  {
    weight: 2,
    arbitrary: fc.record({ did: did('supervisor'), is: fc.constantFrom(SAM, ALEX) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ did: did('clock'), device, years: fc.constantFrom(-10, 10) }),
  },
  { weight: 2, arbitrary: fc.record({ did: did('otherToken'), device }) },
  { weight: 1, arbitrary: fc.record({ did: did('update') }) },
  { weight: 1, arbitrary: fc.record({ did: did('restartEndpoint') }) },
  { weight: 2, arbitrary: fc.record({ did: did('copy') }) },
  { weight: 3, arbitrary: fc.record({ did: did('restore') }) },
);
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

export async function run(world: World, history: readonly Command[]): Promise<void> {
  for (const each of history) {
    world.tick();
    await step(world, each);
  }
}

async function step(world: World, each: Command): Promise<void> {
  const { met, endpoint } = world;
  const of = (n: number) => {
    const found = world.devices[n % world.devices.length];
    if (!found) throw new Error('a world has devices');
    return found;
  };
  switch (each.did) {
    case 'create':
      await create(world, of(each.device), each.kind);
      return;
    case 'type':
      await typeInto(world, of(each.device), each.at, each.field);
      return;
    case 'fullDisk':
      await typeOnFullDisk(world, of(each.device), each.at, each.field);
      return;
    case 'finalise':
      await finalise(world, of(each.device), each.at);
      return;
    case 'sign':
      await sign(world, of(each.device), each.at);
      return;
    case 'signBoth': {
      const [first, second] = [of(each.first), of(1 - each.first)];
      await signBoth(world, [first, second], each.other);
      await sync(world, first, each.onTheWay);
      await sync(world, second);
      return;
    }
    case 'removeFinished':
      await removeFinished(world, of(each.device), each.at);
      return;
    case 'remove':
      await remove(world, of(each.device), each.at);
      return;
    case 'settle':
      for (const device of world.devices) await settle(world, device, each.choice);
      return;
    case 'importExtract':
      await importExtract(world, of(each.device));
      return;
    case 'sync':
      await sync(world, of(each.device), each.onTheWay, each);
      return;
    case 'syncBoth':
      met.syncBoth += 1;
      // Two devices at once, a request of the one between two of the other.
      await Promise.all([
        sync(world, of(each.device), each.onTheWay),
        sync(world, of(each.device + 1)),
      ]);
      return;
    case 'meet': {
      met.meet += 1;
      // Both of one person's devices write in the same field, and the one sends it before the other.
      const [first, second] = [of(0), of(1)];
      await typeInto(world, first, each.at, each.field);
      await typeInto(world, second, each.at, each.field);
      if (each.asleep) await goToOtherTab(second, false);
      await sync(world, first);
      await sync(world, second, each.onTheWay, each);
      return;
    }
    case 'syncTabs': {
      if (!of(each.device).other) await goToOtherTab(of(each.device), true);
      const { other, ...mine } = of(each.device);
      if (!other) return;
      met.syncTabs += 1;
      // Without the lock that keeps two tabs apart: nothing may depend on it.
      await Promise.all([
        sync(world, of(each.device), each.onTheWay, { isWatched: false }),
        sync(world, { ...mine, workspace: other }),
      ]);
      return;
    }
    case 'otherTab':
      met.otherTab += 1;
      await goToOtherTab(of(each.device), each.isAwake);
      return;
    case 'closeTab':
      met.closeTab += of(each.device).other ? 1 : 0;
      await closeOtherTab(of(each.device));
      return;
    case 'update':
      met.update += 1;
      for (const each of world.devices) each.isOld = false;
      return;
    case 'supervisor':
      met.supervisor += 1;
      endpoint.setDirectory(supervisedBy(each.is));
      return;
    case 'clock':
      met.clock += 1;
      of(each.device).ports.advance(each.years * 365.25 * 86_400_000);
      return;
    case 'restartEndpoint':
      met.restartEndpoint += 1;
      endpoint.restart();
      return;
    case 'copy':
      met.copy += 1;
      world.copy = await endpoint.keep();
      return;
    case 'restore':
      await restore(world);
      return;
    case 'otherToken': {
      met.otherToken += 1;
      // I15: with somebody else's token nothing of mine goes out.
      const mine = of(each.device);
      const other = of(each.device + 2);
      for (const late of world.late.splice(0)) await late();
      const before = await countOf(world);
      const end = await sync(world, mine, [], { token: other.token });
      const isOther = mine.person !== other.person;
      if (isOther && (end === 'diskFailed' || end.outcome !== 'wrongPerson'))
        throw new Error('I15: not noticed');
      if (isOther && (await countOf(world)) !== before)
        throw new Error('I15: sent as somebody else');
    }
  }
}

/** The endpoint's records as they were when they were copied. What it alone had since is gone with it. */
async function restore(world: World): Promise<void> {
  const { endpoint, copy, removed, met } = world;
  if (!copy) return;
  met.restore += 1;
  const held = endpoint.db
    .selectFrom('record_version')
    .select('record_id')
    .where('held', '=', true);
  for (const { record_id } of await held.execute()) removed.add(record_id);
  await endpoint.restore(copy);
  world.wasRestored = true;
}

async function countOf({ endpoint }: World): Promise<number> {
  return (await endpoint.db.selectFrom('record_version').select('n').execute()).length;
}
