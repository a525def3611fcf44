import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { addDays, endOfMonth, monthOf } from '#domain/dates/calendar-date.ts';
import { missedMonths } from '#domain/due/missed-months.ts';
import { workerSupervisionDue } from '#domain/due/worker-due.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { childRecordDeadline } from '#domain/recording/recording-deadline.ts';
import { day } from '../../../test/due-builders.ts';
import { someRecords } from '../../../test/figure-builders.ts';
import { addFigures, figureOf } from './add-figures.ts';
import type { Figure } from './figure.ts';
import type { WorkerRecords } from './figure-facts.ts';
import type { FigureQuestion } from './figure-month.ts';
import { figuresOfWorker } from './figures-of-worker.ts';

const start = day('2026-03-02');
const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(start, n));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const days = (maxLength: number) => fc.array(anyDay, { maxLength });
const anyProfile = fc.constantFrom(...listProfiles());

const anyQuestion: fc.Arbitrary<FigureQuestion> = fc
  .record({ profile: anyProfile, on: anyDay, later: fc.integer({ min: -5, max: 60 }) })
  .map(({ profile, on, later }) => ({
    profile,
    holidays,
    month: monthOf(on),
    today: addDays(endOfMonth(on), later),
  }));

const anyChild = (ref: string) =>
  fc.record({
    ref: fc.constant(ref),
    from: anyDay,
    until: maybe(anyDay),
    status: fc.constantFrom('CIN', 'CP', 'Care Experienced'),
    facts: fc.record({ cohorts: fc.constantFrom(['CIN'], ['CARE_EXP'], ['EH'], ['ASSESS']) }),
    events: fc.array(
      fc.record({
        on: anyDay,
        kind: fc.constantFrom('formal', 'group', 'oversight', 'midwayCheck'),
      }),
      { maxLength: 5 },
    ),
  }) as fc.Arbitrary<WorkerRecords['children'][number]>; // the lists of words are wider than the unions

const anyRecord = fc
  .record({ on: anyDay, recordedOn: maybe(anyDay) })
  .map(({ on, recordedOn }) => ({
    ref: on,
    on,
    recordedOn,
    deadline: childRecordDeadline({
      profile: listProfiles()[1] as never, // Islington: with a number of days
      holidays,
      sessionDate: on,
      significance: 'routine',
    }),
  }));

const anyRecords = (ref = 'w1'): fc.Arbitrary<WorkerRecords> =>
  fc
    .record({
      worker: fc.record({
        stage: fc.constantFrom('default' as const, 'asye' as const, 'manager' as const),
        startedOn: maybe(anyDay),
      }),
      footprintStartedOn: maybe(anyDay),
      sessions: fc
        .array(
          fc.record({
            on: anyDay,
            parts: maybe(fc.constantFrom(['personal'] as const, ['case'] as const)),
          }),
          { maxLength: 8 },
        )
        .map((all) => all.map((each, n) => ({ ...each, ref: `s${n}` }))),
      planned: fc
        .array(fc.record({ plannedFor: anyDay, heldOn: maybe(anyDay) }), { maxLength: 4 })
        .map((all) => all.map((each, n) => ({ ...each, ref: `p${n}` }))),
      children: fc.tuple(anyChild('c1'), anyChild('c2'), anyChild('c3')),
      childRecords: fc.array(anyRecord, { maxLength: 4 }),
      observedOn: maybe(days(2)),
      absences: fc.record({
        leave: fc
          .array(fc.record({ start: anyDay, length: fc.integer({ min: 0, max: 40 }) }), {
            maxLength: 2,
          })
          .map((all) =>
            all.map(({ start: from, length }) => ({ start: from, end: addDays(from, length) })),
          ),
        planned: fc.array(fc.record({ on: anyDay, exceptionalReason: fc.boolean() }), {
          maxLength: 2,
        }),
      }),
      actions: fc.array(
        fc.record({
          ref: fc.constant('a'),
          agreedOn: anyDay,
          carriedOn: days(3),
          settledOn: maybe(anyDay),
        }),
        { maxLength: 3 },
      ),
    })
    .map((over) => someRecords({ ...over, ref }));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function checkOne(figure: Figure): void {
  const counted = figure.list.filter((item) => item.counted).length;
  expect(figure.list.length).toBe(figure.denominator);
  expect(counted).toBe(figure.numerator);
  expect(figure.numerator <= figure.denominator).toBe(true);
  expect(figure.outcome === 'measured').toBe(figure.denominator > 0);
  if (figure.outcome === 'notMeasured') expect(figure.why).not.toBe('');
  for (const item of [...figure.list, ...figure.toCome]) expect(item.why).not.toBe('');
  expect(figure.toCome.every((item) => !item.counted)).toBe(true);
  // An explained gap is one that was not met, or one whose explaining is what is counted.
  for (const item of figure.list)
    if (item.explained) expect(item.counted).toBe(figure.id === 'gapsExplained');
}

