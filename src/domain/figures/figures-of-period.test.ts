import { expect, it } from 'vitest';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { bracknell, day } from '../../../test/due-builders.ts';
import { askedOf, said, sessionsOn, someRecords } from '../../../test/figure-builders.ts';
import { figureOf } from './add-figures.ts';
import type { FigureId } from './figure.ts';
import type { WorkerRecords } from './figure-facts.ts';
import { figuresOfPeriod, monthsFrom } from './figures-of-period.ts';
import { figuresOfWorker } from './figures-of-worker.ts';

const months = (first: string, last: string) =>
  monthsFrom(first as CalendarMonth, last as CalendarMonth);

const period = (
  id: FigureId,
  [first, last]: readonly [string, string],
  over: Partial<WorkerRecords> & { readonly today?: string },
) => {
  const { today = '2026-12-15', ...records } = over;
  const sets = months(first, last).map((month) =>
    figuresOfWorker(askedOf(bracknell, { month, today }), someRecords(records)),
  );
  return figureOf(figuresOfPeriod(sets), id);
};

it('[FIG21] the months from the first to the last, over a new year too', () => {
  expect(months('2026-11', '2027-01')).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(months('2026-11', '2026-11')).toEqual(['2026-11']);
  expect(months('2026-11', '2026-10')).toEqual([]);
});

/**
 * Every 4 weeks. 4 August, so 1 September: held. Then 29 September: held on 6 October, 7 days late, and in
 * both months' lists. From there 3 November: held. Three due days, two of them met; added up it would be four.
 */
it('[FIG21] a day that two months list is counted once, as the later one has it', () => {
  const sessions = sessionsOn('2026-08-04', '2026-09-01', '2026-10-06', '2026-11-03');
  const found = period('supervisionInTime', ['2026-09', '2026-11'], { sessions });
  expect(found.list.map(({ dueOn, counted }) => [dueOn, counted])).toEqual([
    ['2026-09-01', true],
    ['2026-09-29', false],
    ['2026-11-03', true],
  ]);
  expect(found).toMatchObject({ numerator: 2, denominator: 3, outcome: 'measured' });
  expect(found.list[1]?.why).toContain('held on 6 October 2026, 7 days late.');
});

it('[FIG21] what was not due yet at the end of one month is as the next one has it', () => {
  // Made on 20 October: no session in October, settled by the one of 3 November.
  const decisions = [
    {
      id: 'd1',
      decidedAt: day('2026-10-20'),
      significance: 'routine' as const,
      changesDirection: true,
    },
  ];
  const revisiting = [
    {
      on: day('2026-11-03'),
      kind: 'formal' as const,
      revisits: [{ decisionId: 'd1', outcome: 'confirmed' as const }],
    },
  ];
  const found = period('decisionsRevisited', ['2026-10', '2026-11'], { decisions, revisiting });
  expect([found.numerator, found.denominator, found.toCome.length]).toEqual([1, 1, 0]);
});

it('[FIG21, FIG2] a month before Footprint is said, and is no 0', () => {
  const footprintStartedOn = day('2026-11-01');
  const sessions = sessionsOn('2026-11-10');
  const found = period('supervisionInTime', ['2026-10', '2026-11'], {
    footprintStartedOn,
    sessions,
  });
  const why = 'Not measured before 1 November 2026: Footprint holds nothing from then.';
  expect(found.unmeasured).toEqual([{ worker: 'w1', why }]);
  expect(said(found)).toBe('1 of 1');
  expect(said(period('allCases', ['2026-09', '2026-10'], { footprintStartedOn }))).toBe(why);
});

it('[FIG22] what stands is that of the last month: an action settled by then is not open', () => {
  const actions = [
    {
      ref: 'a1',
      agreedOn: day('2026-09-01'),
      carriedOn: [day('2026-09-29'), day('2026-10-27')],
      settledOn: day('2026-11-20'),
    },
  ];
  expect(said(period('carriedTwice', ['2026-09', '2026-10'], { actions }))).toBe('1 of 1');
  expect(said(period('carriedTwice', ['2026-09', '2026-11'], { actions }))).toBe(
    'No action was open.',
  );
  expect(said(period('agreementInDate', ['2026-09', '2026-11'], {}))).toBe('0 of 1');
});

it('[FIG21] no month, no figure', () => {
  expect(figuresOfPeriod([])).toEqual([]);
});
