/**
 * Figure 3 of the design: the agenda of 25 children with all rules, flags and the plan, where 20,000
 * records are held against 1,000. Interleaved rounds on Node; medians, spread and ratio are printed and
 * nothing is asserted. `first` is asked right after unlocking, `again` after each save while the agenda is
 * typed into. The rules run as they are; drawing the table is not in it.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const ROUNDS = Number(process.argv[2] ?? 11);
const AGAIN = 20; // in each round: the worst of them is printed
const sizes = [
  { name: '1k', practitioners: 1 },
  { name: '20k', practitioners: 17 },
];

const outDir = join('node_modules', '.cache', 'bench-agenda');
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: { ssr: 'bench/agenda-work.ts', outDir, emptyOutDir: true, target: 'node20' },
});
const { agenda, opened, recordsOf } = await import(
  new URL(`../${outDir}/agenda-work.js`, import.meta.url)
);

const timed = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

function round({ records }) {
  const held = opened(records);
  const first = timed(() => agenda(held));
  const again = Array.from({ length: AGAIN }, () => {
    held.saveAgenda();
    return timed(() => agenda(held));
  });
  return { first, again };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => number.toFixed(2);
const spread = (numbers) =>
  `${ms(median(numbers))} ms (${ms(Math.min(...numbers))} to ${ms(Math.max(...numbers))})`;

const held = sizes.map((size) => ({ ...size, records: recordsOf(size.practitioners), rounds: [] }));
for (let i = -3; i < ROUNDS; i++) {
  // The other way round each time, so that neither size always comes first.
  for (const size of i % 2 ? held : held.toReversed()) {
    const measured = round(size);
    if (i >= 0) size.rounds.push(measured); // the rounds before are for the engine to warm up
  }
}

const of = (rounds, what) => rounds.flatMap((each) => each[what]);
for (const { name, records, rounds } of held) {
  const again = of(rounds, 'again');
  console.log(
    `${name} (${records.length} records): first ${spread(of(rounds, 'first'))}; again ${spread(again)}`,
  );
}
const [small, large] = held.map(({ rounds }) => rounds);
for (const what of ['first', 'again']) {
  const ratio = median(of(large, what)) / median(of(small, what));
  console.log(`${what}: ${ratio.toFixed(2)}x (goal 1.5x)`);
}
console.log(`${ROUNDS} rounds, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
