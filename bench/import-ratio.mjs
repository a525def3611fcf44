/**
 * An import against parsing alone, in one run: 2,000 children and 40,000 visits of the dataset. Interleaved
 * rounds on Node; medians, spread and ratios are printed and nothing is asserted. "Parsing alone" is Papa Parse
 * on the same texts; "parsed" is the app's own reader round it, in slices; "read" is all that the worker does;
 * "imported" is that, the comparison with the list, and every row sealed and written, to a database in
 * memory made of JavaScript: it is no browser's, and what a disk takes is not in it.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const ROUNDS = Math.max(7, Number(process.argv[2] ?? 7));

const outDir = join('node_modules', '.cache', 'bench-import');
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: { ssr: 'bench/import-work.ts', outDir, emptyOutDir: true, target: 'node20' },
});
const work = await import(new URL(`../${outDir}/import-work.js`, import.meta.url));

async function timed(each) {
  const from = performance.now();
  const result = await each();
  return { ms: performance.now() - from, result };
}

const parseRound = async () => ({
  parse: (await timed(work.parseAlone)).ms,
  parsed: (await timed(work.parseAsApp)).ms,
});

async function importRound() {
  const workspace = await work.aNewWorkspace();
  const { ms: read, result: caseload } = await timed(work.read);
  const { ms: write, result: children } = await timed(() => work.writeAll(workspace, caseload));
  work.close(workspace);
  return { read, imported: read + write, children };
}

const rounds = [];
for (let i = -2; i < ROUNDS; i++) {
  // The other way round each time; the rounds before are for the engine to warm up.
  const order = i % 2 ? [parseRound, importRound] : [importRound, parseRound];
  let round = {};
  for (const each of order) round = { ...round, ...(await each()) };
  if (i >= 0) rounds.push(round);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const of = (what) => rounds.map((round) => round[what]);
const ms = (number) => Math.round(number);
for (const [what, words] of [
  ['parse', 'Parsing alone'],
  ['parsed', 'Parsed'],
  ['read', 'Read'],
  ['imported', 'Imported'],
]) {
  const all = of(what);
  const ratio = rounds.map((round) => round[what] / round.parse);
  const times = `${median(ratio).toFixed(2)}x (${Math.min(...ratio).toFixed(2)} to ${Math.max(...ratio).toFixed(2)})`;
  const spread = `${ms(median(all))} ms (${ms(Math.min(...all))} to ${ms(Math.max(...all))})`;
  console.log(`${words}: ${spread}${what === 'parse' ? '' : `, ${times} of parsing alone (goal 3x)`}`);
}
console.log(
  `${work.said}, ${rounds[0].children} children written, ${ROUNDS} rounds, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`,
);
process.exit(0);
