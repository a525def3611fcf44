import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { nothingMet } from './met.ts';
import { SAM, supervisedBy, TODAY } from './people.ts';
import { aWorld, endWorld, type World } from './world.ts';

/** An endpoint for the tests of a file, at which Sam supervises, and a world of its own for each of them. */
export function eachTestHasAWorld(
  begin: (world: World, endpoint: TestEndpoint) => Promise<void> | void,
): void {
  let endpoint: TestEndpoint;
  let world: World;
  beforeAll(async () => {
    endpoint = await startTestEndpoint({ directory: supervisedBy(SAM), today: TODAY });
  }, SLOW_START_MS);
  afterAll(() => endpoint.close());
  beforeEach(async () => {
    world = await aWorld(endpoint, () => crypto.randomUUID(), nothingMet());
    await begin(world, endpoint);
  });
  afterEach(() => endWorld(world));
}
