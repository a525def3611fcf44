import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { routes } from '#sync/wire/routes.ts';
import { headersOf } from '../test/endpoint.ts';
import { builtEndpoint, runEndpoint, startEndpointProcess } from '../test/endpoint-process.ts';
import { postgresIsHere, startPostgres } from '../test/postgres.ts';
import {
  asked,
  bodies,
  everythingFor,
  pushed,
  pushRequest,
  put,
  sent,
  statuses,
} from '../test/pushes.ts';
import { openServer } from './database/open-database.ts';

const directory = { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] } as const;
const note = () => put('notes', bodies.note('sue', 'ama'));

const hasPostgres = postgresIsHere();
const postgres = hasPostgres ? await startPostgres({ fsync: true }) : undefined;
const { main, folder, remove } = await builtEndpoint(directory);
afterAll(async () => {
  await postgres?.stop();
  await remove();
}, 60_000);

const onServer = (url: string) => ({
  main,
  environment: { ...folder.environment, DATABASE_URL: url },
});

describe('starting', () => {
  const run = (environment: Record<string, string>) =>
    spawnSync(process.execPath, [main], { env: environment, encoding: 'utf8' });
  const good = () => ({
    ...folder.environment,
    PORT: '4399',
    DATA_DIR: join(folder.folder, 'data'),
  });

  it('[SRV19] a missing or wrong setting is named in a sentence, and nothing starts', () => {
    const nothing = run({});
    expect(nothing.status).toBe(1);
    for (const name of ['PORT', 'DATA_DIR', 'DATABASE_URL', 'ORIGINS', 'DIRECTORY_FILE'])
      expect(nothing.stderr).toContain(name);
    const wrong = run({ ...good(), ORIGINS: '*' });
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('ORIGINS')]);
    const missing = run({ ...good(), DIRECTORY_FILE: '/nowhere.json' });
    expect([missing.status, missing.stderr]).toEqual([
      1,
      expect.stringContaining('DIRECTORY_FILE'),
    ]);
    for (const { stderr } of [nothing, wrong, missing])
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('[SRV19] a database that is not there, too', () => {
    const { status, stderr } = run({
      ...folder.environment,
      PORT: '4399',
      DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none',
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('The database could not be opened'),
    ]);
    expect(stderr).not.toContain('secret');
  });

  it('[SRV20] one process a folder; what a dead one left is taken over, and its records are there', async () => {
    const data = join(folder.folder, 'records');
    const settings = { main, environment: { ...folder.environment, DATA_DIR: data } };
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'endpoint.lock'), `999999 ${hostname()}`); // of a process long gone
    const first = await startEndpointProcess(settings);
    expect(first.lines.join()).toContain('can be read by anybody who can read the folder');
    const second = runEndpoint({ main, environment: { ...settings.environment, PORT: '4398' } });
    expect(await second.ended).toBe(1);
    expect(second.lines.join()).toContain('Another endpoint is using the folder');
    const mutation = note();
    await pushed(first, 'sue', mutation);
    await first.kill();
    const again = await startEndpointProcess(settings);
    expect((await everythingFor(again, 'sue')).get(mutation.recordId)?.payload).toBe(
      mutation.payload,
    );
    expect(statuses(await pushed(again, 'sue', mutation))).toEqual(['duplicate']);
    expect(await again.stop()).toBe(0);
  }, 60_000);
});

