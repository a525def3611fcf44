/** Seconds to wait after the nth wrong passphrase in a row. Nothing is ever wiped (design section 5). */
const waits = [0, 0, 0, 5, 15, 30, 60, 120, 300] as const;

export interface Attempts {
  readonly wrong: number;
  /** Milliseconds since 1970 before which no attempt is taken. */
  readonly notBefore: number;
}

export const noAttempts: Attempts = { wrong: 0, notBefore: 0 };

export function afterWrongAttempt(attempts: Attempts, nowMs: number): Attempts {
  const wrong = attempts.wrong + 1;
  const seconds = waits[Math.min(wrong, waits.length) - 1] ?? 0;
  return { wrong, notBefore: nowMs + seconds * 1000 };
}

/**
 * Whole seconds still to wait, 0 when an attempt may be made. More than the longest wait can only come
 * of a clock that was set back: it locks nobody out.
 */
export function secondsToWait(attempts: Attempts, nowMs: number): number {
  const longestMs = (waits[waits.length - 1] ?? 0) * 1000;
  const leftMs = attempts.notBefore - nowMs;
  return leftMs > longestMs ? 0 : Math.ceil(Math.max(0, leftMs) / 1000);
}
