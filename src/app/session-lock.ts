import type { Settings } from '#domain/records/settings.ts';
import { sessionLockMinutes } from '#domain/records/settings.ts';

/** Minutes of no activity before locking: longer while a session, a group or a sitting is open. */
export function idleLimitMinutes(settings: Settings | undefined, isBusy: boolean): number {
  const own = settings?.lockAfterMinutes ?? 15;
  return isBusy ? Math.max(own, sessionLockMinutes) : own;
}

/** By the wall clock and not by a timer: timers stop while a laptop sleeps. */
export function untilIdleMs(lastActivityMs: number, nowMs: number, limitMinutes: number): number {
  return Math.max(0, lastActivityMs + limitMinutes * 60_000 - nowMs);
}
