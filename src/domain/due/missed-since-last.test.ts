import { expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { away, day, held, islington, swindon } from '../../../test/due-builders.ts';
import { gapNotes } from './leave-gap.ts';
import { missedMonths } from './missed-months.ts';

const known = {
  holidays,
  worker: { stage: 'default' as const },
  footprintStartedOn: day('2026-08-03'),
  absences: { leave: [away('2026-11-02', '2026-12-04')], planned: [] },
};

it('[GAP5] only what was missed after the last session before it', () => {
  const question = { ...known, profile: islington, sessions: held('2026-10-14') };
  const until = day('2026-12-07');
  const months = (sinceLast?: boolean) =>
    missedMonths({ ...question, until, sinceLast }).map(({ month }) => month);
  expect(months()).toEqual(['2026-09', '2026-11']);
  expect(months(true)).toEqual(['2026-11']);
  expect(gapNotes({ ...question, until, openCases: 3, sinceLast: true })).toMatchObject({
    months: [{ month: '2026-11', reason: 'leave' }],
    childRecords: 3,
  });
});

it('[GAP5] before the first session everything since the first known day', () => {
  const first = { ...known, profile: islington, sessions: [], until: day('2026-10-01') };
  expect(missedMonths({ ...first, sinceLast: true }).map(({ month }) => month)).toEqual([
    '2026-09',
  ]);
});

it('[GAP5] each part of supervision has a last session of its own', () => {
  const sessions = [
    { on: day('2026-09-01'), parts: ['personal'] as const }, // due 1 October
    { on: day('2026-09-28'), parts: ['case'] as const }, // due 28 October
  ];
  const question = { ...known, profile: swindon, sessions, until: day('2026-10-12') };
  expect(missedMonths({ ...question, sinceLast: true }).map(({ month }) => month)).toEqual([
    '2026-10',
  ]);
});
