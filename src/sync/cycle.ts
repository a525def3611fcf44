import { isOfPerson } from '#storage/sync/directory-refs.ts';
import { commitSteps, metaText, outboxOf } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { ask } from './net.ts';
import { pullAll, UNREAD } from './pull.ts';
import { pushAll } from './push.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import { type Interrupted, interruptedBy, type Syncing } from './syncing.ts';
import { MeAnswer } from './wire/me.ts';
import { routes } from './wire/routes.ts';

export type CycleEnd =
  | {
      readonly outcome: 'done';
      readonly sent: number;
      readonly received: number;
      readonly removed: number;
      readonly me: MeAnswer;
    }
  /** Signed in as somebody else than these records are of: nothing was sent and nothing asked for. */
  | { readonly outcome: 'wrongPerson'; readonly name: string }
  | { readonly outcome: 'askBeforeRemoving'; readonly count: number; readonly of: number }
  | Interrupted;

/** Which of the endpoint's times the revisions here are of. */
const EPOCH = 'epoch';
/** When all of it was last sent, as an instant. */
export const SENT_AT = 'sentAt';
/** A change of scope or of epoch in the middle is met by beginning again, this often. */
const MAX_TURNS = 5;

/**
 * One cycle: who is signed in, push, pull, and push what merging made (LOOP1). `mayRemoveMany`: a person
 * was asked. Throws StorageError; what was done by then stays done.
 */
export async function syncOnce(syncing: Syncing, mayRemoveMany = false): Promise<CycleEnd> {
  const { workspace } = syncing;
  const asked = await ask(syncing, { method: 'GET', path: routes.me, schema: MeAnswer });
  if (asked.outcome !== 'answered') return interruptedBy(asked);
  const me = asked.answer;
  // LOOP10: one person’s text never goes out under another’s name.
  if (!isOfPerson(workspace, me.person)) return { outcome: 'wrongPerson', name: me.person.name };
  const total = { sent: 0, received: 0, removed: 0 };
  // Before anything is sent: it would name revisions that the endpoint no longer knows.
  const epoch = await metaText(workspace, EPOCH);
  if (epoch !== me.epoch) {
    const reconciled = epoch === undefined ? undefined : await reconcile(syncing, 'epoch');
    if (reconciled && reconciled.outcome !== 'done') return reconciled;
    total.received += reconciled?.received ?? 0;
    await commitSteps(workspace, [], [{ k: EPOCH, from: epoch, to: me.epoch }]);
  }
  const again = await readUnreadAgain(syncing, epoch === me.epoch);
  if (again.outcome !== 'done') return again;
  total.received += again.received;
  total.removed += again.removed;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const pushed = await pushAll(syncing);
    if (pushed.outcome !== 'done') return pushed;
    total.sent += pushed.sent;
    const pulled = await pullAll(syncing, mayRemoveMany);
    if (pulled.outcome === 'resync') {
      const reconciled = await reconcile(syncing, pulled.because);
      if (reconciled.outcome !== 'done') return reconciled;
      total.received += reconciled.received;
      total.removed += reconciled.removed;
      continue;
    }
    if (pulled.outcome !== 'done') return pulled;
    total.received += pulled.received;
    if ((await outboxOf(workspace, ['waiting'])).length === 0) break;
  }
  await noteSent(workspace);
  return { outcome: 'done', ...total, me };
}

/**
 * TAKE7: what an older version of the app could not read is asked for again, by comparing everything: from the
 * start of the feed nobody would say that some of what is here is no longer this person's (RECON1). After a
 * restored copy all was compared already.
 */
async function readUnreadAgain(syncing: Syncing, isSameEpoch: boolean): Promise<Reconciled> {
  const { workspace, appVersion } = syncing;
  const none = { outcome: 'done', removed: 0, received: 0 } as const;
  const unreadBy = await metaText(workspace, UNREAD);
  if (unreadBy === undefined || unreadBy === appVersion) return none;
  const compared = isSameEpoch ? await reconcile(syncing, 'scope') : none;
  if (compared.outcome !== 'done') return compared;
  // What this version cannot read either is noted under its own name by now, and stays.
  await commitSteps(workspace, [], [{ k: UNREAD, from: unreadBy, to: undefined }]);
  return compared;
}

/** "All changes sent": only where nothing of any kind is left. */
async function noteSent(workspace: Workspace): Promise<void> {
  if ((await workspace.db.outbox.count()) > 0) return;
  const from = await metaText(workspace, SENT_AT);
  await commitSteps(workspace, [], [{ k: SENT_AT, from, to: workspace.now }]);
}
