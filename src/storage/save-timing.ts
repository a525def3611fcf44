/** Milliseconds (design promise 1): saved 300 after the last key, never later than 800 after the first. */
export const AFTER_LAST_KEY_MS = 300;
export const AFTER_FIRST_KEY_MS = 800;
export const TIMED_VERSION_MS = 5 * 60_000;

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** When the newest text is to be written, both times as the clock shows them. */
export function saveDueAt(firstUnsavedMs: number, lastKeyMs: number): number {
  return Math.min(lastKeyMs + AFTER_LAST_KEY_MS, firstUnsavedMs + AFTER_FIRST_KEY_MS);
}

/** How long to wait before trying a failed save again. It never gives up. */
export function retryDelayMs(failures: number): number {
  return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
}
