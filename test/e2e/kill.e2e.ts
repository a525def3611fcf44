import { expect, test } from '@playwright/test';
import { newProfile, removeProfile } from './browser-process.ts';
import {
  type Chance,
  chanceFrom,
  KillRig,
  killWhileEnding,
  killWhileFinalising,
  killWhileTyping,
  type Round,
} from './kill-round.ts';
import { openSite } from './site.ts';

const phases = {
  typing: killWhileTyping,
  ending: killWhileEnding,
  finalising: killWhileFinalising,
} as const;
type Phase = keyof typeof phases;

/** `npm run kill -- --rounds 200 --seed 7` sets these. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const SEED = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));

test(`nothing that was saved is lost when the browser is killed, ${ROUNDS} times`, async () => {
  test.setTimeout(60_000 + ROUNDS * 20_000);
  const site = await openSite(process.env.OUT_DIR);
  const profile = await newProfile();
  const rig = new KillRig(site, profile);
  const rounds: Round[] = [];
  const problems: string[] = [];
  try {
    await rig.setUp();
    for (const [i, phase] of phasesFor(ROUNDS, chanceFrom(SEED)).entries()) {
      const seed = SEED + i + 1;
      const round = await phases[phase](rig, chanceFrom(seed));
      rounds.push(round);
      console.log(`kill: round ${i + 1}, seed ${seed}, ${phase}: ${round.words}`);
      problems.push(...round.problems.map((problem) => `round ${i + 1}, seed ${seed}: ${problem}`));
    }
  } finally {
    await rig.kill();
    await site.stop();
    await removeProfile(profile);
  }

  const asked = [...rig.durabilities].map(([durability, count]) => `${durability} ${count}`);
  console.log(
    `kill: first seed ${SEED}; readwrite transactions by durability: ${asked.join(', ')}`,
  );
  console.log(summary(rounds));
  expect.soft(problems).toEqual([]);
  expect([...rig.durabilities.keys()], 'every save waits for the disk').toEqual(['strict']);
});

/** In bags, so that ten rounds have every phase; typing has two of four. */
function phasesFor(count: number, chance: Chance): readonly Phase[] {
  const drawn: Phase[] = [];
  let bag: Phase[] = [];
  while (drawn.length < count) {
    if (bag.length === 0) bag = ['typing', 'typing', 'ending', 'finalising'];
    drawn.push(...bag.splice(chance.between(0, bag.length - 1), 1));
  }
  return drawn;
}

function summary(rounds: readonly Round[]): string {
  const lost = rounds.flatMap(({ lostMs }) => lostMs ?? []).toSorted((a, b) => a - b);
  const at = (part: number) => lost[Math.min(lost.length - 1, Math.floor(part * lost.length))] ?? 0;
  const savesLost = rounds.reduce((sum, round) => sum + round.savesLost, 0);
  const spread = `min ${at(0)} median ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`;
  return `kill: ${rounds.length} rounds, ${savesLost} acknowledged saves lost, text lost at SIGKILL ${spread}`;
}
