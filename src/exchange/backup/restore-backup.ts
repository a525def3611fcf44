import * as z from 'zod/mini';
import { FootprintDb, listVaultIds } from '#storage/db.ts';
import { bindingOf } from '#storage/open-record.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import type { Ports } from '#storage/ports.ts';
import { toStorageError } from '#storage/storage-error.ts';
import { besideMeta } from '#storage/sync/beside.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { Bytes } from '#vault/bytes.ts';
import { sha256 } from '#vault/hash.ts';
import { type DeriveFromPassphrase, unwrapByRecoveryKey, wrapByPassphrase } from '#vault/slots.ts';
import { openVault, type Vault } from '#vault/vault.ts';
import { VaultError } from '#vault/vault-error.ts';
import { type BackupRows, type RecoverySlot, readBackup, unreadable } from './backup-file.ts';

const Vouched = z.object({
  lines: z.number(),
  sha256: z.string(),
  madeAt: z.string(),
  records: z.number(),
});

/** A backup that opens whole, ready to be written. It holds keys: keep it no longer than the page. */
export interface CheckedBackup {
  readonly vaultId: string;
  readonly madeAt: string;
  readonly recordCount: number;
  readonly rows: BackupRows;
  readonly slot: RecoverySlot;
  readonly master: Bytes;
  readonly vault: Vault;
}

export type CheckOutcome =
  | { readonly outcome: 'checked'; readonly backup: CheckedBackup }
  | { readonly outcome: 'wrongKey' }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** Opens every row of a backup in memory. Nothing is written, whatever the answer. */
export async function checkBackup(text: string, recoverySecret: Bytes): Promise<CheckOutcome> {
  const read = readBackup(text);
  if (read.outcome === 'unreadable') return read;
  const { header, rows, end } = read;
  const { vaultId } = header;
  const slot: RecoverySlot = { type: 'recovery', ...header.slot };
  try {
    const master = await unwrapByRecoveryKey(slot, vaultId, recoverySecret);
    const vault = await openVault(vaultId, master);
    const vouched = Vouched.parse(
      JSON.parse(await vault.open({ kind: 'backup', c: 0, id: vaultId, v: 1 }, end)),
    );
    if (vouched.lines !== read.lineCount || vouched.sha256 !== (await sha256(read.body))) {
      return unreadable('This backup has been changed since it was made. Choose another copy.');
    }
    for (const row of [...rows.rows, ...rows.versions]) await vault.open(bindingOf(row), row);
    if ((await listVaultIds()).includes(vaultId)) {
      return unreadable(
        'The records of this backup are already on this device. Unlock them instead.',
      );
    }
    const { madeAt, records } = vouched;
    return {
      outcome: 'checked',
      backup: { vaultId, madeAt, recordCount: records, rows, slot, master, vault },
    };
  } catch (cause) {
    if (cause instanceof VaultError && cause.reason === 'wrong-secret')
      return { outcome: 'wrongKey' };
    return unreadable('This backup is damaged: part of it does not open. Choose another copy.');
  }
}

/** Writes a checked backup as a new database with a new passphrase, all or none, and opens it. */
export async function restoreBackup(
  backup: CheckedBackup,
  passphrase: string,
  derive: DeriveFromPassphrase,
  ports: Ports,
): Promise<Workspace> {
  const { vaultId, rows, slot, master, vault } = backup;
  const passphraseSlot = await wrapByPassphrase(master, vaultId, passphrase, derive);
  const db = new FootprintDb(vaultId);
  try {
    const tables = [db.rows, db.versions, db.outbox, db.slots, db.meta];
    await db.transaction('rw', tables, async () => {
      await db.rows.bulkAdd([...rows.rows]);
      await db.versions.bulkAdd([...rows.versions]);
      await db.outbox.bulkAdd([...rows.outbox]);
      await db.slots.bulkAdd([slot, passphraseSlot]);
      await db.meta.bulkPut([
        { k: 'schema', value: 1 },
        { k: 'clientId', value: ports.newId() },
        ...rows.versions
          .filter(({ why }) => why === 'beside')
          .map(({ id }) => besideMeta(id, 'new')),
      ]);
    });
  } catch (cause) {
    // An empty database would say "already on this device". One with a way in is somebody's: restored by a
    // second click or in another tab, and never ours to delete.
    if ((await db.slots.count()) === 0) await db.delete();
    else db.close();
    throw toStorageError(cause);
  }
  return openWorkspace(db, vault, { rows: rows.rows, commits: 0 }, ports);
}
