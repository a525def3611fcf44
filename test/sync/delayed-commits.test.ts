import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesAt, SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { postgresIsHere, startPostgres } from '../postgres.ts';
import { create, type as typeInto } from './acts.ts';
import { expectNothingLost } from './invariants.ts';
import { nothingMet } from './met.ts';
import { SAM, supervisedBy, TODAY } from './people.ts';
import { comeToRest } from './rest.ts';
import { aWorld, endWorld, sync } from './world.ts';

const ROUNDS = Number(process.env.SIM_DELAYED ?? 8);
const postgres = postgresIsHere() ? await startPostgres() : undefined;
if (postgres) databasesAt(postgres.newDatabase);

/** The embedded engine does one thing after the other: a commit that comes late needs a server. */
describe.runIf(postgres)('commits that come late, on PostgreSQL', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await startTestEndpoint({ directory: supervisedBy(SAM), today: TODAY });
    // As long as a slow disk: between a request's last statement and its end.
    await sql`create function waits() returns trigger language plpgsql as
      'begin perform pg_sleep(random() * 0.06); return null; end'`.execute(endpoint.db);
    await sql`create constraint trigger waits after insert on record_version
      deferrable initially deferred for each row execute function waits()`.execute(endpoint.db);
  }, SLOW_START_MS);
  afterAll(async () => {
    await endpoint.close();
    await postgres?.stop();
  });

  it('[LOOP1, SRV2] both devices of one person at once, with a third that fetches: none misses a record', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const world = await aWorld(endpoint, () => crypto.randomUUID(), nothingMet());
      const [laptop, desk, priya] = world.devices;
      if (!laptop || !desk || !priya) throw new Error('a world has devices');
      for (let turn = 0; turn < 4; turn++) {
        for (const device of [laptop, desk, priya]) {
          await create(world, device, 'action');
          await create(world, device, 'text');
          await typeInto(world, device, turn, turn);
        }
        const ends = await Promise.all([
          sync(world, laptop),
          sync(world, desk),
          sync(world, priya),
        ]);
        for (const end of ends) expect(end).toMatchObject({ outcome: 'done' });
      }
      await comeToRest(world);
      await expectNothingLost(world);
      await endWorld(world);
    }
  }, 120_000);
});
