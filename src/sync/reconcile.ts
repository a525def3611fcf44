import { findCollection, isSent } from '#domain/collections.ts';
import type { Row } from '#storage/db.ts';
import { unsent } from '#storage/save.ts';
import { commitSteps, metaText, type SyncStep, seenOf } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { isMine } from './is-mine.ts';
import { ask } from './net.ts';
import { CURSOR, takeAll } from './pull.ts';
import { type Interrupted, interruptedBy, type Syncing } from './syncing.ts';
import { GetAnswer, HeadsAnswer } from './wire/changes.ts';
import { PROTOCOL } from './wire/limits.ts';
import { routes } from './wire/routes.ts';

export type Reconciled =
  | { readonly outcome: 'done'; readonly removed: number; readonly received: number }
  | Interrupted;

type Heads = ReadonlyMap<string, { readonly rev: number; readonly deleted: boolean }>;

const PAGE = 100;

/**
 * Compares what is here with everything this person may see now (RECON1 to RECON4). `scope`: what is no
 * longer theirs leaves the device, unless it holds unsent text. `epoch`: the endpoint's records were put
 * back from a copy: nothing leaves, and what it no longer has is sent again.
 */
export async function reconcile(syncing: Syncing, because: 'scope' | 'epoch'): Promise<Reconciled> {
  const { workspace, signal } = syncing;
  if (signal.aborted) return { outcome: 'stopped' };
  const cursor = await metaText(workspace, CURSOR);
  const asked = await ask(syncing, { method: 'GET', path: routes.heads, schema: HeadsAnswer });
  if (asked.outcome !== 'answered') return interruptedBy(asked);
  const heads: Heads = new Map(asked.answer.heads.map((head) => [head.recordId, head]));

  const removed = because === 'scope' ? await removeLost(workspace, heads) : 0;
  if (because === 'epoch') await beginAgain(workspace);
  const missing = await missingOf(workspace, heads);
  const got = await getAll(syncing, missing);
  if (got.outcome !== 'done') return got;
  await commitSteps(workspace, [], [{ k: CURSOR, from: cursor, to: asked.answer.nextCursor }]);
  return { outcome: 'done', removed, received: got.received };
}

/** Rows that the endpoint has, or had. */
async function knownRows({ db }: Workspace): Promise<readonly Row[]> {
  const rows = await db.rows.toArray();
  return rows.filter(({ c, rev }) => {
    const collection = findCollection(c);
    return rev !== null && collection !== undefined && isSent(collection);
  });
}

/** RECON1: not mine any more, and nothing of it waits to be sent. */
async function removeLost(workspace: Workspace, heads: Heads): Promise<number> {
  const lost = (await knownRows(workspace)).filter(({ id }) => !heads.has(id)).map(({ id }) => id);
  const seen = await seenOf(workspace, lost);
  const steps = lost.flatMap((id, i): readonly SyncStep[] => {
    const now = seen[i];
    return now?.row && !now.outbox ? [{ id, seen: now, row: 'gone' }] : [];
  });
  return commitCalm(workspace, steps);
}

/**
 * RECON2: revisions of another time say nothing. What is mine goes again as if it were new, and is compared
 * by its text; what is somebody else's is fetched again where it is there.
 */
async function beginAgain(workspace: Workspace): Promise<void> {
  const known = await knownRows(workspace);
  const seen = await seenOf(
    workspace,
    known.map(({ id }) => id),
  );
  const steps = known.flatMap(({ id }, i): readonly SyncStep[] => {
    const now = seen[i];
    const held = workspace.set.findAnywhere(id);
    if (!now?.row || !held) return [];
    const rev = isMine(workspace, held) ? null : 0;
    const { outbox } = now;
    const stays = outbox?.state === 'clash' || outbox?.state === 'refused';
    const waits =
      rev === null && !stays ? { outbox: { id, ...unsent(workspace.ports.newId()) } } : {};
    return [{ id, seen: now, row: { ...now.row, rev }, ...waits, open: { ...held, rev } }];
  });
  await commitCalm(workspace, steps);
}

/** What somebody typed into meanwhile is left for the next time. */
async function commitCalm(workspace: Workspace, steps: readonly SyncStep[]): Promise<number> {
  const done = await commitSteps(workspace, steps);
  if (done.outcome === 'done') return steps.length;
  const calm = steps.filter(({ id }) => !done.ids.includes(id));
  return (await commitSteps(workspace, calm)).outcome === 'done' ? calm.length : 0;
}

/** RECON3: newer there, or not here yet. What was removed there matters only where it is still here. */
async function missingOf({ db }: Workspace, heads: Heads): Promise<readonly string[]> {
  const held = new Map((await db.rows.toArray()).map(({ id, rev }) => [id, rev]));
  return [...heads].flatMap(([id, { rev, deleted }]) => {
    if (!held.has(id)) return deleted ? [] : [id];
    return (held.get(id) ?? 0) < rev ? [id] : [];
  });
}

/** RECON4: a request's worth at a time; what a page had no room for is asked for again. */
async function getAll(
  syncing: Syncing,
  missing: readonly string[],
): Promise<{ readonly outcome: 'done'; readonly received: number } | Interrupted> {
  let left = missing;
  let received = 0;
  while (left.length > 0) {
    if (syncing.signal.aborted) return { outcome: 'stopped' };
    const recordIds = left.slice(0, PAGE);
    const body = { protocol: PROTOCOL, recordIds };
    const path = routes.getRecords;
    const asked = await ask(syncing, { method: 'POST', path, body, schema: GetAnswer });
    if (asked.outcome !== 'answered') return interruptedBy(asked);
    const { records } = asked.answer;
    const took = await takeAll(syncing, records, []);
    received += took.outcome === 'taken' ? took.changed : 0;
    const got = new Set(records.map(({ recordId }) => recordId));
    // None of a page: lost to this person since the heads were read.
    left = got.size > 0 ? left.filter((id) => !got.has(id)) : left.slice(PAGE);
  }
  return { outcome: 'done', received };
}
