import { assert } from '#domain/assert.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { missingToSend } from '#domain/entitlements/entitlement-missing.ts';
import type { StaffRef } from '#domain/ids.ts';
import { Entitlement } from '#domain/records/entitlement.ts';
import { settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import { isMine } from './entitlements-reads.ts';

/** One to write. It is stored with the first letter that is typed, and not before. */
export function newEntitlement(workspace: Workspace): Entitlement {
  const { me, supervisorRef } = settingsOf(workspace);
  return Entitlement.parse({
    id: workspace.ports.newId(),
    superviseeRef: me,
    supervisorRef: supervisorRef as StaffRef, // a reference in settings
    createdAt: workspace.now,
    createdBy: me,
  });
}

export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/**
 * Sends it, once: from now on it goes in every file for my supervisor, with what is written later
 * (ENTITLE1). Throws StorageError, also where text could not be saved first.
 */
export async function sendEntitlement(workspace: Workspace, id: string): Promise<SendOutcome> {
  let outcome: SendOutcome = { outcome: 'sent' };
  await workspace.change(() => {
    const record = workspace.set.find('entitlements', id);
    assert(record && isMine(workspace, record.body), `no entitlement ${id} of mine`);
    if (workspace.queue.unsaved(id))
      throw new StorageError('failed', `entitlement ${id} has text that is not saved yet`);
    if (record.body.sentAt !== '') return [];
    const missing = missingToSend(record.body, todayIn(workspace));
    if (missing.length > 0) {
      outcome = { outcome: 'missing', missing };
      return [];
    }
    return [updated(record, { ...record.body, sentAt: workspace.now }, 'replaced')];
  });
  return outcome;
}

/** Supervision is happening again, or not after all. Nothing that was typed goes. */
export async function settleEntitlement(
  workspace: Workspace,
  id: string,
  isSettled: boolean,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('entitlements', id);
    if (!record || !isMine(workspace, record.body)) return [];
    const settledAt = isSettled ? workspace.now : '';
    return [updated(record, { ...record.body, settledAt }, 'replaced')];
  });
}