it('[FIG1, FIG2] any figure: its numbers are those of its list, and nothing is 0 or 100 % of nothing', () => {
  fc.assert(
    fc.property(anyQuestion, anyRecords(), (question, records) => {
      const figures = figuresOfWorker(question, records);
      for (const figure of figures) checkOne(figure);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('[FIG18] the sums of the workers are the supervisor’s, and those of the supervisors the team’s', () => {
  const four = fc.tuple(anyRecords('w1'), anyRecords('w2'), anyRecords('w3'), anyRecords('w4'));
  fc.assert(
    fc.property(anyQuestion, four, (question, all) => {
      const [a = [], b = [], c = [], d = []] = all.map((each) => figuresOfWorker(question, each));
      const parts = [a, b, c, d];
      const team = addFigures(parts);
      expect(addFigures([addFigures([a, b]), addFigures([c, d])])).toEqual(team);
      for (const figure of team) {
        checkOne(figure);
        const own = parts.map((set) => figureOf(set, figure.id));
        expect(figure.numerator).toBe(sum(own.map(({ numerator }) => numerator)));
        expect(figure.denominator).toBe(sum(own.map(({ denominator }) => denominator)));
        expect(figure.list).toEqual(own.flatMap(({ list }) => list));
        expect(figure.unmeasured).toEqual(own.flatMap(({ unmeasured }) => unmeasured));
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

it('[FIG5] the months that are missed are those of LEAVE4, and stay so whatever is held later', () => {
  fc.assert(
    fc.property(anyQuestion, anyRecords(), days(4), (asked, records, later) => {
      const last = endOfMonth(day(`${asked.month}-01`));
      const until = addDays(last, 1);
      const question = { ...asked, today: until };
      fc.pre(records.footprintStartedOn === undefined || records.footprintStartedOn <= last);
      fc.pre(records.worker.startedOn === undefined || records.worker.startedOn <= last);
      const found = figureOf(figuresOfWorker(question, records), 'monthSupervised');
      const missed = missedMonths({ ...records, profile: asked.profile, holidays, until }).find(
        ({ month }) => month === asked.month,
      );
      expect(found.list.some(({ counted }) => !counted)).toBe(missed !== undefined);
      if (missed) expect(found.list[0]?.explained).toBe(missed.reason);

      const since = later.filter((on) => on > last).map((on) => ({ ref: on, on }));
      const again = { ...question, today: addDays(last, 90) };
      const more = { ...records, sessions: [...records.sessions, ...since] };
      expect(figureOf(figuresOfWorker(again, more), 'monthSupervised')).toEqual(found);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('[FIG4] the day that every screen calls due is in the figure: to come, or missed', () => {
  let looked = 0;
  fc.assert(
    fc.property(anyProfile, anyDay, anyRecords(), (profile, now, records) => {
      const due = workerSupervisionDue({ ...records, profile, holidays, now });
      const { footprintStartedOn = now, worker } = records;
      if (due.outcome === 'none' || monthOf(due.dueOn) !== monthOf(now)) return;
      if (footprintStartedOn > now || (worker.startedOn ?? now) > now) return;
      looked += 1;
      const question = { profile, holidays, month: monthOf(now), today: now };
      const found = figureOf(figuresOfWorker(question, records), 'supervisionInTime');
      const where = due.dueOn < now ? found.list.filter(({ counted }) => !counted) : found.toCome;
      expect(where.map(({ dueOn }) => dueOn)).toContain(due.dueOn);
    }),
    { numRuns: 1500 },
  );
  expect(looked).toBeGreaterThan(50);
}, 60_000);

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it('[FIG19] the machine’s time zone changes no figure', () => {
  fc.assert(
    fc.property(anyQuestion, anyRecords(), (question, records) => {
      const [here, there] = ['Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
        process.env.TZ = zone;
        return figuresOfWorker(question, records);
      });
      expect(here).toEqual(there);
    }),
    { numRuns: 60 },
  );
});
