import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const rules = [
  ...readFileSync(join(here, '../src/sync/RULES.md'), 'utf8').matchAll(
    /^- \*\*((?:ACL|SRV)\d+)\*\*/gm,
  ),
].map(([, number = '']) => number);
const tested = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(here, path), 'utf8'))
  .flatMap((source) => [...source.matchAll(/['"`]\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g)])
  .flatMap(([, numbers = '']) => numbers.split(/, ?/));

it('every rule of the endpoint has a test, and every number that a test cites is a rule', () => {
  expect(rules.length).toBeGreaterThan(40);
  expect(rules).toEqual([...new Set(rules)]);
  expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
  expect(tested.filter((number) => !rules.includes(number))).toEqual([]);
});
