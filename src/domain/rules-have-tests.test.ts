import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));

/** Rules of what is stored, of files that come and go, and of what is brought in: their tests stand beside that code. */
const testedFolders = [
  here,
  join(here, '../storage'),
  join(here, '../exchange/handover'),
  join(here, '../exchange/out'),
  join(here, '../exchange/access'),
  join(here, '../exchange/brought-in'),
];

/** `- **REC1** …` opens a rule. A number in bold elsewhere is a mention and must be one of them. */
const opened = /^- \*\*([A-Z]+\d+)\*\*/gm;
const bold = /\*\*([A-Z]+\d+)\*\*/g;

/** The name is the first argument: `it('[REC1] …')`, `it.each(…)('[REC1, REC2] …')`. */
const named = /(?<!\.(?:skip|todo))\(\s*['"`]\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g;

/** `| R-13 | what it says | rule: CHILD10 |`: a line of the table of the policies' rules and readings. */
const tabled = /^\| ([RC]-\d+) \| .+? \| (rule|shown|not yet): (.+) \|$/gm;
const namedInTable = /(?<!\.(?:skip|todo))\(\s*['"`]\[([RC]-\d+(?:, ?[RC]-\d+)*)\]/g;

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const withoutComments = (source: string) => source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

describe('rules and tests', () => {
  const rulesFile = readFileSync(join(here, 'RULES.md'), 'utf8');
  const rules = found(rulesFile, opened);
  const sources = testedFolders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => withoutComments(readFileSync(path, 'utf8')));
  const citedIn = (pattern: RegExp) =>
    sources.flatMap((source) => found(source, pattern)).flatMap((numbers) => numbers.split(/, ?/));
  const tested = citedIn(named);

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
    const ofSync = found(readFileSync(join(here, '../sync/RULES.md'), 'utf8'), opened);
    const known = new Set([...rules, ...ofSync]);
    expect([...new Set(tested)].filter((number) => !known.has(number))).toEqual([]);
  });

  describe('the policies’ rules and readings', () => {
    const table = [...rulesFile.matchAll(tabled)].map(
      ([, number = '', state = '', carried = '']) => ({
        number,
        state,
        carried,
      }),
    );
    const numbersIn = (states: readonly string[]) =>
      table.filter(({ state }) => states.includes(state)).map(({ number }) => number);
    const testedInTable = [...new Set(citedIn(namedInTable))];
    const upTo = (letter: string, last: number) =>
      Array.from({ length: last }, (_, i) => [`${letter}-${i + 1}`, `${letter}-0${i + 1}`]);

    it('all 62 rules and 33 readings are in the table, each once and in order', () => {
      const all = [...upTo('R', 62), ...upTo('C', 33)];
      expect(table).toHaveLength(all.length);
      const wrong = table.filter(({ number }, i) => !all[i]?.includes(number));
      expect(wrong.map(({ number }) => number)).toEqual([]);
    });

    it('each that is a rule names the rules that carry it, and they are here', () => {
      for (const { number, state, carried } of table) {
        const carriers = found(carried, /\b([A-Z]{2,}\d+)\b/g);
        if (state === 'rule') expect(carriers, number).not.toEqual([]);
        expect(
          carriers.filter((name) => !rules.includes(name)),
          number,
        ).toEqual([]);
      }
    });

    it('each that is called a rule has a test', () => {
      expect(numbersIn(['rule']).filter((number) => !testedInTable.includes(number))).toEqual([]);
    });

    it('no test cites one that is not there yet', () => {
      const there = numbersIn(['rule', 'shown']);
      expect(testedInTable.filter((number) => !there.includes(number))).toEqual([]);
    });
  });
});
