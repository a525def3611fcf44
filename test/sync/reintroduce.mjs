/**
 * `node test/sync/reintroduce.mjs`: puts each known bug back into a copy of the code and runs the tests that
 * have to see it. Fails where one stays green, and where the code to replace is no longer there. By hand, some
 * fifteen minutes. `--only '^(TAKE|LOOP)'` takes those of that name.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bugs } from './bugs.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    histories: { type: 'string', default: '300' },
    seed: { type: 'string', default: '2' },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'footprint-bugs-'));
const left = ['src', 'test', 'endpoint', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
for (const name of left) cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Each text stands there exactly once. */
function replaced(text, { file, from, to }) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} has this ${parts.length - 1} times:\n${from}`);
  return parts.join(to);
}

/** What a run says of the first test that failed; undefined where all are green. */
function redIn({ file, named }) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const pattern = named === undefined ? [] : ['-t', named.replace(/[[\]]/g, '\\$&')];
  const args = ['vitest', 'run', '--project', 'unit', file, ...pattern];
  const { output } = spawnSync(
    'npx',
    ['--no-install', ...args, '--reporter=json', `--outputFile=${report}`],
    {
      cwd: copy,
      encoding: 'utf8',
      env: {
        ...process.env,
        SIM_QUICK: '1',
        SIM_HISTORIES: values.histories,
        SIM_SEED: values.seed,
      },
    },
  );
  const { testResults, numTotalTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed');
  // A file that does not even load is no finding.
  if (numTotalTests === 0 || numTotalTests === numPendingTests)
    throw new Error(`Nothing ran in ${file}: ${output.join('').slice(-2000)}`);
  const found = failed.at(-1);
  if (!found) return undefined;
  const message = found.failureMessages.join('\n');
  const [, after = ''] = /failed after (\d+) tests/.exec(message) ?? [];
  const [, cause = ''] = /Got (.*)/.exec(message) ?? [undefined, message.split('\n')[0]];
  const names = failed.map(({ title }) => title.slice(0, 60)).join('; ');
  return { names, after, cause: cause.slice(0, 110), count: failed.length };
}

let green = 0;
for (const { name, edits, sees } of bugs) {
  if (!new RegExp(values.only).test(name)) continue;
  const files = [...new Set(edits.map(({ file }) => file))];
  const before = files.map((file) => readFileSync(join(root, file), 'utf8'));
  try {
    files.forEach((file, i) => {
      const own = edits.filter((edit) => edit.file === file);
      writeFileSync(join(copy, file), own.reduce(replaced, before[i]));
    });
    for (const each of sees) {
      const red = redIn(each);
      const where = `${each.file.split('/').at(-1)}${each.named ? ` ${each.named}` : ''}`;
      if (!red) green += 1;
      const said = red
        ? `red${red.after === '' ? '' : ` after ${red.after} histories`} | ${red.cause} | ${red.names}`
        : 'GREEN | |';
      console.log(`| ${name} | ${where} | ${said} |`);
    }
  } catch (cause) {
    green += 1;
    console.log(`| ${name} | | NOT RUN: ${String(cause).slice(0, 500)} | | |`);
  } finally {
    files.forEach((file, i) => {
      writeFileSync(join(copy, file), before[i]);
    });
  }
}
rmSync(copy, { recursive: true, force: true });
console.log(green === 0 ? 'Each was seen.' : `${green} were not seen.`);
process.exit(green === 0 ? 0 : 1);
