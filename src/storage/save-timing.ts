/** Milliseconds (design promise 1): saved 300 after the last key, never later than 800 after the first. */
export const AFTER_LAST_KEY_MS = 300;
export const AFTER_FIRST_KEY_MS = 800;
export const TIMED_VERSION_MS = 5 * 60_000;

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * How long the newest text still waits to be written; the times as the clock shows them. Never longer than
 * after a key, also where the clock was put back since.
 */
export function saveWaitMs(firstUnsavedMs: number, lastKeyMs: number, nowMs: number): number {
  const dueAt = Math.min(lastKeyMs + AFTER_LAST_KEY_MS, firstUnsavedMs + AFTER_FIRST_KEY_MS);
  return Math.min(AFTER_LAST_KEY_MS, Math.max(0, dueAt - nowMs));
}

/** How long to wait before trying a failed save again. It never gives up. */
export function retryDelayMs(failures: number): number {
  return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
}
