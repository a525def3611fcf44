import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));

/** Rules of the hand-over file are about two devices: their tests stand beside that code. */
const testedFolders = [here, join(here, '../exchange/handover')];

/** `- **REC1** …` opens a rule. A number in bold elsewhere is a mention and must be one of them. */
const opened = /^- \*\*([A-Z]+\d+)\*\*/gm;
const bold = /\*\*([A-Z]+\d+)\*\*/g;

/** The name is the first argument: `it('[REC1] …')`, `it.each(…)('[REC1, REC2] …')`. */
const named = /(?<!\.(?:skip|todo))\(\s*['"`]\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g;

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const withoutComments = (source: string) => source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

describe('rules and tests', () => {
  const rulesFile = readFileSync(join(here, 'RULES.md'), 'utf8');
  const rules = found(rulesFile, opened);
  const tested = testedFolders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.test.ts'))
    .flatMap((path) => found(withoutComments(readFileSync(path, 'utf8')), named))
    .flatMap((numbers) => numbers.split(/, ?/));

  it('found rules and tests to compare', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(tested.length).toBeGreaterThan(0);
  });

  it('no number is given twice, and every number in bold is a rule', () => {
    expect(rules).toEqual([...new Set(rules)]);
    expect(found(rulesFile, bold).filter((number) => !rules.includes(number))).toEqual([]);
  });

  it('every rule has a test', () => {
    expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
  });

  it('every number a test cites is a rule', () => {
    expect([...new Set(tested)].filter((number) => !rules.includes(number))).toEqual([]);
  });
});
