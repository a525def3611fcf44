/**
 * Figures 1, 2 and 4 of the design: sealed rows against the same rows unsealed, written to stores of the same
 * shape by the browser's own database alone. "Written" is one strict transaction of 5,000 and of 20,000 rows with
 * nothing queued for sending; "read" is all rows read, opened, checked by their schema and in memory, against all
 * rows read; "saved" is one change of a record, with its row and its place in the queue. Each round has a browser
 * process and a profile of its own, on disk. Medians, spread and ratios are printed; nothing is asserted.
 *
 * `--rounds 7`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { listen } from '../scripts/static-server.mjs';
import { openProfile } from './profile.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const ROUNDS = Number(values.rounds);
const SIZES = [5_000, 20_000];

const outDir = join('node_modules', '.cache', 'bench-store');
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } }, // as in the app
  build: {
    lib: { entry: { work: 'bench/store-work.ts' }, formats: ['es'] },
    outDir,
    emptyOutDir: true,
    target: 'esnext',
    minify: true,
  },
});
const scripts = new Map(readdirSync(outDir).map((name) => [`/${name}`, readFileSync(join(outDir, name))]));
const server = createServer((request, response) => {
  const script = scripts.get(request.url);
  response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
  response.end(script ?? '<!doctype html><link rel="icon" href="data:,"><title>Store</title>');
});
const { port, stop } = await listen(server, 0, '127.0.0.1');

let version = '';
const loads = [];
const rounds = [];
try {
  for (let i = 0; i < ROUNDS; i++) {
    const round = {};
    for (const size of SIZES) round[size] = await run(size, i % 2 === 0);
    rounds.push(round);
    loads.push(loadavg()[0]);
  }
} finally {
  await stop();
}

async function run(size, oursFirst) {
  const profile = await openProfile();
  try {
    const { page } = profile;
    await page.goto(`http://127.0.0.1:${port}/`);
    version = await profile.version();
    return await page.evaluate(
      async ([work, size, oursFirst]) => (await import(work)).round(size, oursFirst),
      ['/work.js', size, oursFirst],
    );
  } finally {
    await profile.close();
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const line = (words, size, of, goal, digits = 0) => {
  const ours = rounds.map((round) => of(round[size].ours));
  const raw = rounds.map((round) => of(round[size].raw));
  const each = ours.map((ms, i) => ms / raw[i]);
  const spread = (all) => `${median(all).toFixed(digits)} ms (${Math.min(...all).toFixed(digits)} to ${Math.max(...all).toFixed(digits)})`;
  const ratio = `${(median(ours) / median(raw)).toFixed(2)}x (${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)} by round)`;
  console.log(`${words}: sealed ${spread(ours)}, raw ${spread(raw)}: ${ratio} [goal ${goal}]`);
};
line('1, written, 5,000 rows', 5_000, ({ write }) => write, 'at most 1.35x');
line('1, written, 20,000 rows', 20_000, ({ write }) => write, 'at most 1.25x');
line('2, read and opened, 20,000 rows', 20_000, ({ read }) => read, 'at most 2.0x');
line('4, saved once, median of 200', 20_000, ({ saves }) => median(saves), 'at most 1.5x', 2);
console.log(
  `${ROUNDS} rounds, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, Chromium ${version}, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
);
