import { isHeld } from '#domain/keeping/holds.ts';
import { isTheirs, type StayReason } from '#domain/keeping/stay-words.ts';
import { auditOfRemoval } from '#storage/audit-files.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { myRefsOf } from '#storage/settings.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { StorageError } from '#storage/storage-error.ts';
import { besideNow } from '#storage/sync/beside.ts';
import { isConnected } from '#storage/sync/is-connected.ts';
import type { Workspace } from '#storage/workspace.ts';
import { heldIn } from './keeping.ts';
import { settle } from './keeping-probe.ts';
import type { KeptUnit } from './keeping-unit.ts';
import { unitsPastPeriod } from './keeping-units.ts';

/** What is past its period and stays, with the reason. */
export type StayingUnit = KeptUnit & { readonly stays: StayReason };

export interface ReviewList {
  /** These may go, all of them together. */
  readonly free: readonly KeptUnit[];
  readonly staying: readonly StayingUnit[];
}

/**
 * What is past its period and may go, and what stays with the reason (KEEP1–KEEP4, KEEP8). Where a legal
 * hold is, nothing is listed in either. Nothing goes without a person.
 */
export async function reviewList(workspace: Workspace): Promise<ReviewList> {
  const held = heldIn(workspace);
  const units = (await unitsPastPeriod(workspace)).filter((unit) => !isHeld(unit, held));
  const sorted = await withWhatIsNotSent(workspace, units);
  const { free, read } = settle(
    workspace,
    sorted.filter(({ stays }) => !stays),
  );
  return {
    free,
    staying: [
      ...sorted.flatMap((unit) => (unit.stays ? [{ ...unit, stays: unit.stays }] : [])),
      ...read.map((unit): StayingUnit => ({ ...unit, stays: 'rule' })),
    ],
  };
}

/**
 * KEEP8: where nothing is sent every record waits in the queue for ever, and what waits there goes with its
 * record. Where an endpoint is connected, a change that waits would be lost there. Text that is not on disk
 * yet is not listed at all.
 */
async function withWhatIsNotSent(
  workspace: Workspace,
  units: readonly KeptUnit[],
): Promise<readonly KeptUnit[]> {
  const isSending = await isConnected(workspace);
  const queued = await workspace.db.outbox.bulkGet(units.flatMap(({ rows }) => [...rows]));
  const states = new Map(queued.flatMap((row) => (row ? [[row.id, row.state] as const] : [])));
  const beside = await besideNow(workspace);
  const isUnread = (id: string) => isSending && beside.get(id) === 'new';
  const mine = myRefsOf(workspace);
  const whyNot = ({ rows, stays, kind, staff }: KeptUnit): StayReason | undefined => {
    const isAboutMe = staff.some((ref) => mine.includes(ref));
    const own = new Set(rows.flatMap((id) => states.get(id) ?? []));
    if (own.has('clash') || own.has('refused') || rows.some(isUnread)) return 'refused';
    if (own.has('sending') || (isSending && own.has('waiting'))) return 'notSent';
    return isSending && isTheirs(kind, isAboutMe) ? 'theirs' : stays;
  };
  return units
    .filter(({ rows }) => !rows.some((id) => workspace.queue.unsaved(id)))
    .map((unit) => ({ ...unit, stays: whyNot(unit) }));
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
