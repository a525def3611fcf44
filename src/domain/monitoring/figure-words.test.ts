import { expect, it } from 'vitest';
import { figureIds, makeFigure, notMeasured } from '#domain/figures/figure.ts';
import { day } from '../../../test/due-builders.ts';
import {
  figureSections,
  percentOf,
  shownFigure,
  toLookAtIn,
  whatItCounts,
} from './figure-words.ts';

const rule = { rule: 'R-14', clause: '000:113' };
const child = (ref: string, counted: boolean, group: string, dueOn: string) => ({
  ref,
  worker: 'w1',
  counted,
  group,
  dueOn: day(dueOn),
  why: `Due by ${dueOn}.`,
});
const called = (_: unknown, { ref }: { readonly ref: string }) => `CH-${ref}`;

it('[MONITOR2] whole per cent, and 0 and 100 are none and all alone', () => {
  const cases = [
    [0, 5, 0],
    [5, 5, 100],
    [1, 3, 33],
    [2, 3, 67],
    [4, 5, 80],
    [199, 200, 99],
    [1, 300, 1],
  ] as const;
  for (const [n, of, percent] of cases) expect(percentOf(n, of), `${n}/${of}`).toBe(percent);
});

it('[MONITOR2] what is not measured has no percentage, and says why', () => {
  const why = 'Footprint holds no observations yet.';
  const none = notMeasured('directObservation', rule, { worker: 'w1', why });
  expect(shownFigure(none, called)).toMatchObject({
    words: `Not measured. ${why}`,
    isMeasured: false,
    beside: [],
  });
  const before = 'Not measured before 1 November 2026: Footprint holds nothing from then.';
  const early = notMeasured('gapsExplained', rule, { worker: 'w1', why: before });
  expect(shownFigure(early, called).words).toBe(before);
});

it('[MONITOR5] children by status, the one overdue longest by its reference, and who was left out', () => {
  const list = [
    child('1', true, 'Child in need', '2026-11-30'),
    child('2', false, 'Child in need', '2026-11-10'),
    child('3', false, 'Child protection', '2026-10-31'),
    child('4', true, 'Child protection', '2026-12-04'),
  ];
  const unmeasured = [
    { worker: 'w1', why: 'No date held.' },
    { worker: 'w1', why: 'No date held.' },
  ];
  const shown = shownFigure(
    makeFigure('childrenInDate', rule, { list, unmeasured, none: '' }),
    called,
  );
  expect(shown.words).toBe('2 of 4 (50%)');
  expect(shown.beside).toEqual([
    'Child in need: 1 of 2',
    'Child protection: 1 of 2',
    'Overdue longest: CH-3. Due by 2026-10-31.',
    'Not counted, 2 times: No date held.',
  ]);
  expect(toLookAtIn(shown).map(({ about }) => about)).toEqual(['CH-2', 'CH-3']);
  expect(JSON.stringify(shown)).not.toContain('"1"'); // what the app finds its records by is not on it
});

it('[MONITOR5] of actions carried forward it is what is counted that is looked at', () => {
  const [a, b] = [child('1', true, '', '2026-11-30'), child('2', false, '', '2026-11-30')];
  const shown = shownFigure(makeFigure('carriedTwice', rule, { list: [a, b], none: '' }), called);
  expect(toLookAtIn(shown).map(({ about }) => about)).toEqual(['CH-1']);
});

it('[MONITOR5] every figure stands in one section and says what it counts', () => {
  expect(figureSections.flatMap(({ ids }) => ids).toSorted()).toEqual(figureIds.toSorted());
  for (const id of figureIds) expect(whatItCounts[id], id).toMatch(/\.$/);
});
