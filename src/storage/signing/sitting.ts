import { prove, type Secret } from '#storage/keys/accounts.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sittings } from './sitting-clock.ts';

/** Minutes (design section 5): time for a session's records, and not for an afternoon. */
export const sittingMinutes = 30;

export type SittingOutcome =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'wrong' | 'wait'; readonly waitSeconds: number };

const listeners = new WeakMap<Workspace, Set<() => void>>();

/**
 * [Note: A sitting] Who is at the desk is asked once more before records are signed, or copied to where
 * Footprint cannot protect them, and not again for half an hour. It unseals nothing: the records are open
 * already. It keeps out the person who sits down at a laptop that somebody left unlocked.
 */
export async function openSitting(workspace: Workspace, secret: Secret): Promise<SittingOutcome> {
  const proof = await prove(workspace.db, secret, workspace.ports);
  if (proof.outcome !== 'right') return proof;
  begin(workspace);
  return { outcome: 'open' };
}

/** The example caseload's key lies beside it: there is nothing to ask for. False for anybody's records. */
export async function openExampleSitting(workspace: Workspace): Promise<boolean> {
  const slots = await workspace.db.slots.toArray();
  const isExample = slots.some(({ type }) => type === 'example');
  if (isExample) begin(workspace);
  return isExample;
}

export function closeSitting(workspace: Workspace): void {
  sittings.delete(workspace);
  tell(workspace);
}

/** Calls back when one is opened or ended by a person; not when its time is up. Answers with the way to stop. */
export function onSitting(workspace: Workspace, listener: () => void): () => void {
  const own = listeners.get(workspace) ?? new Set();
  listeners.set(workspace, own.add(listener));
  return () => own.delete(listener);
}

function begin(workspace: Workspace): void {
  const fromMs = workspace.ports.nowMs();
  sittings.set(workspace, { fromMs, untilMs: fromMs + sittingMinutes * 60_000 });
  tell(workspace);
}

function tell(workspace: Workspace): void {
  for (const listener of listeners.get(workspace) ?? []) listener();
}
