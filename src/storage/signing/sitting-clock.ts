import type { Workspace } from '#storage/workspace.ts';

/** A file of its own: the lock reads it, and is loaded before all that opens a sitting. */
interface Sitting {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** In memory only: locking reloads the page, and with it every sitting is over. */
export const sittings = new WeakMap<Workspace, Sitting>();

/** By the wall clock; undefined where none is open. A clock that was set back makes none longer. */
export function sittingUntilMs(workspace: Workspace): number | undefined {
  const sitting = sittings.get(workspace);
  const nowMs = workspace.ports.nowMs();
  return sitting && sitting.fromMs <= nowMs && nowMs < sitting.untilMs
    ? sitting.untilMs
    : undefined;
}
