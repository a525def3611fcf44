/**
 * Figures 7 and 8 of the design, and the pull of figure 10: the first pull of 5,000 case discussions and the push
 * of 1,000 changed ones, by Footprint beside RxDB and PouchDB. Each side talks over HTTP to an ideal server of its
 * own protocol that answers from memory, so that what is measured is the client. The documents are the same, about
 * 2 KB each; Footprint’s are sealed and the others’ are not. Every transaction of every side is made strict.
 *
 * Rounds are interleaved, another side first each time. Each run has a browser process and a profile of its own,
 * on disk. Pushing and pulling are measured apart: after its push, each client would hear its own changes again.
 * After each run it is looked at whether the store holds all documents, one of them by content, and whether
 * the server got each change once, by content. Medians, spread and ratios are printed; nothing is asserted.
 *
 * `--rounds 7`; `--page 200` and `--batch 100` are what the others pull and push at a time: as Footprint does.
 */
import { spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { openProfile } from './profile.mjs';
import { startServers } from './sync-servers.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    page: { type: 'string', default: '200' },
    batch: { type: 'string', default: '100' },
    documents: { type: 'string', default: '5000' },
    sides: { type: 'string', default: 'footprint,rxdb,pouchdb' },
  },
});
const [ROUNDS, PAGE, BATCH, COUNT] = [values.rounds, values.page, values.batch, values.documents].map(Number);
const EVERY = 5; // one in so many is changed and pushed
const names = { footprint: 'Footprint', rxdb: 'RxDB', pouchdb: 'PouchDB' };
const sides = values.sides.split(',');
const goals = { pull: { rxdb: 1.8, pouchdb: 3 }, push: { rxdb: 2, pouchdb: 2 } };

installPeers();
const outDir = join('node_modules', '.cache', 'bench-sync');
await buildAll();
const { documents, changed, isChanged, ME } = await import(
  new URL(`../${outDir}/node/documents.js`, import.meta.url)
);
const all = documents(COUNT);
const plain = all.map((document) => JSON.parse(JSON.stringify(document)));
const toChange = plain.filter((_, i) => isChanged(i, EVERY));
const afterwards = new Map(toChange.map((document) => [document.id, changed(document)]));

const servers = await startServers(filesOf(join(outDir, 'page')), all, { me: ME, peerPull: PAGE });
const versions = new Set();
const rounds = [];
const loads = [loadavg()[0]];
try {
  for (let i = 0; i < ROUNDS; i++) {
    const order = sides.map((_, at) => sides[(at + i) % sides.length]);
    const round = {};
    for (const side of order) round[side] = await runOf(side, plain[(i * 997 + 13) % COUNT]);
    rounds.push(round);
    loads.push(loadavg()[0]);
    const said = sides.map((side) => `${names[side]} ${ms(round[side].pull.ms)} / ${ms(round[side].push.ms)}`);
    console.log(`round ${i + 1}: pull / push ms: ${said.join(', ')}; load ${loads.at(-1).toFixed(1)}`);
  }
} finally {
  await servers.stop();
}
printAll();

/** The others’ packages are no part of the project: they are installed the first time they are measured. */
function installPeers() {
  if (existsSync('bench/peers/node_modules')) return;
  console.log('Installing RxDB and PouchDB into bench/peers, to measure beside them');
  const { status } = spawnSync('npm', ['ci', '--prefix', 'bench/peers', '--ignore-scripts'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci --prefix bench/peers failed');
}

async function buildAll() {
  const common = { configFile: false, publicDir: false, logLevel: 'error' };
  await build({
    ...common,
    define: {
      'process.env.NODE_ENV': '"production"',
      global: 'globalThis',
    },
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } }, // as in the app; RxDB has a copy of its own
    build: {
      lib: {
        entry: {
          run: 'bench/sync-side.ts',
          footprint: 'bench/sync-work.ts',
          rxdb: 'bench/peers/rxdb-work.ts',
          pouchdb: 'bench/peers/pouchdb-work.ts',
        },
        formats: ['es'],
      },
      outDir: join(outDir, 'page'),
      emptyOutDir: true,
      target: 'esnext',
      minify: true,
    },
  });
  await build({
    ...common,
    build: {
      ssr: true,
      rolldownOptions: { input: { documents: 'bench/sync-documents.ts' } },
      outDir: join(outDir, 'node'),
      emptyOutDir: true,
      target: 'node20',
    },
  });
}