describe.runIf(hasPostgres)('two processes on one PostgreSQL', () => {
  it('[SRV13] either answers: one feed, one epoch, and cursors of the other', async () => {
    const settings = onServer(postgres?.newDatabase() ?? '');
    const [one, two] = await Promise.all([
      startEndpointProcess(settings),
      startEndpointProcess(settings),
    ]);
    const mutations = Array.from({ length: 40 }, note);
    const results = await Promise.all(
      mutations.map((mutation, i) => pushed(i % 2 ? one : two, 'sue', mutation)),
    );
    expect(new Set(results.flatMap(statuses))).toEqual(new Set(['applied']));
    const seen = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0, hasMore = true; hasMore; page += 1) {
      const query = new URLSearchParams({ limit: '7', ...(cursor ? { cursor } : {}) });
      const { status, body } = await asked<never>(
        page % 2 ? one : two,
        'sue',
        `${routes.changes}?${query}`,
      );
      expect(status).toBe(200);
      const {
        changes,
        nextCursor,
        hasMore: more,
      } = body as { changes: { recordId: string }[]; nextCursor: string; hasMore: boolean };
      for (const { recordId } of changes) seen.add(recordId);
      [cursor, hasMore] = [nextCursor, more];
    }
    expect([...seen].sort()).toEqual(mutations.map(({ recordId }) => recordId).sort());
    expect(await Promise.all([one.stop(), two.stop()])).toEqual([0, 0]);
  }, 30_000);

  it('[SRV21] told to stop, it answers what it was asked and ends well', async () => {
    const settings = onServer(postgres?.newDatabase() ?? '');
    const endpoint = await startEndpointProcess(settings);
    const large = Array.from({ length: 20 }, () =>
      put('notes', bodies.note('sue', 'ama', { text: 'x'.repeat(40_000) })),
    );
    const inFlight = endpoint.fetch(routes.push, {
      method: 'POST',
      headers: headersOf('sue'),
      body: JSON.stringify(pushRequest(large)),
    });
    await new Promise((resolve) => setTimeout(resolve, 15));
    const ended = endpoint.stop();
    const answer = await inFlight.catch(() => undefined); // it may have stopped before it was asked
    if (answer) expect(answer.status).toBe(200);
    expect(await ended).toBe(0);
    await expect(fetch(`${endpoint.url}/healthz`)).rejects.toThrow();
    const again = await startEndpointProcess(settings);
    expect((await everythingFor(again, 'sue')).size).toBe(
      answer ? large.length : expect.any(Number),
    );
    await again.stop();
  }, 30_000);

  it('[SRV22] a database that drops every connection, in the middle of pushes, ends nothing', async () => {
    const url = postgres?.newDatabase() ?? '';
    const endpoint = await startEndpointProcess(onServer(url));
    const admin = await openServer(url, () => undefined);
    const codes = new Set<number>();
    let isOver = false;
    const pushing = [1, 2, 3].map(async () => {
      while (!isOver) {
        const answer = await sent(endpoint, 'sue', routes.push, pushRequest([note(), note()]));
        codes.add(answer.status);
      }
    });
    for (let round = 0; round < 10; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(admin);
    }
    isOver = true;
    await Promise.all(pushing);
    expect([...codes].filter((code) => code !== 200 && code !== 503)).toEqual([]);
    expect(statuses(await pushed(endpoint, 'sue', note()))).toEqual(['applied']);
    await admin.destroy();
    expect(await endpoint.stop()).toBe(0);
  }, 30_000);

  it('[SRV14] after a restored copy one command starts a new epoch', async () => {
    const settings = onServer(postgres?.newDatabase() ?? '');
    const before = await startEndpointProcess(settings);
    const epochOf = async (of: typeof before) =>
      (await asked<{ epoch: string }>(of, 'sue', routes.me)).body.epoch;
    const first = await epochOf(before);
    const command = runEndpoint({
      ...settings,
      environment: { ...settings.environment, PORT: '4397' },
      arguments: ['--restored'],
    });
    expect(await command.ended).toBe(0);
    expect(await epochOf(before)).not.toBe(first); // the running one knows it at once
    await before.stop();
  }, 30_000);

  it('[SRV25] a directory that changes counts with the next request; one that is broken changes nothing', async () => {
    const endpoint = await startEndpointProcess(onServer(postgres?.newDatabase() ?? ''));
    const supervisees = async () =>
      (await asked<{ supervises: unknown[] }>(endpoint, 'sue', routes.me)).body.supervises.length;
    expect(await supervisees()).toBe(1);
    await folder.write({ ...directory, supervises: [] });
    expect(await supervisees()).toBe(0);
    await writeFile(folder.file, '{ "staff": [ {"name": "Amina Khan"');
    expect(await supervisees()).toBe(0);
    expect(endpoint.lines.join('\n')).toContain('DIRECTORY_FILE cannot be used');
    expect(endpoint.lines.join('\n')).not.toContain('Amina');
    await folder.write(directory);
    expect(await supervisees()).toBe(1);
    await endpoint.stop();
  }, 30_000);
});
