import { expect, it } from 'vitest';
import { day, islington } from '../../../test/due-builders.ts';
import {
  askedOf,
  childOnList,
  said,
  sessionsOn,
  someRecords,
} from '../../../test/figure-builders.ts';
import { addFigures, figureOf } from './add-figures.ts';
import { figureIds, makeFigure, notMeasured } from './figure.ts';
import { figuresOfWorker } from './figures-of-worker.ts';

const asked = askedOf(islington);
const held = figuresOfWorker(
  asked,
  someRecords({ ref: 'held', sessions: sessionsOn('2026-11-04') }),
);
const missed = figuresOfWorker(asked, someRecords({ ref: 'missed' }));
const later = figuresOfWorker(
  asked,
  someRecords({ ref: 'new', footprintStartedOn: day('2026-12-01') }),
);

it('[FIG1] every figure of the form, once, with its rule, and in its order', () => {
  expect(held.map(({ id }) => id)).toEqual(figureIds);
  for (const { rule, label } of held) {
    expect(rule).toMatch(/^[RC]-\d+$/);
    expect(label).not.toBe('');
  }
  expect(() => figureOf([], 'allCases')).toThrow('allCases');
});

it('[FIG18] numerators, denominators and lists are added; each line says whose it is', () => {
  const both = figureOf(addFigures([held, missed]), 'supervisionInTime');
  expect(both).toMatchObject({ outcome: 'measured', numerator: 1, denominator: 2 });
  expect(both.list.map(({ worker, counted }) => [worker, counted])).toEqual([
    ['held', true],
    ['missed', false],
  ]);
});

it('[FIG2, FIG18] one who was not measured adds nothing, and it is said', () => {
  const why = 'Not measured before 1 December 2026: Footprint holds nothing from then.';
  const all = figureOf(addFigures([held, later]), 'supervisionInTime');
  expect([said(all), all.unmeasured]).toEqual(['1 of 1', [{ worker: 'new', why }]]);
  expect(addFigures([later, later]).map(said)).toEqual(figureIds.map(() => why));
  expect(addFigures([])).toEqual([]);
});

it('[FIG18] what was not measured is said once, however the workers are put together', () => {
  const noFigure = (worker: string, why: string) => [
    notMeasured('carriedTwice', { rule: 'R-36', clause: 'x' }, { worker, why }),
  ];
  const nothing = (none: string) => [
    makeFigure('carriedTwice', { rule: 'R-36', clause: 'x' }, { list: [], none }),
  ];
  const [a, b, c] = [nothing('No sessions.'), nothing('No actions.'), nothing('No actions.')];
  const once = { why: 'No sessions. No actions.', whys: ['No sessions.', 'No actions.'] };
  expect(addFigures([a, b, c])).toMatchObject([once]);
  expect(addFigures([addFigures([a, b]), c])).toEqual(addFigures([a, b, c]));
  expect(addFigures([a, noFigure('w', 'No form.')])).toMatchObject([{ why: 'No form.' }]);
});

it('[FIG18] how many children somebody has moves no figure of supervision (R-52)', () => {
  const with_ = (count: number) =>
    figuresOfWorker(
      asked,
      someRecords({
        sessions: sessionsOn('2026-11-04'),
        children: Array.from({ length: count }, (_, n) =>
          childOnList(`c${n}`, ['2026-10-14', '2026-11-04']),
        ),
      }),
    );
  const aboutChildren = ['childrenDiscussed', 'childrenInDate'];
  const [few, many] = [3, 28].map((count) =>
    with_(count).filter(({ id }) => !aboutChildren.includes(id)),
  );
  expect(few).toEqual(many);
  expect(said(figureOf(with_(28), 'childrenDiscussed'))).toBe('28 of 28');
});