function filesOf(folder) {
  const type = 'text/javascript';
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/${name}`, { type, body: readFileSync(join(folder, name)) }]);
  const page = { type: 'text/html', body: Buffer.from('<!doctype html><link rel="icon" href="data:,"><title>Sync</title>') };
  return new Map([['/', page], ...scripts]);
}

/** Runs in the page before anything else of it: the same promise of the disk for everybody, and counted. */
function makeStrict() {
  const own = IDBDatabase.prototype.transaction;
  globalThis.transactions = { strict: 0, other: 0 };
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = own.call(this, stores, mode, { ...options, durability: 'strict' });
    if (made.mode === 'readwrite') transactions[made.durability === 'strict' ? 'strict' : 'other'] += 1;
    return made;
  };
}

async function runOf(side, look) {
  const profile = await openProfile();
  servers.begin(side);
  try {
    const { page } = profile;
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(makeStrict);
    await page.goto(servers.url);
    const asked = {
      run: '/run.js',
      script: `/${side}.js`,
      sizes: { origin: servers.originOf(side), pullBatch: PAGE, pushBatch: BATCH },
      look: look.id,
      change: [...afterwards.keys()],
    };
    const measured = await page.evaluate(async (asked) => (await import(asked.run)).run(asked), asked);
    const { strict, other } = await page.evaluate(() => globalThis.transactions);
    if (other > 0 || strict === 0) throw new Error(`${side}: ${strict} strict, ${other} other transactions`);
    if (errors.length > 0) throw new Error(`${side}: ${errors.join('; ')}`);
    ensureDone(side, measured, look, servers.end());
    versions.add(await profile.version());
    return { ...measured, strict };
  } finally {
    await profile.close();
  }
}

/** Throws where a document is missing or is not what it should be, on the device or on the server. */
function ensureDone(side, { held }, look, pushed) {
  if (held.count !== COUNT) throw new Error(`${side} holds ${held.count} of ${COUNT}`);
  deepStrictEqual(held.one, look, `${side} holds something else`);
  if (pushed.length !== afterwards.size) throw new Error(`${side} pushed ${pushed.length} of ${afterwards.size}`);
  const got = new Map(pushed.map((document) => [document.id, document]));
  deepStrictEqual(got, afterwards, `${side} pushed something else`);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
function ms(number) {
  return String(Math.round(number));
}
function spread(numbers) {
  return `${ms(median(numbers))} (${ms(Math.min(...numbers))} to ${ms(Math.max(...numbers))})`;
}

function printAll() {
  const kb = all.reduce((sum, each) => sum + Buffer.byteLength(JSON.stringify(each)), 0) / COUNT / 1000;
  const said = { pull: `first pull of ${COUNT}`, push: `push of ${afterwards.size} changes` };
  for (const [what, words] of Object.entries(said)) {
    const of = (side) => rounds.map((round) => round[side][what]);
    console.log(`\n${what === 'pull' ? 'Figure 7' : 'Figure 8'}, ${words}, ms; goals of the design in brackets`);
    for (const side of sides) {
      const times = of(side).map((each) => each.ms);
      const tasks = of(side).map((each) => each.longest);
      const longest = median(tasks) === 0 ? 'none over 50' : `${ms(median(tasks))} ms`;
      const parts = [`${names[side]}: ${spread(times)}`, `longest task ${longest}, worst ${worst(tasks)}`];
      if (side !== 'footprint' && sides.includes('footprint')) parts.push(ratio(what, side));
      console.log(parts.join('; '));
    }
  }
  const strict = sides.map((side) => `${names[side]} ${rounds[0][side].strict}`).join(', ');
  const { version: rxdb } = JSON.parse(readFileSync('bench/peers/node_modules/rxdb/package.json'));
  const { version: pouchdb } = JSON.parse(readFileSync('bench/peers/node_modules/pouchdb-browser/package.json'));
  console.log(`\n${ROUNDS} rounds; documents of ${kb.toFixed(2)} KB; pages of 200 and pushes of 100, the others’ of ${PAGE} and ${BATCH}`);
  console.log(`strict transactions of a run: ${strict}; RxDB ${rxdb} on Dexie, PouchDB ${pouchdb} on IndexedDB`);
  console.log(
    `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, Chromium ${[...versions]}, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
  );
}

function worst(tasks) {
  const most = Math.max(...tasks);
  return most === 0 ? 'none over 50' : `${ms(most)} ms`;
}

function ratio(what, side) {
  const timesOf = (name) => rounds.map((round) => round[name][what].ms);
  const each = rounds.map((round) => round[side][what].ms / round.footprint[what].ms);
  const ofMedians = median(timesOf(side)) / median(timesOf('footprint'));
  const by = `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)} by round`;
  return `Footprint is ${ofMedians.toFixed(2)}x as fast (${by}) [${goals[what][side]}x]`;
}
