import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { type Command, command, run } from './history.ts';
import { nothingMet } from './met.ts';
import { outcomeOf } from './outcome.ts';
import { SAM, supervisedBy, TODAY } from './people.ts';
import { comeToRest } from './rest.ts';
import { aWorld, endWorld, type World } from './world.ts';

const PAIRS = Number(process.env.SIM_PAIRS ?? 20);
/** The same each time: whether a change lands must not turn on chance. */
const SEED = Number(process.env.SIM_SEED ?? 20_261_122);
const MINUTE = 60_000;
const DAY = 86_400_000;
const TEN_YEARS = 3652;

let endpoint: TestEndpoint;
const met = nothingMet();
beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory: supervisedBy(SAM), today: TODAY });
}, SLOW_START_MS);
afterAll(() => endpoint.close());

/** The same ids in both plays, in the order in which they are asked for. */
function idsInOrder(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(String(count)).digest('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
    return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  };
}

/** How far each clock is off, in days: at the nth moment, of each of the four. */
type Skews = readonly (readonly number[])[];

/** The endpoint’s clock is never moved: who may see what is a matter of its day. */
function letTimeGoOn({ devices }: World, skews: Skews): () => void {
  const began = devices.map(({ ports }) => ports.nowMs());
  let moment = 0;
  return () => {
    moment += 1;
    const off = skews[moment % skews.length] ?? [];
    for (const [i, { ports }] of devices.entries()) {
      // A second apart: two people who finish the same text at the same moment have made one and the same.
      const right = (began[i] ?? 0) + moment * MINUTE + i * 1000;
      const now = right + (off[i] ?? 0) * DAY;
      ports.goTo(new Date(now).toISOString());
    }
  };
}

async function play(history: readonly Command[], skews: Skews): Promise<unknown> {
  const world = await aWorld(endpoint, idsInOrder(), met);
  for (const device of world.devices) device.isOld = device.name === 'sam-desk';
  world.tick = letTimeGoOn(world, skews);
  try {
    await run(world, history);
    await comeToRest(world);
    return await outcomeOf(world);
  } finally {
    await endWorld(world);
  }
}

/** Two cycles at once are not in the same order twice; and here the clock is moved all the time. */
const leftOut: readonly Command['did'][] = ['syncBoth', 'syncTabs', 'clock'];
const inOrder = command.filter(({ did }) => !leftOut.includes(did));
const off = fc.oneof(
  fc.constantFrom(-TEN_YEARS, 0, TEN_YEARS),
  fc.integer({ min: -TEN_YEARS, max: TEN_YEARS }),
);
const skews = fc.array(fc.array(off, { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 9,
});

it(`[LOOP1] ${PAIRS} histories with right clocks, and again with clocks up to ten years off: the outcome is the same`, async () => {
  const history = fc.array(inOrder, { minLength: 6, maxLength: 14, size: 'max' });
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(history, skews, async (commands, wrong) => {
      const right = await play(commands, [[0, 0, 0, 0]]);
      expect(await play(commands, wrong), 'I13: a clock decided').toEqual(right);
    }),
    { numRuns: PAIRS, seed: SEED, endOnFailure: process.env.SIM_QUICK !== undefined },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`clocks: ${PAIRS} pairs, seed ${SEED}, all alike, ${seconds} s`);
}, 3_600_000);
