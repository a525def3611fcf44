import type { Workspace } from '#storage/workspace.ts';
import type { Net } from './net.ts';

/** What one cycle works with. */
export interface Syncing {
  readonly workspace: Workspace;
  readonly net: Net;
  /** This device, to the endpoint: random, and says nothing of it. */
  readonly clientId: string;
  readonly token: string;
  /** What this app cannot read it asks for again once it is a newer one. */
  readonly appVersion: string;
  /** Locking asks to stop: nothing is asked after it. */
  readonly signal: AbortSignal;
  /** How many changes go in one request, where fewer than the contract allows are to go. */
  readonly atATime?: number;
}

/** Why a cycle ended before it was through. What was done by then stays done. */
export type Interrupted =
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'offline' }
  | { readonly outcome: 'signedOut' }
  | { readonly outcome: 'appTooOld' }
  /** The endpoint asked to wait, or fails. */
  | { readonly outcome: 'later'; readonly retryAfterMs: number | undefined };

/** What an answer that refuses a whole request means for the cycle, whatever was asked. */
export function interruptedBy(asked: {
  readonly outcome: 'offline' | 'refused';
  readonly status?: number;
  readonly retryAfterMs?: number | undefined;
}): Interrupted {
  if (asked.outcome === 'offline') return { outcome: 'offline' };
  if (asked.status === 401) return { outcome: 'signedOut' };
  if (asked.status === 426) return { outcome: 'appTooOld' };
  return { outcome: 'later', retryAfterMs: asked.retryAfterMs };
}
