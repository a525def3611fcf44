import { forgetBeside } from '#storage/sync/beside.ts';
import { isConnected } from '#storage/sync/is-connected.ts';
import { removalOf } from './removal.ts';
import { saveRecords, type Write } from './save.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import type { Workspace } from './workspace.ts';

/**
 * Takes rows off the disk, with their earlier versions and what waits to be sent, and writes the rest in the
 * same transaction: all or none. Where they go `everywhere`, the endpoint is told of those it has; else they
 * leave this device alone. Throws StorageError; nothing has gone then.
 */
export async function removeRows(
  workspace: Workspace,
  ids: readonly string[],
  writes: readonly Write[],
  where: 'here' | 'everywhere' = 'here',
): Promise<void> {
  const { db, vault, ports, set, tabs } = workspace;
  const gone = [...ids];
  const held = where === 'everywhere' ? await db.rows.bulkGet(gone) : [];
  const told = await Promise.all(held.map((row) => row && removalOf(vault, row, ports.newId())));
  const isSending = where === 'everywhere' && (await isConnected(workspace));
  const saved = await saveRecords(db, vault, writes, ports.newId, async () => {
    if (isSending && (await db.outbox.bulkGet(gone)).some((row) => row !== undefined)) {
      throw new StorageError('failed', 'a record that is to go has a change that was not sent'); // KEEP8
    }
    await db.rows.bulkDelete(gone);
    await db.outbox.bulkDelete(gone);
    await db.outbox.bulkAdd(told.filter((row) => row !== undefined));
    await db.versions.where('id').anyOf(gone).delete();
    await forgetBeside(db, gone);
  }).catch((cause: unknown) => {
    throw toStorageError(cause);
  });
  if (saved.outcome === 'stale') throw new StorageError('failed', 'another tab changed a record');
  set.apply(saved.records);
  set.drop(gone);
  tabs.post({ type: 'changed', ids: [...gone, ...writes.map(({ id }) => id)] });
}
