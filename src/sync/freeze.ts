import { findCollection } from '#domain/collections.ts';
import type { OutboxRow, Row } from '#storage/db.ts';
import { bindingOf, type OpenRecord, openRow } from '#storage/open-record.ts';
import { findRemoval } from '#storage/removal.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import {
  commitSteps,
  outboxOf,
  type Seen,
  type SyncStep,
  seenOf,
} from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sha256 } from '#vault/hash.ts';
import { type Frozen, openFrozen, sealFrozen } from './frozen.ts';
import { isMine } from './is-mine.ts';
import { isLonger, MAX_RECORD_BYTES, SCHEMA } from './wire/limits.ts';
import type { Mutation } from './wire/push.ts';

/** A mutation on its way, and how its record stood when it was frozen: not known where that was earlier. */
export interface Sending {
  readonly frozen: Frozen;
  readonly seen?: Seen;
}

/** All that waits, a request's worth each: first what was in flight when it stopped (LOOP2). */
export async function queueOf(
  workspace: Workspace,
  atATime: number,
): Promise<readonly (readonly OutboxRow[])[]> {
  const queue = await outboxOf(workspace, ['sending', 'waiting', 'clash']);
  const inFlight = queue.filter(({ state }) => state === 'sending');
  const waiting = queue.filter(({ state }) => state !== 'sending');
  return [inFlight, waiting].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / atATime) }, (_, i) =>
      rows.slice(i * atATime, (i + 1) * atATime),
    ),
  );
}

/** What becomes of one in the queue, sealed and not written yet. Without a step it was in flight before. */
interface Planned {
  readonly step?: SyncStep;
  readonly frozen?: Frozen;
}

/** One of these batches, to the byte: what was in flight as it was, what waits as it says now. Throws VaultError. */
export async function planBatch(
  workspace: Workspace,
  batch: readonly OutboxRow[],
): Promise<readonly Planned[]> {
  const inFlight = batch.filter(({ state }) => state === 'sending');
  if (inFlight.length > 0) {
    return Promise.all(
      inFlight.map(async (row) => ({ frozen: await openFrozen(workspace.vault, row) })),
    );
  }
  const seen = await seenOf(
    workspace,
    batch.map(({ id }) => id),
  );
  const planned = await Promise.all(
    seen.map((now) => (now.outbox ? plan(workspace, now, now.outbox) : undefined)),
  );
  return planned.filter((each) => each !== undefined);
}

/** What may be sent of it, on the disk by then. `ours`: see `commitSteps`. Throws StorageError. */
export async function freeze(
  workspace: Workspace,
  planned: readonly Planned[],
  ours: Set<number>,
): Promise<readonly Sending[]> {
  const steps = planned.flatMap(({ step }) => (step ? [step] : []));
  if (steps.length === 0) return planned.flatMap(({ frozen }) => (frozen ? [{ frozen }] : []));
  const done = await commitSteps(workspace, steps, [], ours);
  // Typed over while it was sealed: all of them wait for the next round.
  if (done.outcome === 'stale') return [];
  ours.add(done.at);
  return planned.flatMap(({ frozen, step }) => {
    if (!frozen || !step?.outbox || step.outbox === 'gone') return [];
    return [{ frozen, seen: { row: step.seen.row, outbox: step.outbox, at: done.at } }];
  });
}

async function plan(
  workspace: Workspace,
  seen: Seen,
  outbox: OutboxRow,
): Promise<Planned | undefined> {
  const { id } = outbox;
  const { row } = seen;
  const isStillWaiting = outbox.state === 'waiting' || outbox.state === 'clash';
  if (!isStillWaiting) return undefined;
  if (!row) return planRemoval(workspace, seen, outbox);
  if (!findCollection(row.c)) return undefined; // a newer version's: it sends it
  const record = await opened(workspace, row).catch(() => undefined);
  if (!record) return undefined; // damaged: said on Home, and never sent as something else
  // LOOP4: two versions of a text are for a person to settle, and go nowhere until then.
  if (clashesOf(record.body).length > 0) {
    return outbox.state === 'clash'
      ? undefined
      : { step: { id, seen, outbox: { ...outbox, state: 'clash' } } };
  }
  // LOOP5: what somebody else wrote and a file brought here is theirs to send.
  if (!isMine(workspace, record)) return { step: { id, seen, outbox: 'gone' } };
  const mutation: Mutation = {
    mutationId: outbox.mutationId,
    recordId: id,
    type: record.collection,
    op: 'put',
    baseRev: row.rev,
    payload: record.text,
    payloadSchema: SCHEMA,
    payloadHash: await sha256(record.text),
    clientTime: workspace.now,
  };
  const isTooLarge = isLonger(record.text, MAX_RECORD_BYTES);
  const frozen: Frozen = { mutation, refusedFor: isTooLarge ? 'too_large' : '' };
  const next = await sealFrozen(workspace.vault, frozen, isTooLarge ? 'refused' : 'sending');
  return { step: { id, seen, outbox: next }, ...(isTooLarge ? {} : { frozen }) };
}

/** From the disk. What memory holds of the very same text is not read through again. */
async function opened({ vault, set }: Workspace, row: Row): Promise<OpenRecord | undefined> {
  const held = set.findAnywhere(row.id);
  const isOpen = held && held.v === row.v && held.text === (await vault.open(bindingOf(row), row));
  return isOpen ? held : openRow(vault, row);
}

/** LOOP11: gone here by a person's act. Without a mark of that there is nothing to tell. */
async function planRemoval(
  { vault, now }: Workspace,
  seen: Seen,
  outbox: OutboxRow,
): Promise<Planned> {
  const { id, mutationId } = outbox;
  const removal = await findRemoval(vault, outbox);
  if (!removal) return { step: { id, seen, outbox: 'gone' } };
  const mutation: Mutation = {
    ...{ mutationId, recordId: id, type: removal.type, op: 'delete', baseRev: removal.rev },
    ...{ payload: null, payloadSchema: SCHEMA, payloadHash: null, clientTime: now },
  };
  const frozen: Frozen = { mutation, refusedFor: '' };
  return { step: { id, seen, outbox: await sealFrozen(vault, frozen, 'sending') }, frozen };
}
