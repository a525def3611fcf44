import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar-date.ts';
import { scoredCodes } from '#domain/flags/flag.ts';
import { day } from '../../../test/due-builders.ts';
import { flag } from '../../../test/flag-builders.ts';
import { type PlanCase, planSession } from './plan-session.ts';
import { longestWaiting, rankCases } from './rank-cases.ts';

/**
 * The optimum, said plainly and found by trying every choice of up to eight children. Of the plans that
 * hold what people chose: every child with a flag of the first group is in depth, fit or not. If these
 * do not fit, nothing more. Otherwise, of the plans that fit: the reserve has the longest waiting (its
 * first, then its second …), and then the highest of the order, one after the other.
 */
const anyFlags = fc.array(
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.constantFrom('URGENT' as const, 'REQUESTED' as const).map((code) => flag(code)),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...scoredCodes), fc.constantFrom(15, 20, 35, 60))
        .map(([code, points]) => flag(code, points)),
    },
  ),
  { maxLength: 3 },
);
const anyCases = (families: readonly string[], maxLength: number) =>
  fc
    .array(
      fc.record({
        familyKey: fc.constantFrom(...families),
        flags: anyFlags,
        lastInDepthOn: fc.option(
          fc.integer({ min: 0, max: 9 }).map((n) => addDays(day('2026-01-01'), n * 20)),
          { nil: undefined },
        ),
        chosenDepth: fc.option(fc.constantFrom('brief' as const, 'inDepth' as const), {
          nil: undefined,
          freq: 4,
        }),
      }),
      { maxLength },
    )
    .map((cases) => cases.map((each, at): PlanCase => ({ ...each, ref: `c${at}`, word: 'child' })));
const anyMinutes = fc.integer({ min: 10, max: 190 });

/** By itself, without the code under test: 4 or 20 for the first of a family, 2 or 8 for each further. */
function minutesFor(cases: readonly PlanCase[], inDepth: ReadonlySet<string>): number {
  const families = new Map<string, boolean[]>();
  for (const { ref, familyKey } of cases) {
    const key = familyKey || ref;
    families.set(key, [...(families.get(key) ?? []), inDepth.has(ref)]);
  }
  return [...families.values()].reduce((sum, members) => {
    const deep = members.filter(Boolean).length;
    const briefs = members.length - deep;
    return sum + (deep > 0 ? 20 + 8 * (deep - 1) + 2 * briefs : 4 + 2 * (briefs - 1));
  }, 15);
}

