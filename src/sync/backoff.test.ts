import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitMs } from './backoff.ts';

it('[LOOP12] twice as long each time, at random, five minutes at most', () => {
  expect([0, 1, 2, 3, 9, 5_000].map((failures) => waitMs(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 300_000, 300_000,
  ]);
  expect(waitMs(3, 0.5)).toBe(4_000);
});

it('[LOOP12] where the endpoint says how long, that long', () => {
  expect(waitMs(7, 0.3, 2_000)).toBe(2_000);
});

it('[LOOP12] it is always tried again', () => {
  const seed = Date.now() % 2 ** 31;
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const ms = waitMs(failures, random);
      return Number.isFinite(ms) && ms >= 0 && ms <= 300_000;
    }),
    { seed },
  );
});
