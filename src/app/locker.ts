import { forgetClipboard } from '#exchange/text/copied-text.ts';
import { findSettings } from '#storage/settings.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { keepThisPlace } from './place-keeper.ts';
import { idleLimitMinutes, untilIdleMs } from './session-lock.ts';

const CHECK_MS = 5_000;
/** Activity is told to the other tabs, though not for every key. */
const TELL_MS = 2_000;

export interface Locker {
  /** Saves, drops the keys and reloads. False where the text could not be saved: then it stays open. */
  readonly lock: () => Promise<boolean>;
  /** How long it stays open without a key or the mouse, in milliseconds of the wall clock. */
  readonly leftMs: () => number;
  readonly stop: () => void;
}

/**
 * Locks after a time without activity in any tab, on demand, and when another tab locks. Reloading is
 * locking: it is the only sure way to clear the page and its memory.
 */
export function startLocker(workspace: Workspace): Locker {
  const { tabs, ports } = workspace;
  let lastActivityMs = ports.nowMs();
  let toldMs = 0;
  let locking: Promise<boolean> | undefined;

  const noteActivity = () => {
    lastActivityMs = ports.nowMs();
    if (lastActivityMs - toldMs < TELL_MS) return;
    toldMs = lastActivityMs;
    tabs.post({ type: 'activity', atMs: lastActivityMs });
  };
  const lockHere = async () => {
    const saved = await workspace.queue.flush();
    await keepThisPlace(workspace);
    // Text that is not on disk is worth more than a shut door: the banner says so, and we try again.
    if (!saved) return false;
    await forgetClipboard();
    location.reload();
    return true;
  };
  const lock = async () => {
    locking ??= lockHere().finally(() => {
      locking = undefined;
    });
    tabs.post({ type: 'lock' });
    return locking;
  };
  const leftMs = () => {
    const sessionIsOpen = (['sessions', 'groups'] as const).some(
      (collection) => findAll(workspace, collection, ({ status }) => status === 'open').length > 0,
    );
    const isBusy = sessionIsOpen || sittingUntilMs(workspace) !== undefined;
    const limit = idleLimitMinutes(findSettings(workspace)?.body, isBusy);
    return untilIdleMs(lastActivityMs, ports.nowMs(), limit);
  };
  const check = () => {
    if (leftMs() === 0) void lock();
  };
  const wake = () => {
    if (document.visibilityState === 'hidden') return;
    check();
    void workspace.catchUp();
  };

  const unlisten = tabs.listen((message) => {
    if (message.type === 'activity') lastActivityMs = Math.max(lastActivityMs, message.atMs);
    if (message.type === 'lock') void lockHere();
  });
  const timer = setInterval(check, CHECK_MS);
  const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  const waking = ['focus', 'pageshow', 'resume'] as const;
  for (const name of activity)
    addEventListener(name, noteActivity, { passive: true, capture: true });
  for (const name of waking) addEventListener(name, wake);
  document.addEventListener('visibilitychange', wake);

  return {
    lock,
    leftMs,
    stop() {
      clearInterval(timer);
      unlisten();
      for (const name of activity) removeEventListener(name, noteActivity, { capture: true });
      for (const name of waking) removeEventListener(name, wake);
      document.removeEventListener('visibilitychange', wake);
    },
  };
}