/** Negative where `a` is better: the first place at which they differ, a missing place being worst. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 99) - (b[at] ?? 99);
    if (difference !== 0) return difference;
  }
  return 0;
}

function optimum(cases: readonly PlanCase[], minutes: number): ReadonlySet<string> {
  const ranked = rankCases(cases);
  const open = ranked.filter(({ item, isAlways }) => !isAlways && !item.chosenDepth);
  const fixed = ranked
    .filter(
      ({ item, isAlways }) => item.chosenDepth === 'inDepth' || (isAlways && !item.chosenDepth),
    )
    .map(({ item }) => item.ref);
  if (minutesFor(cases, new Set(fixed)) > minutes) return new Set(fixed);

  const slots = Math.floor((minutes - minutesFor(cases, new Set())) / 16);
  const kept = slots >= 2 ? Math.max(1, Math.floor((2 * slots) / 5)) : 0;
  const waiting = longestWaiting(
    ranked
      .filter(({ item, isAlways }) => !isAlways && item.chosenDepth !== 'brief')
      .map(({ item }) => item),
  ).map(({ ref }) => ref);
  const order = ranked.map(({ item }) => item.ref);
  const placesIn = (list: readonly string[], chosen: ReadonlySet<string>) =>
    list.flatMap((ref, at) => (chosen.has(ref) ? [at] : []));

  return Array.from({ length: 2 ** open.length }, (_, bits) => {
    const more = open.filter((__, at) => Math.floor(bits / 2 ** at) % 2 === 1);
    return new Set([...fixed, ...more.map(({ item }) => item.ref)]);
  })
    .filter((chosen) => minutesFor(cases, chosen) <= minutes)
    .reduce((best, each) => {
      const reserve = compareLists(
        placesIn(waiting, each).slice(0, kept),
        placesIn(waiting, best).slice(0, kept),
      );
      const better = reserve || compareLists(placesIn(order, each), placesIn(order, best));
      return better < 0 ? each : best;
    }, new Set(fixed));
}

const inDepthOf = (cases: readonly PlanCase[], minutes: number) =>
  planSession({ minutes, personal: false, cases })
    .cases.filter(({ depth }) => depth === 'inDepth')
    .map(({ ref }) => ref);

it('[PLAN6, PLAN7, PLAN8] the best plan, compared with every other one for up to 8 children', () => {
  fc.assert(
    fc.property(anyCases(['', 'f1', 'f2'], 8), anyMinutes, (cases, minutes) => {
      expect(inDepthOf(cases, minutes).toSorted()).toEqual([...optimum(cases, minutes)].toSorted());
    }),
    { numRuns: 1500 },
  );
}, 60_000);

it('[PLAN8] without families no other plan with the same reserve has a higher sum of points', () => {
  fc.assert(
    fc.property(anyCases([''], 8), anyMinutes, (cases, minutes) => {
      const found = planSession({ minutes, personal: false, cases });
      fc.pre(!found.shortfall);
      const score = new Map(rankCases(cases).map(({ item, score: sum }) => [item.ref, sum]));
      const sumOf = (refs: readonly string[]) =>
        refs.reduce((sum, ref) => sum + (score.get(ref) ?? 0), 0);
      const by = (why: string) =>
        found.cases.filter((each) => each.because === why).map(({ ref }) => ref);
      const rest = cases.filter(
        ({ ref, chosenDepth }) => !chosenDepth && [...by('order'), ...by('brief')].includes(ref),
      );
      const others = rest.map(({ ref }) => score.get(ref) ?? 0).toSorted((a, b) => b - a);
      const best = others.slice(0, by('order').length).reduce((sum, each) => sum + each, 0);
      expect(sumOf(by('order'))).toBe(best);
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('[PLAN11] every open child exactly once, whatever the time, and each minute is in one step', () => {
  fc.assert(
    fc.property(
      anyCases(['', 'f1', 'f2', 'f3'], 25),
      fc.integer({ min: 0, max: 300 }),
      fc.boolean(),
      (cases, minutes, personal) => {
        const found = planSession({ minutes, personal, cases });
        const refs = cases.map(({ ref }) => ref).toSorted();
        expect(found.cases.map(({ ref }) => ref).toSorted()).toEqual(refs);
        expect(found.order.flatMap((step) => step.refs).toSorted()).toEqual(refs);
        const steps = found.order.reduce((sum, step) => sum + step.minutes, 0);
        expect(steps).toBe(found.used);
        expect(found.used + found.unallocated >= minutes).toBe(true);
        for (const { ref, depth, needsReason } of found.cases) {
          const asked = cases.find((each) => each.ref === ref);
          const isAlways = asked?.flags.some(({ tier }) => tier === 'always') === true;
          if (asked?.chosenDepth) expect(depth).toBe(asked.chosenDepth);
          else if (isAlways) expect(depth).toBe('inDepth');
          expect(needsReason).toBe(isAlways && asked?.chosenDepth === 'brief');
        }
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

it('[PLAN3] the same plan whatever order the children come in', () => {
  fc.assert(
    fc.property(anyCases(['', 'f1', 'f2'], 12), anyMinutes, (cases, minutes) => {
      const plan = (list: readonly PlanCase[]) =>
        planSession({ minutes, personal: false, cases: list });
      expect(plan(cases.toReversed())).toEqual(plan(cases));
    }),
    { numRuns: 300 },
  );
}, 60_000);
