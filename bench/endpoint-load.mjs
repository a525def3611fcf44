/**
 * `npm run load`: requests a second and the slowest hundredth of pushes and of the feed, on a PostgreSQL of
 * its own that writes to disk. Built first. `--seconds 10`, `--connections 16`, `--batch 20`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '16' },
    batch: { type: 'string', default: '20' },
  },
});
const [seconds, connections, batch] = [values.seconds, values.connections, values.batch].map(Number);
const BIN = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';
const PEOPLE = 200;
const TEXT_BYTES = 2_000;
const [postgresPort, port] = [45_432, 45_433];

const folder = mkdtempSync(join(tmpdir(), 'footprint-load-'));
const id = (which) => Number(execFileSync('id', [which, 'postgres']).toString());
const as = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
const data = join(folder, 'data');
const quiet = { ...as, stdio: 'ignore', cwd: folder };
execFileSync(`${BIN}/initdb`, ['-D', data, '-U', 'footprint', '--auth=trust', '-E', 'UTF8'], quiet);
const postgres = spawn(
  `${BIN}/postgres`,
  ['-D', data, '-p', String(postgresPort), '-c', `unix_socket_directories=${folder}`],
  quiet,
);

const tokenOf = (person) => `load-token-${person}`;
const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const directory = {
  staff: people.map((id) => ({ id, name: id, role: 'socialWorker', teamId: 'T1' })),
  children: [],
  supervises: [],
  allocations: [],
  tokens: people.map((staffId) => ({
    tokenSha256: createHash('sha256').update(tokenOf(staffId)).digest('hex'),
    staffId,
    expiresOn: inDays(30),
  })),
};
const directoryFile = join(folder, 'directory.json');
writeFileSync(directoryFile, JSON.stringify(directory));

const url = `http://127.0.0.1:${port}`;
const endpoint = spawn(process.execPath, ['node_modules/.cache/endpoint/main.js'], {
  env: {
    PATH: process.env.PATH,
    PORT: String(port),
    DATABASE_URL: `postgresql://footprint@127.0.0.1:${postgresPort}/postgres`,
    ORIGINS: 'http://127.0.0.1:4391',
    DIRECTORY_FILE: directoryFile,
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});

const headersOf = (person) => ({
  Authorization: `Bearer ${tokenOf(person)}`,
  'Content-Type': 'application/json',
  'X-Protocol': '1',
});
const anybody = () => people[Math.floor(Math.random() * PEOPLE)];

/** A preparation is a person's own: it needs no supervisor. */
function mutationOf(person) {
  const recordId = randomUUID();
  const at = '2026-11-20T10:00:00.000Z';
  const body = { id: recordId, superviseeRef: person, supervisorRef: 'p0', createdAt: at, createdBy: person };
  const payload = JSON.stringify({ ...body, wants: 'x'.repeat(TEXT_BYTES) });
  return {
    mutationId: randomUUID(),
    recordId,
    type: 'preparations',
    op: 'put',
    baseRev: null,
    payload,
    payloadSchema: 1,
    payloadHash: createHash('sha256').update(payload).digest('hex'),
    clientTime: at,
  };
}

function pushOf(person) {
  const mutations = Array.from({ length: batch }, () => mutationOf(person));
  return JSON.stringify({ protocol: 1, clientId: randomUUID(), schema: 1, mutations });
}

async function untilReady() {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The endpoint did not start: is it built? npm run load builds it.');
}

/** Every request is another one, of anybody: a text that is there already would cost nothing. */
const measure = (name, requestOf) =>
  new Promise((resolve, reject) => {
    const setupRequest = (request) => ({ ...request, ...requestOf() });
    const settings = { url, connections, duration: seconds, requests: [{ setupRequest }] };
    autocannon(settings, (error, result) => {
      if (error) return reject(error);
      const { requests, latency, non2xx, errors } = result;
      const ms = `median ${latency.p50} ms, p99 ${latency.p99} ms`;
      console.log(`${name}: ${requests.average.toFixed(0)} requests/s, ${ms}, refused ${non2xx}, failed ${errors}`);
      resolve(requests.average);
    });
  });

try {
  await untilReady();
  const pushes = await measure(`push of ${batch} x ${TEXT_BYTES / 1000} KB`, () => {
    const person = anybody();
    return { method: 'POST', path: '/v1/sync/push', headers: headersOf(person), body: pushOf(person) };
  });
  console.log(`  ${(pushes * batch).toFixed(0)} mutations/s`);
  await measure('push of one', () => {
    const person = anybody();
    const mutations = [mutationOf(person)];
    const body = JSON.stringify({ protocol: 1, clientId: randomUUID(), schema: 1, mutations });
    return { method: 'POST', path: '/v1/sync/push', headers: headersOf(person), body };
  });
  await measure('changes, from the start', () => ({
    method: 'GET',
    path: '/v1/sync/changes?limit=50',
    headers: headersOf(anybody()),
  }));
  const cursors = new Map();
  for (const person of people.slice(0, 100)) cursors.set(person, await lastCursor(person));
  await measure('changes, nothing new', () => {
    const [person, cursor] = [...cursors][Math.floor(Math.random() * cursors.size)];
    return { method: 'GET', path: `/v1/sync/changes?cursor=${cursor}`, headers: headersOf(person) };
  });
} finally {
  const gone = [endpoint, postgres].map((one) => new Promise((resolve) => one.once('exit', resolve)));
  endpoint.kill('SIGTERM');
  postgres.kill('SIGINT');
  await Promise.all(gone);
  rmSync(folder, { recursive: true, force: true });
}

async function lastCursor(person) {
  for (let cursor = ''; ; ) {
    const query = cursor === '' ? '' : `&cursor=${cursor}`;
    const answer = await fetch(`${url}/v1/sync/changes?limit=500${query}`, { headers: headersOf(person) });
    const { nextCursor, hasMore } = await answer.json();
    if (!hasMore) return nextCursor;
    cursor = nextCursor;
  }
}
