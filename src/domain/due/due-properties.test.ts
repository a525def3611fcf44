import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import {
  addDays,
  addInterval,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  type Interval,
} from '#domain/dates/calendar-date.ts';
import { isWorkingDay } from '#domain/dates/working-days.ts';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { childDue, day, event, swindon, workerDue } from '../../../test/due-builders.ts';
import { agreementReviewDue } from './agreement-due.ts';
import type { ChildFacts } from './child-facts.ts';
import type { Due, DueAnswer, DueStatus } from './due-result.ts';
import { isShorter, times } from './interval.ts';
import { periodEnd } from './interval-rule.ts';
import { directObservationDue, observationOfSupervisionDue } from './observation-due.ts';
import { multiTeamDue, oversightFloorDue } from './second-clocks.ts';
import { type Worker, workerStages } from './worker.ts';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2024-01-01'), n));
const anyProfile = fc.constantFrom(...listProfiles());
const anyInterval = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('D', 'W', 'M'))
  .map(([count, unit]) => `P${count}${unit}` as Interval);
const soon = fc.integer({ min: 0, max: 400 });
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const cohortCodes = swindon.child.cohorts?.map(({ code }) => code) ?? [];

const anyWorker: fc.Arbitrary<Worker> = fc.record({
  stage: fc.constantFrom(...workerStages),
  startedOn: maybe(anyDay),
  sixMonthReviewDate: maybe(anyDay),
  agreedFortnightlyFrom: maybe(anyDay),
  agreedInterval: maybe(anyInterval),
  ownInterval: maybe(fc.record({ interval: anyInterval, reason: fc.constant('Hours') })),
  holdsCases: maybe(fc.boolean()),
});
const anySessions = fc.array(
  fc.record({
    on: anyDay,
    parts: maybe(fc.constantFrom(['personal'] as const, ['case'] as const)),
  }),
  { maxLength: 5 },
);
const anyStatus = fc.record({
  cohorts: fc.subarray([...cohortCodes, 'OTHER'], { minLength: 1, maxLength: 3 }),
  higherRisk: fc.boolean(),
});
const anyChild: fc.Arbitrary<ChildFacts> = fc
  .record({
    status: anyStatus,
    permanence: fc.boolean(),
    changed: maybe(fc.record({ on: anyDay, from: anyStatus })),
    override: maybe(
      fc.record({ interval: anyInterval, reason: fc.constant('Risk'), setOn: maybe(anyDay) }),
    ),
    allocatedAt: maybe(anyDay),
  })
  .map(({ status, permanence, ...rest }) => ({
    ...status,
    ...rest,
    ...(permanence ? { permanenceDecisionDate: '2024-01-01', permanenceApprovedBy: 'Panel' } : {}),
  }));
const anyEvents = fc.array(
  fc.record({
    on: anyDay,
    kind: fc.constantFrom('formal' as const, 'group' as const, 'oversight' as const),
    depth: maybe(fc.constantFrom('brief' as const, 'inDepth' as const)),
    onCaseDiscussion: fc.boolean(),
  }),
  { maxLength: 5 },
);

/** Any question of this folder, to be asked on any day. */
const anyQuestion: fc.Arbitrary<(now: CalendarDate) => DueAnswer> = fc
  .record({
    profile: anyProfile,
    worker: anyWorker,
    sessions: anySessions,
    child: anyChild,
    events: anyEvents,
    some: maybe(anyDay),
    leave: fc.array(
      fc.tuple(anyDay, soon).map(([start, days]) => ({ start, end: addDays(start, days) })),
      { maxLength: 2 },
    ),
    which: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ profile, worker, sessions, child, events, some, leave, which }) => (now) => {
    const asked = { profile, holidays, now };
    const footprintStartedOn = some;
    const known = { child, events, footprintStartedOn };
    const answers = [
      () =>
        workerDue(profile, now, {
          worker,
          sessions,
          footprintStartedOn,
          absences: { leave, planned: [] },
        }),
      () => childDue(profile, now, { ...known, workerSessions: sessions }),
      () => oversightFloorDue({ ...asked, ...known }),
      () => multiTeamDue({ ...asked, secondTeamJoined: some, events }),
      () => agreementReviewDue({ ...asked, signed: { supervisee: some, supervisor: some } }),
      () => directObservationDue({ ...asked, lastOn: some }),
      () => observationOfSupervisionDue({ ...asked, lastOn: some }),
    ];
    return (answers[which] as () => DueAnswer)(); // `which` is one of them
  });

const whenDue = (answer: DueAnswer, check: (due: Due) => void) => {
  if (answer.outcome === 'due') check(answer);
};

