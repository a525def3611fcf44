import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import { alwaysCodes, scoredCodes } from '#domain/flags/flag.ts';
import { day } from '../../../test/due-builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import { longestWaiting, type RankableCase, rankCases, scoreOf } from './rank-cases.ts';

const order = (...cases: readonly RankableCase[]) => rankCases(cases).map(({ item }) => item.ref);
const child = (ref: string, over: Partial<RankableCase> = {}): RankableCase => ({
  ref,
  flags: [],
  ...over,
});

it('[PLAN1] the first group by its listed order, whatever the points', () => {
  const first = [...alwaysCodes].map((code, at) =>
    child(`${9 - at}`, { flags: [flag(code), flag('CP', at * 10)] }),
  );
  expect(order(child('A', { flags: [flag('RISK_UP', 200)] }), ...first.toReversed())).toEqual([
    ...first.map(({ ref }) => ref),
    'A',
  ]);
});

it('[PLAN1] among worries the practitioner’s own order comes before the points', () => {
  const worry = (ref: string, place: number, points: number) =>
    child(ref, { flags: [flag('PRACT_WORRY', 0, { place }), flag('CP', points)] });
  expect(order(worry('A', 2, 90), worry('B', 1, 10), worry('C', 3, 150))).toEqual(['B', 'A', 'C']);
});

it('[PLAN1] among equal first flags the points decide', () => {
  const urgent = (ref: string, points: number) =>
    child(ref, { flags: [flag('URGENT'), flag('DRIFT', points)] });
  expect(order(urgent('A', 10), urgent('B', 60))).toEqual(['B', 'A']);
});

it('[PLAN2] a score is the sum of the points, 200 at most', () => {
  expect(scoreOf([flag('RISK_UP', 60), flag('CP', 30), flag('ROTATION_DUE')])).toBe(90);
  expect(scoreOf([flag('RISK_UP', 150), flag('CP', 150)])).toBe(200);
  expect(scoreOf([])).toBe(0);
  const over = (ref: string, points: number) => child(ref, { flags: [flag('CP', points)] });
  expect(order(over('B', 300), over('A', 200))).toEqual(['A', 'B']);
});

it('[PLAN3] ties: longest since in depth, since any discussion, earliest due, reference', () => {
  const [early, late] = [day('2026-03-02'), day('2026-09-07')];
  expect(
    order(child('A', { lastInDepthOn: late }), child('B', { lastInDepthOn: early }), child('C')),
  ).toEqual(['C', 'B', 'A']);
  const same = { lastInDepthOn: early };
  expect(
    order(
      child('A', { ...same, lastFormalOn: late }),
      child('B', { ...same, lastFormalOn: early }),
    ),
  ).toEqual(['B', 'A']);
  expect(
    order(
      child('A', { ...same }),
      child('B', { ...same, dueOn: late }),
      child('C', { ...same, dueOn: early }),
    ),
  ).toEqual(['C', 'B', 'A']);
  expect(order(child('B', same), child('A', same))).toEqual(['A', 'B']);
});

it('[PLAN6] who has waited longest, whatever the flags', () => {
  const flags = [flag('URGENT')];
  const cases = [
    child('A', { lastInDepthOn: day('2026-03-02') }),
    child('B', { lastInDepthOn: day('2026-09-07'), flags }),
    child('C', { flags }),
    child('D', { lastInDepthOn: day('2026-03-02'), lastFormalOn: day('2026-05-04') }),
  ];
  expect(longestWaiting(cases).map(({ ref }) => ref)).toEqual(['C', 'A', 'D', 'B']);
});

const anyDay = fc.option(
  fc.integer({ min: 0, max: 3 }).map((n) => addDays(day('2026-01-01'), n)),
  { nil: undefined },
);
const anyFlag = fc.oneof(
  fc.constantFrom(...alwaysCodes).map((code) => flag(code)),
  fc.record({ place: fc.integer({ min: 1, max: 3 }) }).map((more) => flag('PRACT_WORRY', 0, more)),
  fc
    .tuple(fc.constantFrom(...scoredCodes), fc.constantFrom(15, 30, 200))
    .map(([code, points]) => flag(code, points)),
);
const anyCases = fc.uniqueArray(
  fc.record({
    ref: fc.stringMatching(/^[a-d]{1,3}$/),
    flags: fc.array(anyFlag, { maxLength: 3 }),
    lastInDepthOn: anyDay,
    lastFormalOn: anyDay,
    dueOn: anyDay,
  }),
  { selector: ({ ref }) => ref, maxLength: 12 },
);

it('[PLAN3] one order, whatever the order they come in, and no child is lost', () => {
  fc.assert(
    fc.property(anyCases, fc.infiniteStream(fc.nat()), (cases, dice) => {
      const shuffled = cases
        .map((item) => ({ item, at: dice.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
      const ranked = rankCases(cases);
      expect(rankCases(shuffled)).toEqual(ranked);
      expect(ranked.map(({ item }) => item.ref).toSorted()).toEqual(
        cases.map(({ ref }) => ref).toSorted(),
      );
    }),
    { numRuns: 500 },
  );
});

it('[PLAN1, PLAN2, PLAN3] each stands before the next by the first key that differs', () => {
  fc.assert(
    fc.property(anyCases, (cases) => {
      const ranked = rankCases(cases);
      for (const [at, { item: a, isAlways, score }] of ranked.entries()) {
        const next = ranked[at + 1];
        if (!next) continue;
        const firstOf = ({ flags }: RankableCase) => {
          const codes: readonly string[] = flags.map(({ code }) => code);
          return alwaysCodes.findIndex((code) => codes.includes(code));
        };
        expect(isAlways || !next.isAlways).toBe(true);
        if (isAlways && next.isAlways) expect(firstOf(a)).toBeLessThanOrEqual(firstOf(next.item));
        if (isAlways || next.isAlways) continue;
        expect(score).toBeGreaterThanOrEqual(next.score);
        if (score !== next.score) continue;
        expect((a.lastInDepthOn ?? '') <= (next.item.lastInDepthOn ?? '')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
