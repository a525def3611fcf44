import {
  commitSteps,
  type MetaMove,
  metaText,
  type Seen,
  type SyncStep,
  seenOf,
} from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Asked, ask } from './net.ts';
import { type Interrupted, interruptedBy, type Syncing } from './syncing.ts';
import { planTake } from './take.ts';
import { ChangesAnswer } from './wire/changes.ts';
import type { WireRecord } from './wire/common.ts';
import { routes } from './wire/routes.ts';

export const CURSOR = 'cursor';
/** Which version of the app could not read something that the endpoint holds. */
export const UNREAD = 'unread';
const PAGE = 200;
const MAX_ROUNDS = 20;

export type Pulled =
  | { readonly outcome: 'done'; readonly received: number }
  /** The cursor is of another time, or of another circle of people: see `reconcile`. */
  | { readonly outcome: 'resync'; readonly because: 'scope' | 'epoch' }
  | { readonly outcome: 'askBeforeRemoving'; readonly count: number; readonly of: number }
  | Interrupted;

/** Takes in what changed since the last time, page by page, until the endpoint says that there is no more. */
export async function pullAll(syncing: Syncing, mayRemoveMany: boolean): Promise<Pulled> {
  const { workspace, signal } = syncing;
  let received = 0;
  let cursor = await metaText(workspace, CURSOR);
  let ahead: Promise<Asked<ChangesAnswer>> | undefined;
  while (!signal.aborted) {
    const asked = await (ahead ?? pageAfter(syncing, cursor));
    if (asked.outcome === 'refused' && asked.status === 410) {
      return { outcome: 'resync', because: asked.code === 'scope_changed' ? 'scope' : 'epoch' };
    }
    if (asked.outcome !== 'answered') return interruptedBy(asked);
    const { changes, nextCursor, hasMore } = asked.answer;
    const many = mayRemoveMany ? undefined : tooManyRemovals(workspace, changes);
    if (many) return many;
    // On its way while this one is written down. Where that comes to nothing, nobody looks at it.
    ahead = hasMore && !signal.aborted ? pageAfter(syncing, nextCursor) : undefined;
    const took = await takeAll(syncing, changes, [{ k: CURSOR, from: cursor, to: nextCursor }]);
    if (took.outcome === 'moved') {
      // Another tab moved the cursor: it has taken this page in.
      cursor = await metaText(workspace, CURSOR);
      ahead = undefined;
      continue;
    }
    cursor = nextCursor;
    received += took.changed;
    if (!hasMore) return { outcome: 'done', received };
  }
  return { outcome: 'stopped' };
}

function pageAfter(syncing: Syncing, cursor: string | undefined): Promise<Asked<ChangesAnswer>> {
  const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const path = `${routes.changes}?limit=${PAGE}${query}`;
  return ask(syncing, { method: 'GET', path, schema: ChangesAnswer });
}

/** A fifth of all that is here, removed at once, is a mistake somewhere until a person says otherwise. */
const SHARE = 0.2;
const FEW = 10;

function tooManyRemovals({ set }: Workspace, changes: readonly WireRecord[]) {
  const count = changes.filter(
    ({ deleted, recordId }) => deleted && set.findAnywhere(recordId),
  ).length;
  const of = set.ids().length;
  return count > FEW && count > SHARE * of
    ? ({ outcome: 'askBeforeRemoving', count, of } as const)
    : undefined;
}

export type Took =
  | { readonly outcome: 'taken'; readonly changed: number }
  | { readonly outcome: 'moved' };

const nothingHere: Seen = { row: undefined, outbox: undefined };

/** Records and the cursor in one transaction (TAKE8): worked out again for what was typed into meanwhile. */
export async function takeAll(
  { workspace, appVersion }: Pick<Syncing, 'workspace' | 'appVersion'>,
  records: readonly WireRecord[],
  moves: readonly MetaMove[],
): Promise<Took> {
  // What memory does not hold is mostly not here at all: where it is, the commit says so.
  const isNew = ({ recordId, deleted }: WireRecord) =>
    !deleted && !workspace.set.findAnywhere(recordId);
  let seen = new Map(records.filter(isNew).map(({ recordId }) => [recordId, nothingHere]));
  let look = records.map(({ recordId }) => recordId).filter((id) => !seen.has(id));
  const steps = new Map<string, SyncStep>();
  let isUnread = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const [i, now] of (await seenOf(workspace, look)).entries()) seen.set(look[i] ?? '', now);
    const planned = records.map(async (record) => {
      const now = seen.get(record.recordId);
      return now && { id: record.recordId, ...(await planTake(workspace, record, now)) };
    });
    for (const taken of await Promise.all(planned)) {
      if (!taken) continue;
      isUnread ||= taken.isUnreadable;
      if (taken.step) steps.set(taken.id, taken.step);
      else steps.delete(taken.id);
    }
    const all = isUnread ? [...moves, ...(await unreadMove(workspace, appVersion))] : moves;
    const done = await commitSteps(workspace, [...steps.values()], all);
    if (done.outcome === 'done') return { outcome: 'taken', changed: steps.size };
    if (done.ids.length === 0) return { outcome: 'moved' };
    look = [...done.ids];
    seen = new Map();
  }
  return { outcome: 'moved' };
}

async function unreadMove(workspace: Workspace, to: string): Promise<readonly MetaMove[]> {
  const from = await metaText(workspace, UNREAD);
  return from === to ? [] : [{ k: UNREAD, from, to }];
}
