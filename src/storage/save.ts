import { assert } from '#domain/assert.ts';
import type { CollectionName } from '#domain/collections.ts';
import { isSent } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Vault } from '#vault/vault.ts';
import { commitsOf, type FootprintDb, type OutboxRow, type Row, type VersionWhy } from './db.ts';
import { bindingOf, codeOf, type OpenRecord } from './open-record.ts';
import { StorageError, toStorageError } from './storage-error.ts';

/** One record to write. `basedOn` is the `v` it was edited from; 0 for a new record. */
export interface Write<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
  readonly basedOn: number;
  readonly body: Stored<C>;
  /** The canonical JSON of a finalised record; otherwise the body is serialised here. */
  readonly text?: string;
  /** Keep the row this replaces as a version, and why. */
  readonly keepOld?: VersionWhy;
}

export type SaveOutcome =
  | {
      readonly outcome: 'saved';
      readonly records: readonly OpenRecord[];
      /** The database's count of commits with this one. */
      readonly commits: number;
    }
  /** Another tab wrote these first; nothing was written. */
  | { readonly outcome: 'stale'; readonly ids: readonly string[] };

/** No answer in this time is treated as not saved, and said; the write may still arrive. */
export const HANG_MS = 8_000;

/**
 * Writes the records and queues them for sending, all or none. Throws StorageError when the browser
 * could not; nothing in memory changes before the commit.
 */
export async function saveRecords(
  db: FootprintDb,
  vault: Vault,
  writes: readonly Write[],
  newMutationId: () => string,
  /** What else is done in the same transaction, by Dexie's own requests alone. */
  alongside: () => Promise<void> = async () => {},
): Promise<SaveOutcome> {
  // See [Note: Seal before the transaction] and [Note: No foreign awaits inside a transaction].
  const ids = new Set(writes.map(({ id }) => id));
  assert(
    ids.size === writes.length,
    'one batch writes a record twice: one of the two would be lost',
  );
  const sealed = await Promise.all(writes.map((write) => sealWrite(vault, write)));
  try {
    return await withinTime(commit(db, sealed, newMutationId, alongside));
  } catch (cause) {
    throw toStorageError(cause);
  }
}

interface SealedWrite {
  readonly write: Write;
  readonly row: Omit<Row, 'rev'>;
  readonly text: string;
}

async function sealWrite(vault: Vault, write: Write): Promise<SealedWrite> {
  const text = write.text ?? JSON.stringify(write.body);
  const place = { c: codeOf(write.collection), id: write.id, v: write.basedOn + 1 };
  const { kid, iv, ct } = await vault.seal(bindingOf(place), text);
  return { write, row: { ...place, kid, iv, ct }, text };
}

function commit(
  db: FootprintDb,
  sealed: readonly SealedWrite[],
  newMutationId: () => string,
  alongside: () => Promise<void>,
): Promise<SaveOutcome> {
  const { rows, outbox, versions, meta } = db;
  return db.transaction('rw', [rows, outbox, versions, meta], async () => {
    // All that is read, then all that is written: each wait costs as much as some dozen rows.
    const [current, waiting, commits] = await Promise.all([
      heldOf(rows, sealed),
      waitingOf(outbox, sealed),
      commitsOf(db),
    ]);
    const stale = sealed.filter(({ write }, i) => (current[i]?.v ?? 0) !== write.basedOn);
    if (stale.length > 0) return { outcome: 'stale', ids: stale.map(({ row }) => row.id) };

    const kept = sealed.flatMap(({ write }, i) => {
      const old = current[i];
      const base = isSent(write.collection) ? mergeBase(old, waiting[i]) : undefined;
      const why = base ?? write.keepOld;
      return old && why ? [versionOf(old, why)] : [];
    });
    const queue = sealed
      .map(({ write }, i) => queued(write, waiting[i], newMutationId))
      .filter((row) => row !== undefined);
    await Promise.all([
      versions.bulkAdd(kept),
      rows.bulkPut(sealed.map(({ row }, i) => ({ ...row, rev: current[i]?.rev ?? null }))),
      outbox.bulkPut(queue),
      meta.put({ k: 'commits', value: commits + 1 }),
      alongside(),
    ]);
    return {
      outcome: 'saved',
      commits: commits + 1,
      records: sealed.map(({ write, row, text }, i) => ({
        id: row.id,
        collection: write.collection,
        v: row.v,
        rev: current[i]?.rev ?? null,
        body: write.body,
        text,
      })),
    };
  });
}

/** A batch asks once which of its rows there are, and not for each: an import writes thousands of new ones. */
const MANY = 200;

async function heldOf(rows: FootprintDb['rows'], sealed: readonly SealedWrite[]) {
  const ids = sealed.map(({ row }) => row.id);
  if (ids.length < MANY) return rows.bulkGet(ids);
  const there = new Set(await rows.toCollection().primaryKeys());
  const held = new Map<string, Row>();
  for (const row of await rows.bulkGet(ids.filter((id) => there.has(id))))
    if (row) held.set(row.id, row);
  return ids.map((id) => held.get(id));
}

/** Reference data is never queued: nothing of it can be waiting. */
async function waitingOf(outbox: FootprintDb['outbox'], sealed: readonly SealedWrite[]) {
  const sent = sealed.filter(({ write }) => isSent(write.collection));
  const waiting = await outbox.bulkGet(sent.map(({ row }) => row.id));
  const found = new Map(sent.map(({ row }, i) => [row.id, waiting[i]]));
  return sealed.map(({ row }) => found.get(row.id));
}

export function versionOf({ id, c, v, kid, iv, ct }: Row, why: VersionWhy) {
  return { id, c, v, why, kid, iv, ct };
}

const none = () => new Uint8Array(0);

function queued(
  { collection, id }: Write,
  waiting: OutboxRow | undefined,
  newMutationId: () => string,
): OutboxRow | undefined {
  if (!isSent(collection)) return undefined;
  if (!waiting) return { id, ...unsent(newMutationId()) };
  if (waiting.state === 'sending') return { ...waiting, again: 1 };
  // What was refused is sent again once it says something else.
  return waiting.state === 'refused' ? { ...waiting, ...unsent(newMutationId()) } : waiting;
}

/** A text that waits to be sent: nothing of it is frozen yet. */
export const unsent = (mutationId: string): Omit<OutboxRow, 'id'> => ({
  mutationId,
  state: 'waiting',
  again: 0,
  kid: 0,
  iv: none(),
  ct: none(),
});

/** Whether the row that is replaced is what a later merge is measured against: clean, or in flight. */
function mergeBase(old: Row | undefined, waiting: OutboxRow | undefined): VersionWhy | undefined {
  if (!waiting) return old?.rev == null ? undefined : 'base';
  return waiting.state === 'sending' && waiting.again === 0 ? 'sent' : undefined;
}

/** A disk that never answers must not look like a save. */
async function withinTime<T>(work: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('hung', 'no answer from storage')), HANG_MS);
  });
  try {
    return await Promise.race([work, hung]);
  } finally {
    clearTimeout(timer);
  }
}
