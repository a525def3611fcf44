import { Dexie } from 'dexie';
import {
  commitsOf,
  type FootprintDb,
  type OutboxRow,
  type Row,
  type Version,
} from '#storage/db.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { toStorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type BesideState, besideMeta, forgetBeside } from './beside.ts';

/** What one record becomes because of what was sent or received, and what that was worked out from. */
export interface SyncStep {
  readonly id: string;
  readonly seen: Seen;
  /** Left out: the row stays. Gone: with every earlier version of it. */
  readonly row?: Row | 'gone';
  readonly versions?: readonly Version[];
  /** SENT11: one of these versions is a text that a finished record did not take in. */
  readonly beside?: BesideState;
  /** Left out: it stays, or there is still none. */
  readonly outbox?: OutboxRow | 'gone';
  /** What is in memory from then on, where the row changes. */
  readonly open?: OpenRecord;
}

/** A record as it stands on the disk. */
export interface Seen {
  readonly row: Row | undefined;
  readonly outbox: OutboxRow | undefined;
  /** The database's count of commits when it stood so; left out where nobody looked. */
  readonly at?: number;
}

export type SyncCommit =
  /** `at`: the count of commits with this one. */
  | { readonly outcome: 'done'; readonly at: number }
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
  if (ids.length === 0) return [];
  return db.transaction('r', [db.rows, db.outbox, db.meta], async () => {
    const [rows, outbox, at] = await Promise.all([
      db.rows.bulkGet([...ids]),
      waitingOf(db, ids),
      commitsOf(db),
    ]);
    return ids.map((_, i) => ({ row: rows[i], outbox: outbox[i], at }));
  });
}

/** So many rows are read in one question in the time of one question for each. */
const ROWS_A_QUESTION = 8;

