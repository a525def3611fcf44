import type { OutboxRow, Row, Version } from './db.ts';
import type { OpenRecord } from './open-record.ts';
import { toStorageError } from './storage-error.ts';
import type { Workspace } from './workspace.ts';

/** What one record becomes because of what was sent or received, and what that was worked out from. */
export interface SyncStep {
  readonly id: string;
  readonly seen: Seen;
  /** Left out: the row stays. */
  /** Gone with every earlier version of it. */
  readonly row?: Row | 'gone';
  readonly versions?: readonly Version[];
  /** Left out: it stays, or there is still none. */
  readonly outbox?: OutboxRow | 'gone';
  /** What is in memory from then on, where the row changes. */
  readonly open?: OpenRecord;
}

/** A record as it stands on the disk. */
export interface Seen {
  readonly row: Row | undefined;
  readonly outbox: OutboxRow | undefined;
}

export type SyncCommit =
  | { readonly outcome: 'done' }
  /** A person typed, or another tab wrote, meanwhile: nothing was written, and it is to be worked out again. */
  | { readonly outcome: 'stale'; readonly ids: readonly string[] };

export interface MetaMove {
  readonly k: string;
  /** What it must still be. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Each record as it is on the disk now, in the order of the ids. */
export async function seenOf({ db }: Workspace, ids: readonly string[]): Promise<readonly Seen[]> {
  return db.transaction('r', [db.rows, db.outbox], async () => {
    const rows = await db.rows.bulkGet([...ids]);
    const outbox = await db.outbox.bulkGet([...ids]);
    return ids.map((_, i) => ({ row: rows[i], outbox: outbox[i] }));
  });
}

/**
 * All of it in one strict transaction, or none; everything in it is sealed already. Memory and the other
 * tabs follow the commit. Throws StorageError.
 */
export async function commitSteps(
  workspace: Workspace,
  steps: readonly SyncStep[],
  moves: readonly MetaMove[] = [],
): Promise<SyncCommit> {
  const { db, set, tabs } = workspace;
  const tables = [db.rows, db.outbox, db.versions, db.meta];
  const ids = steps.map(({ id }) => id);
  const gone = steps.flatMap(({ id, row }) => (row === 'gone' ? [id] : []));
  const done = await db
    .transaction('rw', tables, async (): Promise<SyncCommit> => {
      const rows = await db.rows.bulkGet(ids);
      const outbox = await db.outbox.bulkGet(ids);
      const stale = steps.filter(
        ({ seen }, i) => !isAsSeen(seen, { row: rows[i], outbox: outbox[i] }),
      );
      if (stale.length > 0) return { outcome: 'stale', ids: stale.map(({ id }) => id) };
      for (const { k, from } of moves) {
        const held = (await db.meta.get(k))?.value;
        if ((held ?? undefined) !== from) return { outcome: 'stale', ids: [] };
      }
      await db.versions.bulkPut(steps.flatMap(({ versions = [] }) => versions));
      await db.rows.bulkPut(steps.flatMap(({ row }) => (row && row !== 'gone' ? [row] : [])));
      await db.rows.bulkDelete(gone);
      await db.versions.where('id').anyOf(gone).delete();
      await db.outbox.bulkPut(steps.flatMap(({ outbox: to }) => (to && to !== 'gone' ? [to] : [])));
      await db.outbox.bulkDelete(
        steps.flatMap(({ id, outbox: to }) => (to === 'gone' ? [id] : [])),
      );
      for (const { k, to } of moves) {
        await (to === undefined ? db.meta.delete(k) : db.meta.put({ k, value: to }));
      }
      const commits = Number((await db.meta.get('commits'))?.value ?? 0) + 1;
      await db.meta.put({ k: 'commits', value: commits });
      return { outcome: 'done' };
    })
    .catch((cause: unknown) => {
      throw toStorageError(cause);
    });
  if (done.outcome === 'stale') return done;
  set.apply(steps.flatMap(({ open }) => (open ? [open] : [])));
  set.drop(gone);
  const changed = steps.filter(({ row }) => row).map(({ id }) => id);
  if (changed.length > 0) tabs.post({ type: 'changed', ids: changed });
  return done;
}

const isAsSeen = (seen: Seen, now: Seen): boolean =>
  seen.row?.v === now.row?.v &&
  seen.row?.rev === now.row?.rev &&
  seen.outbox?.mutationId === now.outbox?.mutationId &&
  seen.outbox?.state === now.outbox?.state &&
  seen.outbox?.again === now.outbox?.again;

/** Ids of what waits in one of these states, in no order. */
export async function outboxOf(
  { db }: Workspace,
  states: readonly OutboxRow['state'][],
): Promise<readonly OutboxRow[]> {
  const rows = await db.outbox.toArray();
  return rows.filter(({ state }) => states.includes(state));
}

/** The newest version of a record that was kept for this reason. */
export async function newestVersion(
  { db }: Workspace,
  id: string,
  why: Version['why'],
): Promise<Version | undefined> {
  const all = await db.versions.where('id').equals(id).toArray();
  return all.filter((version) => version.why === why).at(-1);
}

export const metaText = async ({ db }: Workspace, k: string): Promise<string | undefined> => {
  const value = (await db.meta.get(k))?.value;
  return value === undefined ? undefined : String(value);
};