it('[DUE2] no date is before the event it counts from, and every day to plan for is worked', () => {
  fc.assert(
    fc.property(anyQuestion, anyDay, (ask, now) => {
      whenDue(ask(now), ({ dueOn, planBy, countedFrom, overdueFrom, target, backstop }) => {
        expect(dueOn >= countedFrom.on).toBe(true);
        expect(overdueFrom).toBe(addDays(dueOn, 1));
        for (const each of [{ on: dueOn, planBy }, target, backstop]) {
          if (!each) continue;
          expect(each.planBy <= each.on && isWorkingDay(each.planBy, holidays)).toBe(true);
          expect(daysBetween(each.planBy, each.on)).toBeLessThan(6);
        }
        if (target) expect(target.on <= dueOn).toBe(true);
        if (backstop) expect(backstop.on >= dueOn).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
}, 30_000);

const rank: Readonly<Record<DueStatus, number>> = {
  ok: 0,
  not_yet_due: 0,
  no_date_held: 0,
  due_today_target: 1,
  target_missed: 2,
  due_soon: 3,
  due_today: 4,
  overdue_explained: 5,
  overdue: 6,
  breach: 7,
};

it('[DUE4] while nothing happens a status only gets worse, one day after the other', () => {
  fc.assert(
    fc.property(anyQuestion, soon, soon, (ask, from, days) => {
      // After the last day that anything can happen on, so that only the days pass.
      const first = addDays(day('2035-01-01'), from);
      const [a, b] = [ask(first), ask(addDays(first, days))];
      if (a.outcome === 'none' || b.outcome === 'none') expect(a.outcome).toBe(b.outcome);
      else {
        expect(rank[b.status]).toBeGreaterThanOrEqual(rank[a.status]);
        expect([a.dueOn, a.words]).toEqual([b.dueOn, b.words]);
      }
    }),
    { numRuns: 300 },
  );
}, 30_000);

it('[DUE4] day after day from the event itself', () => {
  fc.assert(
    fc.property(anyProfile, anyDay, anyWorker, (profile, on, worker) => {
      let worst = 0;
      for (let passed = 0; passed <= 130; passed += 1) {
        const found = workerDue(profile, addDays(on, passed), { worker, sessions: [{ on }] });
        whenDue(found, ({ status }) => {
          expect(rank[status]).toBeGreaterThanOrEqual(worst);
          worst = rank[status];
        });
      }
    }),
    { numRuns: 15 },
  );
}, 30_000);

it('[CHILD3, CHILD7] one status more, or an override, never makes a child due later', () => {
  fc.assert(
    fc.property(
      anyChild,
      fc.constantFrom(...cohortCodes),
      anyInterval,
      anyDay,
      (any, code, interval, on) => {
        const { changed: _, override: __, ...child } = any;
        const of = (facts: ChildFacts) =>
          childDue(swindon, addDays(on, 1), { child: facts, events: [event('formal', on)] });
        const before = of(child);
        const more = of({ ...child, cohorts: [...child.cohorts, code] });
        const shorter = of({ ...child, override: { interval, reason: 'Risk' } });
        if (before.outcome === 'none' || more.outcome === 'none' || shorter.outcome === 'none')
          throw new Error('each is due');
        expect(more.dueOn <= before.dueOn && shorter.dueOn <= before.dueOn).toBe(true);
      },
    ),
  );
});

it('[WORK13] a shorter interval of one’s own is never later, and a longer one never past the must', () => {
  fc.assert(
    fc.property(anyProfile, anyWorker, anyInterval, anyDay, (profile, any, interval, on) => {
      const { ownInterval: _, ...worker } = any;
      const of = (own?: Interval) =>
        workerDue(profile, on, {
          sessions: [{ on }],
          worker: own ? { ...worker, ownInterval: { interval: own, reason: 'Hours' } } : worker,
        });
      const [before, after] = [of(), of(interval)];
      if (before.outcome === 'none' || after.outcome === 'none') throw new Error('each is due');
      if (profile.worker.partTime === undefined) expect(after.dueOn <= before.dueOn).toBe(true);
      if (after.backstop) expect(after.dueOn <= after.backstop.on).toBe(true);
    }),
  );
});

it('[WORK2, WORK3] months clamp, and each period ends after the one before it', () => {
  const rolling = { interval: 'P1M', basis: 'rolling' } as const;
  expect(periodEnd(rolling, { on: day('2026-12-31'), what: 'lastHeld' }, 2)).toBe('2027-02-28');
  expect(times('P1M', 3)).toBe('P3M');
  fc.assert(
    fc.property(anyDay, anyInterval, fc.integer({ min: 1, max: 12 }), (on, interval, nth) => {
      const from = { on, what: 'lastHeld' } as const;
      for (const basis of ['rolling', 'calendarMonth'] as const) {
        const [end, next] = [nth, nth + 1].map((each) =>
          periodEnd({ interval, basis }, from, each),
        );
        expect(end !== undefined && next !== undefined && on <= end && end <= next).toBe(true);
        if (basis === 'calendarMonth') expect(end).toBe(endOfMonth(end as CalendarDate));
      }
      const month = addInterval(on, 'P1M');
      expect(month <= endOfMonth(month) && daysBetween(on, month) <= 31).toBe(true);
    }),
  );
});

it('[WORK13] one interval is shorter than another, longer, or neither', () => {
  expect(isShorter('P28D', 'P1M') && isShorter('P30D', 'P1M')).toBe(true);
  expect(isShorter('P31D', 'P1M') || isShorter('P1Y', 'P12M') || isShorter('P12M', 'P1Y')).toBe(
    false,
  );
  expect(isShorter('P2W', 'P14D') || isShorter('P14D', 'P2W')).toBe(false);
  fc.assert(
    fc.property(anyInterval, anyInterval, anyDay, (a, b, on) => {
      expect(isShorter(a, b) && isShorter(b, a)).toBe(false);
      const sameUnit = a.slice(-1) === b.slice(-1);
      if (sameUnit && isShorter(a, b)) expect(addInterval(on, a) <= addInterval(on, b)).toBe(true);
    }),
  );
});

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it('[DUE7] the same answers, to the letter, on a device in Samoa or Los Angeles', () => {
  const questions = fc.sample(fc.tuple(anyQuestion, anyDay), { numRuns: 150, seed: 20261121 });
  const offsets = new Set<number>();
  const seen = ['Europe/London', 'Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date('2026-11-21T12:00:00Z').getTimezoneOffset());
    return JSON.stringify(questions.map(([ask, now]) => ask(now)));
  });
  expect(offsets.size, 'the time zone must really have changed, or this proves nothing').toBe(3);
  expect(new Set(seen).size).toBe(1);
});
