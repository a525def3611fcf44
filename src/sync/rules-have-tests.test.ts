import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The client's rules; those of the endpoint have theirs beside it. */
const CLIENT = /^- \*\*((?:LOOP|TAKE|RECON|DIR|SENT|SIGN)\d+)\*\*/gm;
const folders = ['src/sync', 'src/storage', 'src/domain', 'src/app', 'src/exchange', 'test/sync'];

const rules = [...readFileSync('src/sync/RULES.md', 'utf8').matchAll(CLIENT)].map(
  ([, number = '']) => number,
);
const tested = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.test\.tsx?$/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  )
  .flatMap((source) => [...source.matchAll(/['"`]\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g)])
  .flatMap(([, numbers = '']) => numbers.split(/, ?/));

it('every rule of the client has a test', () => {
  expect(rules.length).toBeGreaterThan(25);
  expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
});
