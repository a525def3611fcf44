import { expect, it, vi } from 'vitest';
import { Cancelled, paceOf } from './pace.ts';

it('gives way once eight milliseconds are used up, and not before', async () => {
  let now = 0;
  const giveWay = vi.fn(async () => {});
  const { breathe } = paceOf({ nowMs: () => now, giveWay });
  let longest = 0;
  let since = 0;
  for (let piece = 0; piece < 500; piece += 1) {
    now += 3;
    longest = Math.max(longest, now - since);
    const calls = giveWay.mock.calls.length;
    await breathe();
    if (giveWay.mock.calls.length > calls) since = now;
  }
  expect(longest).toBe(9);
  expect(giveWay).toHaveBeenCalledTimes(166);
});

it('ends where a person cancels, also while it gave way', async () => {
  const ended = new AbortController();
  let now = 0;
  const { breathe } = paceOf({
    nowMs: () => now,
    signal: ended.signal,
    giveWay: async () => ended.abort(),
  });
  await breathe();
  now += 8;
  await expect(breathe()).rejects.toBeInstanceOf(Cancelled);
  await expect(breathe()).rejects.toBeInstanceOf(Cancelled);
});
