import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const given = 'src/domain/vectors/test-vectors.json';
const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The build of `npm run vectors`, run as it is run there, without building it again. */
function run(files: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout } = spawnSync(
    'node',
    ['node_modules/.cache/vectors/vectors-cli.js', ...files],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: process.cwd(), ...env } },
  );
  return { status, lines: stdout.trimEnd().split('\n') };
}

let first: { readonly status: number | null; readonly stdout: string };
beforeAll(() => {
  first = spawnSync('npm', ['run', '--silent', 'vectors', '--', given], { encoding: 'utf8' });
}, 60_000);

it('[VEC1] npm run vectors prints a line for each vector and the count', () => {
  const lines = first.stdout.trimEnd().split('\n');
  expect(first.status).toBe(0);
  expect(lines).toHaveLength(23);
  expect([lines[0], lines.at(-1)]).toEqual(['TV01 passed', '22 passed, 0 failed']);
});

it('[VEC2] a failure names its key, and ends the command with 1', () => {
  const file = JSON.parse(readFileSync(given, 'utf8'));
  const [vector] = file.vectors;
  vector.expect = { ...vector.expect, recordDueBy: '2026-12-28', dueOn: '2026-12-29' };
  const { status, lines } = run([fileOf('wrong.json', JSON.stringify(file)), given]);
  expect(status).toBe(1);
  expect(lines[0]).toBe(
    'TV01 FAILED recordDueBy: expected 2026-12-28, got 2026-12-29; ' +
      'dueOn: expected 2026-12-29, got no such key',
  );
  expect(lines.at(-1)).toBe('43 passed, 1 failed');
});

it('[VEC4] nothing to run is a failure too', () => {
  const empty = fileOf('empty.json', '{"vectors":[]}');
  for (const files of [[], [join(folder, 'missing.json')], [empty], [fileOf('no.json', '{')]])
    expect(run(files).status, files.join()).toBe(1);
  const mixed = run([given, empty]);
  expect(mixed.status).toBe(1);
  expect(mixed.lines.at(-1)).toBe('22 passed, 1 failed');
}, 30_000);

it('[DUE7] the same lines whatever the machine’s time zone and language', () => {
  const elsewhere = [
    { TZ: 'Pacific/Apia', LANG: 'sm_WS.UTF-8', LC_ALL: 'sm_WS.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
    { TZ: 'Asia/Tehran', LANG: 'fa_IR.UTF-8', LC_ALL: 'fa_IR.UTF-8' },
  ];
  const files = [given, 'src/domain/vectors/more-vectors.json'];
  const here = run(files);
  for (const env of elsewhere) expect(run(files, env), env.TZ).toEqual(here);
}, 30_000);

it('[VEC6] a profile is checked, every fault of it, and vectors after it may be of it', () => {
  const { profiles } = JSON.parse(readFileSync('src/domain/policies/profiles.json', 'utf8'));
  const [swindon] = profiles;
  const worker = { ...swindon.worker, default: { interval: 'P2M', basis: 'rolling' } };
  const own = { ...swindon, id: 'north', label: 'North', worker };
  const profile = fileOf('north.json', JSON.stringify(own));
  const given = { sessions: [{ on: '2026-11-04' }] };
  const vector = { id: 'N1', profile: 'north', given, expect: { dueBy: '2027-01-04' } };
  const vectors = fileOf('north-vectors.json', JSON.stringify({ vectors: [vector] }));
  expect(run([profile, vectors])).toEqual({
    status: 0,
    lines: [`${profile} passed: North`, 'N1 passed', '2 passed, 0 failed'],
  });
  expect(run([vectors]).lines[0]).toBe('N1 FAILED profile: expected north, got no such profile');

  const wrong = { ...own, label: '', child: { ...own.child, mode: 'sometimes' } };
  expect(run([fileOf('wrong-profile.json', JSON.stringify(wrong))])).toEqual({
    status: 1,
    lines: [
      `${join(folder, 'wrong-profile.json')} FAILED child.mode: expected "byCohort", ` +
        '"everyOpenCaseEachSession", "allOrSample" or "none", found "sometimes"',
      `${join(folder, 'wrong-profile.json')} FAILED label: expected some text, found ""`,
      '0 passed, 2 failed',
    ],
  });
});
