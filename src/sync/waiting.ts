import { collectionNames, findCollection } from '#domain/collections.ts';
import type { OutboxRow } from '#storage/db.ts';
import { unsent } from '#storage/save.ts';
import { besideNow, besideSeen } from '#storage/sync/beside.ts';
import { sealEarlier } from '#storage/sync/earlier-bodies.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { commitSteps, type SyncStep, seenOf } from '#storage/sync/sync-steps.ts';
import type { NeedsPerson } from '#storage/sync/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';
import { openFrozen } from './frozen.ts';

/** How many records wait, by state, from the stored rows and nothing else. */
export async function countWaiting(
  workspace: Workspace,
): Promise<Record<OutboxRow['state'], number>> {
  const count = { waiting: 0, sending: 0, clash: 0, refused: 0 };
  for (const row of await workspace.db.outbox.toArray()) count[stateNow(workspace, row)] += 1;
  return count;
}

/**
 * SENT4: two versions are in the record itself. With the last choice it waits like any other, also before
 * the next cycle looks at it; and where two tabs made them it needs a person at once.
 */
function stateNow({ set }: Workspace, { id, state }: OutboxRow): OutboxRow['state'] {
  if (state !== 'waiting' && state !== 'clash') return state;
  const body = set.findAnywhere(id)?.body;
  if (!body) return state; // not opened: a newer version's, or damaged
  return clashesOf(body).length > 0 ? 'clash' : 'waiting';
}

/** Those that need a person: two versions, what was refused, and what a finished record did not take in. */
export async function needsPerson(workspace: Workspace): Promise<readonly NeedsPerson[]> {
  const { db, vault } = workspace;
  const rows = await db.outbox.toArray();
  const asked = rows.map(async (row): Promise<readonly NeedsPerson[]> => {
    const state = stateNow(workspace, row);
    if (state === 'waiting' || state === 'sending') return [];
    const held = await db.rows.get(row.id);
    const known = held && findCollection(held.c);
    if (state === 'clash') {
      return [{ id: row.id, collection: known, state, refusedFor: '', text: '' }];
    }
    const { mutation, refusedFor } = await openFrozen(vault, row);
    const collection = collectionNames.find((name) => name === mutation.type);
    const isBeside = refusedFor === 'locked' || refusedFor === 'deleted';
    const text = isBeside ? (mutation.payload ?? '') : '';
    const at = mutation.clientTime;
    return [{ id: row.id, collection, state, refusedFor, text, at }];
  });
  return [...(await Promise.all(asked)).flat(), ...(await besideNew(workspace))];
}

/** SENT11: finished here before another device's text arrived, and not read yet. */
async function besideNew(workspace: Workspace): Promise<readonly NeedsPerson[]> {
  const kept = await besideNow(workspace);
  return [...kept].flatMap(([id, state]) => {
    const collection = workspace.set.findAnywhere(id)?.collection;
    if (state === 'seen' || !collection) return [];
    return [{ id, collection, state: 'beside', refusedFor: '', text: '' }];
  });
}

/** A person says that it is to be tried again; where it was removed elsewhere, that mine is to be kept. */
export async function tryAgain(workspace: Workspace, id: string): Promise<void> {
  await settle(workspace, id, { outbox: { id, ...unsent(workspace.ports.newId()) } });
}

/**
 * A person has seen it and lets it rest: what a finished record did not take in (SENT11), or what is not to be
 * sent. It stays on this device as it is; a record that was removed elsewhere goes here too.
 */
export async function letRest(
  workspace: Workspace,
  { id, state, refusedFor, text }: NeedsPerson,
): Promise<void> {
  if (state === 'beside') return besideSeen(workspace, id);
  const goes = refusedFor === 'deleted' ? { row: 'gone' as const } : {};
  const row = await workspace.db.rows.get(id);
  // What was there beside it and nobody has read yet stays unread.
  const isNew = (await besideNow(workspace)).get(id) === 'new';
  const kept =
    refusedFor === 'locked' && row && text !== ''
      ? {
          versions: [await sealEarlier(workspace, row, { text, why: 'beside' })],
          beside: isNew ? ('new' as const) : ('seen' as const),
        }
      : {};
  await settle(workspace, id, { outbox: 'gone', ...goes, ...kept });
}

async function settle(
  workspace: Workspace,
  id: string,
  step: Omit<SyncStep, 'id' | 'seen'>,
): Promise<void> {
  const [seen] = await seenOf(workspace, [id]);
  // It moved on meanwhile: what the person saw is not there any more, and the list says what is.
  if (seen?.outbox?.state !== 'refused') return;
  await commitSteps(workspace, [{ id, seen, ...step }]);
}
