import fc from 'fast-check';
import { faults } from './network.ts';
import { ALEX, SAM, supervisedBy } from './people.ts';
import { create, finalise, remove, settle, sync, type as typeInto, type World } from './world.ts';

/** Mostly the two of one person: they are the ones that write the same records. */
const device = fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3);
const at = fc.nat(3);
const onTheWay = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('none' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...faults) },
  ),
  { maxLength: 5 },
);

/** What people, networks and councils do, in any order. */
export const command = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      did: fc.constant('create' as const),
      device,
      kind: fc.constantFrom('text' as const, 'text' as const, 'action' as const),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({ did: fc.constant('type' as const), device, at, field: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('finalise' as const), device, at }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('remove' as const), device, at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      did: fc.constant('settle' as const),
      device,
      choice: fc.constantFrom('ours' as const, 'theirs' as const, 'both' as const),
    }),
  },
  { weight: 8, arbitrary: fc.record({ did: fc.constant('sync' as const), device, onTheWay }) },
  { weight: 3, arbitrary: fc.record({ did: fc.constant('syncBoth' as const), device, onTheWay }) },
  {
    weight: 1,
    arbitrary: fc.record({
      did: fc.constant('supervisor' as const),
      is: fc.constantFrom(SAM, ALEX),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      did: fc.constant('clock' as const),
      device,
      years: fc.constantFrom(-10, 10),
    }),
  },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('otherToken' as const), device }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('copy' as const) }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('restore' as const) }) },
);
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

export async function run(world: World, history: readonly Command[]): Promise<void> {
  for (const each of history) await step(world, each);
}

async function step(world: World, each: Command): Promise<void> {
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
    case 'finalise':
      await finalise(world, of(each.device), each.at);
      return;
    case 'remove':
      await remove(world, of(each.device), each.at);
      return;
    case 'settle':
      await settle(of(each.device), each.choice);
      return;
    case 'sync':
      await sync(world, of(each.device), each.onTheWay);
      return;
    case 'syncBoth':
      // Two devices at once, a request of the one between two of the other.
      await Promise.all([
        sync(world, of(each.device), each.onTheWay),
        sync(world, of(each.device + 1)),
      ]);
      return;
    case 'supervisor':
      world.endpoint.setDirectory(supervisedBy(each.is));
      return;
    case 'clock':
      of(each.device).ports.advance(each.years * 365.25 * 86_400_000);
      return;
    case 'copy':
      world.copy = await world.endpoint.keep();
      return;
    case 'restore':
      await restore(world);
      return;
    case 'otherToken': {
      // I15: with somebody else's token nothing of mine goes out.
      const mine = of(each.device);
      const other = of(each.device + 2);
      const before = await countOf(world);
      const end = await sync(world, mine, [], other.token);
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
  const { endpoint, copy, removed } = world;
  if (!copy) return;
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
