import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { figureOf } from '#domain/figures/add-figures.ts';
import type { Figure, FigureId } from '#domain/figures/figure.ts';
import type { ChildOnList, WorkerRecords } from '#domain/figures/figure-facts.ts';
import type { FigureQuestion } from '#domain/figures/figure-month.ts';
import { figuresOfWorker } from '#domain/figures/figures-of-worker.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { day } from './due-builders.ts';

/** A worker of whom Footprint has known since 3 August 2026, with nothing recorded. */
export const someRecords = (over: Partial<WorkerRecords> = {}): WorkerRecords => ({
  ref: 'w1',
  worker: { stage: 'default' },
  footprintStartedOn: day('2026-08-03'),
  sessions: [],
  planned: [],
  absences: { leave: [], planned: [] },
  explainedInWriting: [],
  children: [],
  childRecords: [],
  urgentRecords: [],
  staffNotes: [],
  agreements: [],
  actions: [],
  ...over,
});

export const sessionsOn = (...days: readonly string[]): WorkerRecords['sessions'] =>
  days.map((on) => ({ ref: `s ${on}`, on: day(on) }));

/** On the list since before Footprint, last discussed on these days. */
export const childOnList = (
  ref: string,
  discussed: readonly string[],
  over: Partial<ChildOnList> = {},
): ChildOnList => ({
  ref,
  from: day('2026-01-05'),
  status: 'CIN',
  facts: { cohorts: ['CIN'] },
  events: discussed.map((on) => ({ on: day(on), kind: 'formal' })),
  ...over,
});

/** November 2026, asked once it is over, unless it says otherwise. */
export const askedOf = (
  profile: PolicyProfile,
  over: { readonly month?: string; readonly today?: string } & Partial<
    Pick<FigureQuestion, 'versions'>
  > = {},
): FigureQuestion => ({
  profile,
  holidays,
  versions: over.versions,
  month: (over.month ?? '2026-11') as CalendarMonth,
  today: day(over.today ?? '2026-12-15'),
});

export const figure = (
  id: FigureId,
  question: FigureQuestion,
  over: Partial<WorkerRecords> = {},
): Figure => figureOf(figuresOfWorker(question, someRecords(over)), id);

/** "3 of 4", or why there is none. */
export const said = (found: Figure): string =>
  found.outcome === 'measured' ? `${found.numerator} of ${found.denominator}` : found.why;
