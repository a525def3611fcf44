import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MAX_MUTATIONS } from '#sync/wire/limits.ts';
import type { Mutation } from '#sync/wire/push.ts';
import {
  builtEndpoint,
  type EndpointProcess,
  startEndpointProcess,
} from '../test/endpoint-process.ts';
import { postgresIsHere, startPostgres } from '../test/postgres.ts';
import { bodies, everythingFor, pushed, put, statuses, versionsOf } from '../test/pushes.ts';

/** KILL_ROUNDS=50 is the long form: `npm run kill:endpoint`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2);
const directory = { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] } as const;

const postgres = postgresIsHere() ? await startPostgres({ fsync: true }) : undefined;
const { main, folder, remove } = await builtEndpoint(directory);
afterAll(async () => {
  await postgres?.stop();
  await remove();
}, 60_000);

/** Pushes without a pause until nobody answers. What was answered is `said`; what was sent is `tried`. */
async function load(endpoint: EndpointProcess, said: Map<string, Mutation>, tried: Mutation[]) {
  for (;;) {
    const batch = Array.from({ length: 5 }, () => put('notes', bodies.note('sue', 'ama')));
    tried.push(...batch);
    const results = await pushed(endpoint, 'sue', ...batch).catch(() => undefined);
    if (results === undefined) return;
    expect(new Set(statuses(results))).toEqual(new Set(['applied']));
    for (const mutation of batch) said.set(mutation.mutationId, mutation);
  }
}

async function rounds(environment: Record<string, string>) {
  const said = new Map<string, Mutation>();
  const tried: Mutation[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const endpoint = await startEndpointProcess({ main, environment });
    const before = said.size;
    const loads = [1, 2, 3].map(() => load(endpoint, said, tried));
    while (said.size < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 100)); // at another moment each time
    await endpoint.kill();
    await Promise.all(loads);
  }
  const endpoint = await startEndpointProcess({ main, environment });
  const records = await everythingFor(endpoint, 'sue');
  for (const { recordId, payload } of said.values())
    expect(records.get(recordId)).toMatchObject({ payload, rev: 1 });
  // What was not answered is sent again, as a device does: there or not, it is there once.
  const unsaid = tried.filter(({ mutationId }) => !said.has(mutationId));
  for (let from = 0; from < unsaid.length; from += MAX_MUTATIONS) {
    const batch = unsaid.slice(from, from + MAX_MUTATIONS);
    for (const status of statuses(await pushed(endpoint, 'sue', ...batch)))
      expect(['applied', 'duplicate']).toContain(status);
  }
  for (const { recordId } of unsaid) expect(await revsOf(endpoint, recordId)).toEqual([1]);
  expect(await endpoint.stop()).toBe(0);
  const another = await startEndpointProcess({ main, environment }); // where all may be asked for again
  const all = await everythingFor(another, 'sue');
  expect(all.size).toBe(tried.length);
  console.log(
    `kill -9: ${ROUNDS} rounds, ${said.size} changes answered, ${unsaid.length} not; none lost, none twice`,
  );
  expect(await another.stop()).toBe(0);
}

/** A person may ask so often (SRV17): told to wait, it waits. */
async function revsOf(endpoint: EndpointProcess, recordId: string) {
  for (;;) {
    const { status, body } = await versionsOf(endpoint, 'sue', recordId);
    if (status !== 429) return body.versions.map(({ rev }) => rev);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

it.runIf(postgres)(
  '[SRV26] kill -9 under load on PostgreSQL: nothing answered is lost, nothing is there twice',
  async () => {
    await rounds({ ...folder.environment, DATABASE_URL: postgres?.newDatabase() ?? '' });
  },
  60_000 + ROUNDS * 10_000,
);

it(
  '[SRV26] kill -9 under load on the embedded engine, likewise',
  async () => {
    await rounds({ ...folder.environment, DATA_DIR: join(folder.folder, 'records') });
  },
  60_000 + ROUNDS * 20_000,
);
