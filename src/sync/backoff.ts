const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after so many cycles that failed in a row (LOOP12). Anything up to twice as long each
 * time, at random, so that an office whose network comes back does not ask all at once. Never gives up.
 */
export function waitMs(failures: number, random: number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  return random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
}