/** One question for all of them, unless so much waits between them that most of its answer is about others. */
async function waitingOf(
  { outbox }: FootprintDb,
  ids: readonly string[],
): Promise<readonly (OutboxRow | undefined)[]> {
  if (ids.length === 0) return [];
  const between = spanOf(outbox, ids);
  if ((await between.count()) > ROWS_A_QUESTION * ids.length) return outbox.bulkGet([...ids]);
  const rows = await between.toArray();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** Everything in the queue from the first of these ids to the last. */
function spanOf(outbox: FootprintDb['outbox'], ids: readonly string[]) {
  const [first = '', ...others] = [...ids].sort();
  return outbox.where('id').between(first, others.at(-1) ?? first, true, true);
}

/**
 * All of it in one strict transaction, or none; everything in it is sealed already. Memory and the other
 * tabs follow the commit. `ours`: counts of commits that touched none of these records. Throws StorageError.
 */
export async function commitSteps(
  workspace: Workspace,
  steps: readonly SyncStep[],
  moves: readonly MetaMove[] = [],
  ours: ReadonlySet<number> = new Set(),
): Promise<SyncCommit> {
  const { db, set, tabs } = workspace;
  const tables = [db.rows, db.outbox, db.versions, db.meta];
  const fresh = steps.flatMap(newRowOf);
  const done = await db
    .transaction('rw', tables, async (): Promise<SyncCommit> => {
      const commits = await commitsOf(db);
      const isCalm = steps.every(({ seen }) => isCalmSince(seen.at, commits, ours));
      const stale = await staleIn(db, isCalm ? [] : steps, moves);
      if (stale) return { outcome: 'stale', ids: stale };
      await takeOut(db, doneOf(steps));
      await writeAll(db, steps, moves, commits + 1);
      return { outcome: 'done', at: commits + 1 };
    })
    .catch((cause: unknown): SyncCommit => {
      const failed = cause instanceof Dexie.BulkError ? cause.failuresByPos : {};
      const ids = fresh.filter((_, i) => failed[i]?.name === 'ConstraintError').map(({ id }) => id);
      if (ids.length === 0) throw toStorageError(cause);
      return { outcome: 'stale', ids };
    });
  if (done.outcome === 'stale') return done;
  set.apply(steps.flatMap(({ open }) => (open ? [open] : [])));
  set.drop(goneOf(steps));
  const changed = steps.filter(({ row }) => row).map(({ id }) => id);
  if (changed.length > 0) tabs.post({ type: 'changed', ids: changed });
  return done;
}

/**
 * A row that was not here is added, and nobody looks for it first: where it is here by now, that fails and
 * takes the whole transaction with it.
 */
const newRowOf = ({ seen, row }: SyncStep): readonly Row[] =>
  !seen.row && row && row !== 'gone' ? [row] : [];

/** Whoever writes a row or in the queue counts it: where nobody did, all of it stands as it was seen. */
function isCalmSince(at: number | undefined, now: number, ours: ReadonlySet<number>): boolean {
  if (at === undefined || at > now) return false;
  for (let commit = now; commit > at; commit--) if (!ours.has(commit)) return false;
  return true;
}

/** Of those that were in the queue: which leave it. */
const doneOf = (steps: readonly SyncStep[]) =>
  steps.flatMap(({ id, seen, outbox }) => (seen.outbox && outbox === 'gone' ? [id] : []));

/** In one request, where nothing else in the queue lies between these. */
async function takeOut({ outbox }: FootprintDb, ids: readonly string[]): Promise<void> {
  const between = spanOf(outbox, ids);
  const isAllBetween = ids.length > 1 && (await between.count()) === ids.length;
  await (isAllBetween ? between.delete() : outbox.bulkDelete([...ids]));
}

const goneOf = (steps: readonly SyncStep[]) =>
  steps.filter(({ row }) => row === 'gone').map(({ id }) => id);

/** Whose row or place in the queue is another by now; none of them where the place in the feed is. */
async function staleIn(
  db: FootprintDb,
  steps: readonly SyncStep[],
  moves: readonly MetaMove[],
): Promise<readonly string[] | undefined> {
  const here = steps.filter((step) => newRowOf(step).length === 0);
  const ids = steps.map(({ id }) => id);
  const [rows, outbox, meta] = await Promise.all([
    db.rows.bulkGet(here.map(({ id }) => id)),
    waitingOf(db, ids),
    db.meta.bulkGet(moves.map(({ k }) => k)),
  ]);
  const held = new Map(rows.map((row) => [row?.id, row]));
  const stale = steps.filter(
    ({ id, seen }, i) => !isAsSeen(seen, { row: held.get(id), outbox: outbox[i] }),
  );
  if (stale.length > 0) return stale.map(({ id }) => id);
  return moves.every(({ from }, i) => meta[i]?.value === from) ? undefined : [];
}

/** All at once: each wait within a transaction costs as much as some dozen rows. */
async function writeAll(
  db: FootprintDb,
  steps: readonly SyncStep[],
  moves: readonly MetaMove[],
  commits: number,
): Promise<void> {
  const changed = steps.filter((step) => newRowOf(step).length === 0);
  const gone = goneOf(steps);
  await Promise.all([
    db.versions.bulkPut(steps.flatMap(({ versions = [] }) => versions)),
    db.rows.bulkAdd(steps.flatMap(newRowOf)),
    db.rows.bulkPut(changed.flatMap(({ row }) => (row && row !== 'gone' ? [row] : []))),
    ...(gone.length === 0
      ? []
      : [
          db.rows.bulkDelete(gone),
          db.versions.where('id').anyOf(gone).delete(),
          forgetBeside(db, gone),
        ]),
    db.outbox.bulkPut(steps.flatMap(({ outbox: to }) => (to && to !== 'gone' ? [to] : []))),
    ...moves.map(({ k, to }) =>
      to === undefined ? db.meta.delete(k) : db.meta.put({ k, value: to }),
    ),
    db.meta.bulkPut(steps.flatMap(({ id, beside }) => (beside ? [besideMeta(id, beside)] : []))),
    db.meta.put({ k: 'commits', value: commits }),
  ]);
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
