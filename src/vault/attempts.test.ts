import { expect, it } from 'vitest';
import { type Attempts, afterWrongAttempt, noAttempts, secondsToWait } from './attempts.ts';

const now = Date.parse('2026-11-20T10:00:00Z');

it('waits nothing three times, then longer each time, and five minutes at most', () => {
  let attempts: Attempts = noAttempts;
  const waits = Array.from({ length: 12 }, () => {
    attempts = afterWrongAttempt(attempts, now);
    return secondsToWait(attempts, now);
  });
  expect(waits).toEqual([0, 0, 0, 5, 15, 30, 60, 120, 300, 300, 300, 300]);
  expect(attempts.wrong).toBe(12);
});

it('counts down in whole seconds, rounded up, and ends', () => {
  const attempts = { wrong: 4, notBefore: now + 5000 };
  expect(
    [0, 1, 4000, 4001, 4999, 5000, 9000].map((ms) => secondsToWait(attempts, now + ms)),
  ).toEqual([5, 5, 1, 1, 1, 0, 0]);
});

it('a clock set back, by an hour or by ten years, locks nobody out', () => {
  const attempts = afterWrongAttempt({ wrong: 8, notBefore: 0 }, now);
  expect(secondsToWait(attempts, now)).toBe(300);
  expect(secondsToWait(attempts, now - 3_600_000)).toBe(0);
  expect(secondsToWait(attempts, now - 10 * 365 * 86_400_000)).toBe(0);
});
