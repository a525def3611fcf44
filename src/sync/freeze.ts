import { findCollection } from '#domain/collections.ts';
import type { OutboxRow, Row } from '#storage/db.ts';
import { clashesOf } from '#storage/merge-clashes.ts';
import { openRow } from '#storage/open-record.ts';
import { findRemoval } from '#storage/removal.ts';
import { commitSteps, outboxOf, type SyncStep, seenOf } from '#storage/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sha256 } from '#vault/hash.ts';
import { type Frozen, openFrozen, sealFrozen } from './frozen.ts';
import { isMine } from './is-mine.ts';
import { MAX_MUTATIONS, MAX_RECORD_BYTES, SCHEMA } from './wire/limits.ts';
import type { Mutation } from './wire/push.ts';

/**
 * What is sent next, at most a request's worth: first what was in flight when it stopped, to the byte
 * (LOOP2); then what waits, frozen before it is sent. Throws StorageError and VaultError.
 */
export async function nextToSend(workspace: Workspace): Promise<readonly Frozen[]> {
  const queue = await outboxOf(workspace, ['sending', 'waiting', 'clash']);
  const inFlight = queue.filter(({ state }) => state === 'sending');
  if (inFlight.length > 0) {
    const batch = inFlight.slice(0, MAX_MUTATIONS);
    return Promise.all(batch.map((row) => openFrozen(workspace.vault, row)));
  }
  // What does not go now (two versions, or not mine) must not hold up what does.
  for (let from = 0; from < queue.length; from += MAX_MUTATIONS) {
    const frozen = await freeze(workspace, queue.slice(from, from + MAX_MUTATIONS));
    if (frozen.length > 0) return frozen;
  }
  return [];
}

async function freeze(workspace: Workspace, waiting: readonly OutboxRow[]) {
  const seen = await seenOf(
    workspace,
    waiting.map(({ id }) => id),
  );
  const planned = await Promise.all(
    seen.map(({ row, outbox }) => (outbox ? plan(workspace, row, outbox) : undefined)),
  );
  const steps = planned.filter((each) => each !== undefined);
  if (steps.length === 0) return [];
  const done = await commitSteps(
    workspace,
    steps.map(({ step }) => step),
  );
  // Typed over while it was sealed: all of them wait for the next round.
  if (done.outcome === 'stale') return [];
  return steps.flatMap(({ frozen }) => (frozen ? [frozen] : []));
}

interface Planned {
  readonly step: SyncStep;
  readonly frozen?: Frozen;
}

async function plan(
  workspace: Workspace,
  row: Row | undefined,
  outbox: OutboxRow,
): Promise<Planned | undefined> {
  const { id } = outbox;
  const seen = { row, outbox };
  const isStillWaiting = outbox.state === 'waiting' || outbox.state === 'clash';
  if (!isStillWaiting) return undefined;
  if (!row) return planRemoval(workspace, outbox);
  if (!findCollection(row.c)) return undefined; // a newer version's: it sends it
  const record = await openRow(workspace.vault, row).catch(() => undefined);
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
  const isTooLarge = new TextEncoder().encode(record.text).length > MAX_RECORD_BYTES;
  const frozen: Frozen = { mutation, refusedFor: isTooLarge ? 'too_large' : '' };
  const next = await sealFrozen(workspace.vault, frozen, isTooLarge ? 'refused' : 'sending');
  return { step: { id, seen, outbox: next }, ...(isTooLarge ? {} : { frozen }) };
}

/** LOOP11: gone here by a person's act. Without a mark of that there is nothing to tell. */
async function planRemoval({ vault, now }: Workspace, outbox: OutboxRow): Promise<Planned> {
  const { id, mutationId } = outbox;
  const seen = { row: undefined, outbox };
  const removal = await findRemoval(vault, outbox);
  if (!removal) return { step: { id, seen, outbox: 'gone' } };
  const mutation: Mutation = {
    ...{ mutationId, recordId: id, type: removal.type, op: 'delete', baseRev: removal.rev },
    ...{ payload: null, payloadSchema: SCHEMA, payloadHash: null, clientTime: now },
  };
  const frozen: Frozen = { mutation, refusedFor: '' };
  return { step: { id, seen, outbox: await sealFrozen(vault, frozen, 'sending') }, frozen };
}
