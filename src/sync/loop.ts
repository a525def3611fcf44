import type { Workspace } from '#storage/workspace.ts';
import { waitMs } from './backoff.ts';
import { type CycleEnd, syncOnce } from './cycle.ts';
import type { Net } from './net.ts';

/** After the last save, so that a person who types is not sent key by key. */
const AFTER_SAVE_MS = 5_000;
/** With nothing to send: what others wrote is asked for. */
const POLL_MS = 5 * 60_000;

export interface LoopPorts {
  readonly net: Net;
  readonly clientId: string;
  readonly appVersion: string;
  /** '' while nobody is signed in. */
  readonly token: () => string;
  readonly random: () => number;
  /** One cycle at a time over all tabs of this person; undefined where another has it. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

export type LoopState =
  | { readonly status: 'resting'; readonly last: CycleEnd | undefined; readonly atMs: number }
  | { readonly status: 'running'; readonly last: CycleEnd | undefined; readonly atMs: number };

export interface SyncLoop {
  /** On a button, and where a person answered that many records may be removed. */
  syncNow(mayRemoveMany?: boolean): Promise<CycleEnd | undefined>;
  state(): LoopState;
  subscribe(listener: () => void): () => void;
  /** At the next request's end. Nothing is asked afterwards. */
  stop(): void;
}

/**
 * Sends and fetches by itself: at unlock, after a save, when there is a connection again, and now and then
 * (LOOP13). Nothing ever waits for it, and no failure ends it.
 */
export function startLoop(workspace: Workspace, ports: LoopPorts): SyncLoop {
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  let state: LoopState = { status: 'resting', last: undefined, atMs: workspace.ports.nowMs() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let running: Promise<CycleEnd | undefined> | undefined;

  const publish = (next: LoopState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopping.signal.aborted) timer = setTimeout(() => void syncNow(), ms);
  };

  async function cycle(mayRemoveMany: boolean): Promise<CycleEnd | undefined> {
    const token = ports.token();
    if (token === '' || stopping.signal.aborted) return undefined;
    const { net, clientId, appVersion } = ports;
    const { signal } = stopping;
    const syncing = { workspace, net, clientId, appVersion, token, signal };
    return ports.exclusively(() => syncOnce(syncing, mayRemoveMany));
  }

  function syncNow(mayRemoveMany = false): Promise<CycleEnd | undefined> {
    clearTimeout(timer);
    running ??= run(mayRemoveMany).finally(() => {
      running = undefined;
    });
    return running;
  }

  async function run(mayRemoveMany: boolean): Promise<CycleEnd | undefined> {
    publish({ ...state, status: 'running' });
    let end: CycleEnd | undefined;
    try {
      end = await cycle(mayRemoveMany);
    } catch (cause) {
      console.warn('A sync cycle failed; what it had not done waits', cause);
      end = { outcome: 'later', retryAfterMs: undefined };
    }
    publish({ status: 'resting', last: end ?? state.last, atMs: workspace.ports.nowMs() });
    failures = isFailure(end) ? failures + 1 : 0;
    const retryAfterMs = end?.outcome === 'later' ? end.retryAfterMs : undefined;
    later(failures > 0 ? waitMs(failures, ports.random(), retryAfterMs) : POLL_MS);
    return end;
  }

  let savedAtMs = workspace.queue.state.savedAtMs;
  const stopListening = workspace.queue.subscribe(() => {
    if (workspace.queue.state.savedAtMs === savedAtMs) return;
    savedAtMs = workspace.queue.state.savedAtMs;
    if (failures === 0) later(AFTER_SAVE_MS);
  });
  const soon = () => {
    failures = 0;
    later(0);
  };
  const whenVisible = () => {
    if (document.visibilityState === 'visible') soon();
  };
  globalThis.addEventListener?.('online', soon);
  globalThis.document?.addEventListener('visibilitychange', whenVisible);
  later(0);

  return {
    syncNow,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopping.abort();
      clearTimeout(timer);
      stopListening();
      globalThis.removeEventListener?.('online', soon);
      globalThis.document?.removeEventListener('visibilitychange', whenVisible);
    },
  };
}

/** A person is needed for the others: asking again by itself changes nothing, and every few minutes is enough. */
const isFailure = (end: CycleEnd | undefined): boolean =>
  end?.outcome === 'offline' || end?.outcome === 'later';
