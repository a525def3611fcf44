/** Mutation tests of the rules: `npm run all`, or one group. What they found: docs/mutation-testing.md. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const stryker = path('node_modules/@stryker-mutator/core/bin/stryker.js');

for (const group of process.argv.slice(2)) {
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', 'bench/mutation/stryker.config.mjs'],
    { cwd: path('../..'), stdio: 'inherit', env: { ...process.env, MUTATION_GROUP: group } },
  );
  if (status !== 0) process.exitCode = 1;
}
