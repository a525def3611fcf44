/**
 * An import against parsing alone, in one run: 2,000 children and 40,000 visits of the dataset, in a real
 * Chromium with the headers the app is served with. Interleaved rounds; medians, spread and ratios are
 * printed and nothing is asserted. "Parsing alone" is Papa Parse on the same files; "parsed" is the app's own
 * reader of them; "read" is all that the worker does; "compared" is that and the comparison with the list;
 * "imported" is all of it, with every row sealed and written to the browser's own database, on its disk when it
 * is done. "The disk alone" is as many rows of the same size written with nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { openProfile } from './profile.mjs';
import { serve } from '../scripts/static-server.mjs';

const ROUNDS = Math.max(7, Number(process.argv[2] ?? 11));

const outDir = join('node_modules', '.cache', 'bench-import');
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    lib: { entry: 'bench/import-work.ts', formats: ['es'], fileName: 'import-work' },
    outDir,
    emptyOutDir: true,
    target: 'esnext',
    minify: true,
  },
});
mkdirSync(outDir, { recursive: true });
writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>Import</title>');

const site = await serve({ root: outDir, port: 0, host: '127.0.0.1' });
const profile = await openProfile();
const version = await profile.version();
let measured;
try {
  const { page } = profile;
  await page.goto(site.url);
  measured = await page.evaluate(
    async ([work, rounds]) => (await import(work)).measure(rounds),
    ['/import-work.js', ROUNDS],
  );
} finally {
  await profile.close();
  await site.stop();
}

const { rounds, said } = measured;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const of = (what) => rounds.map((round) => round[what]);
const ms = (number) => Math.round(number);
for (const [what, words] of [
  ['parse', 'Parsing alone'],
  ['parsed', 'Parsed'],
  ['read', 'Read'],
  ['compared', 'Compared'],
  ['imported', 'Imported'],
  ['disk', 'The disk alone'],
]) {
  const all = of(what);
  const ratio = rounds.map((round) => round[what] / round.parse);
  const times = `${median(ratio).toFixed(2)}x (${Math.min(...ratio).toFixed(2)} to ${Math.max(...ratio).toFixed(2)})`;
  const spread = `${ms(median(all))} ms (${ms(Math.min(...all))} to ${ms(Math.max(...all))})`;
  console.log(`${words}: ${spread}${what === 'parse' ? '' : `, ${times} of parsing alone (goal 3x)`}`);
}
console.log(
  `${said}, ${rounds[0].written} rows written, ${rounds.length} rounds, ${cpus().length} x ${cpus()[0]?.model}, Chromium ${version}`,
);
