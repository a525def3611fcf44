import { expect, it } from 'vitest';
import type { Depth } from '#domain/records/discussion-fields.ts';
import { bracknell, focusGroup, islington, mosaic, swindon } from '../../../test/due-builders.ts';
import {
  type Budget,
  fixedMinutes,
  inDepthSlots,
  type Member,
  planDefaults,
  plannedMinutes,
  rotationSlots,
  sessionTotal,
} from './time-budget.ts';

const singles = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, at) => ({ ref: `c${at}`, familyKey: '' }));
const budget = (minutes: number, personal = false): Budget => ({
  minutes,
  personal,
  parameters: planDefaults,
});
const slots = (minutes: number, count: number) => inDepthSlots(singles(count), budget(minutes));

it('[PLAN4] the checked values of the specification', () => {
  expect([15, 18, 20, 22, 25].map((count) => slots(180, count))).toEqual([6, 5, 5, 4, 4]);
  expect([20, 25].map((count) => slots(120, count))).toEqual([1, 0]);
  expect(slots(60, 15)).toBeLessThan(0);
  expect(slots(60, 11)).toBe(0);
});

it('[PLAN4] 15 minutes are fixed, and 30 more where the session is personal too', () => {
  expect([fixedMinutes(budget(180)), fixedMinutes(budget(180, true))]).toEqual([15, 45]);
  expect(inDepthSlots(singles(20), budget(180, true))).toBe(3);
});

it('[PLAN4] how long a session is, and whether the policy says so', () => {
  expect(plannedMinutes(islington)).toEqual({ minutes: 180, isDefault: false });
  expect(plannedMinutes(bracknell)).toEqual({ minutes: 60, isDefault: false });
  for (const profile of [swindon, mosaic, focusGroup])
    expect(plannedMinutes(profile), profile.id).toEqual({ minutes: 180, isDefault: true });
});

it('[PLAN5] a further child of a family costs its own add-on', () => {
  const family = (...depths: readonly Depth[]) => {
    const cases = depths.map((_, at) => ({ ref: `${at}`, familyKey: 'f1' }));
    return sessionTotal(cases, (ref) => depths[Number(ref)] ?? 'brief', budget(180)) - 15;
  };
  expect(family('brief')).toBe(4);
  expect(family('brief', 'brief', 'brief')).toBe(8);
  expect(family('inDepth', 'inDepth', 'inDepth')).toBe(36);
  expect(family('inDepth', 'brief', 'brief')).toBe(24);
  expect(family('brief', 'inDepth')).toBe(22); // the one in depth opens the family
  const apart = [
    { ref: 'a', familyKey: '' },
    { ref: 'b', familyKey: '' },
  ];
  expect(sessionTotal(apart, () => 'brief', budget(180))).toBe(15 + 8);
});

it('[PLAN6] two fifths of the slots, one at least, from two slots on', () => {
  expect(
    [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 22].map((k) => rotationSlots(k, planDefaults)),
  ).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 6, 8]);
});
