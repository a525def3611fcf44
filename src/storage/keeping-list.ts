import { isHeld } from '#domain/keeping/holds.ts';
import type { WhatMayGo } from '#domain/keeping/what-may-go.ts';
import { auditOfRemoval } from './audit-files.ts';
import { heldIn } from './keeping.ts';
import { settle } from './keeping-probe.ts';
import type { KeptUnit } from './keeping-unit.ts';
import { unitsPastPeriod } from './keeping-units.ts';
import { removeRows } from './remove-rows.ts';
import { sittingUntilMs } from './sitting-clock.ts';
import { StorageError } from './storage-error.ts';
import type { Workspace } from './workspace.ts';

/**
 * What is past its period and may go, and what a rule still reads (KEEP1–KEEP4). Where a legal hold is,
 * nothing is listed in either. Nothing goes without a person.
 */
export async function reviewList(workspace: Workspace): Promise<WhatMayGo<KeptUnit>> {
  const held = heldIn(workspace);
  const units = (await unitsPastPeriod(workspace)).filter((unit) => !isHeld(unit, held));
  const free = await withoutInFlight(workspace, units);
  return settle(workspace, free);
}

/**
 * Until there is somewhere to send to, every record waits in the queue: what waits there goes with its
 * record. What is on its way, clashed or was refused is not listed, nor is text that is not on disk yet.
 */
async function withoutInFlight(
  workspace: Workspace,
  units: readonly KeptUnit[],
): Promise<readonly KeptUnit[]> {
  const ids = units.flatMap(({ rows }) => rows);
  const queued = await workspace.db.outbox.bulkGet(ids);
  const busy = new Set(queued.flatMap((row) => (row && row.state !== 'waiting' ? row.id : [])));
  return units.filter(
    ({ rows }) => !rows.some((id) => busy.has(id) || workspace.queue.unsaved(id)),
  );
}

export type RemovalOutcome =
  | { readonly outcome: 'removed'; readonly count: number }
  /** Nobody said who is at the desk, or too long ago. */
  | { readonly outcome: 'notAsked' }
  /** The list is another one by now: nothing went. */
  | { readonly outcome: 'changed' };

/**
 * Takes what a person ticked off this device, versions and all that is under it, and leaves the stubs and a
 * line of the audit: one transaction. Asked anew first, of exactly these. Throws StorageError.
 */
export async function removeKept(
  workspace: Workspace,
  ids: readonly string[],
): Promise<RemovalOutcome> {
  if (sittingUntilMs(workspace) === undefined) return { outcome: 'notAsked' };
  if (!(await workspace.queue.flush())) {
    throw new StorageError('failed', 'text that is not saved yet would be lost');
  }
  const { free } = await reviewList(workspace);
  const ticked = free.filter(({ id }) => ids.includes(id));
  const { free: units } = settle(workspace, ticked);
  if (units.length < ids.length || units.length === 0) return { outcome: 'changed' };
  await removeRows(
    workspace,
    units.flatMap(({ rows }) => rows),
    [...units.flatMap(({ stubs }) => stubs), auditOfRemoval(workspace, units.length)],
    'everywhere',
  );
  return { outcome: 'removed', count: units.length };
}
