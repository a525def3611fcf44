/**
 * `npm run kill -- --rounds 200`: kills the browser that often, by test/e2e/kill.e2e.ts. A round's seed
 * is printed with it; `--seed` takes the first one again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
  if (/^\d+$/.test(value)) continue;
  console.error(`--${name} takes a whole number, and ${value} is none. Example: --rounds 200`);
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const env = {
  ...process.env,
  KILL_ROUNDS: values.rounds,
  ...(values.seed === undefined ? {} : { KILL_SEED: values.seed }),
};

function run(...command) {
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(`${root}/${process.env.OUT_DIR ?? 'dist'}/index.html`)) run('vite', 'build');
run('playwright', 'test', 'kill.e2e.ts');
