/** What `typed-session.mjs` restores: 20,000 SYNTHETIC records in one backup, and its recovery key. */
import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import { makeBackup } from '#exchange/backup/back-up.ts';
import { createAccount } from '#storage/keys/accounts.ts';
import { saveRecords, type Write } from '#storage/save.ts';
import { formatRecoveryKey, newRecoverySecret } from '#vault/recovery-key.ts';
import { recordsOf } from './agenda-work.ts';

const AT_ONCE = 500;

export interface TypedBackup {
  readonly backup: string;
  readonly recoveryKey: string;
  readonly records: number;
  /** The practitioner whose session is held, and her children. */
  readonly worker: string;
  readonly names: readonly string[];
}

export async function typedBackup(practitioners: number): Promise<TypedBackup> {
  const newId = () => crypto.randomUUID();
  const secret = newRecoverySecret();
  const ports = { nowMs: () => Date.parse('2026-11-23T10:00:00Z'), newId };
  // Nobody unlocks by this passphrase: a backup has the recovery key alone.
  const derive = async () => crypto.getRandomValues(new Uint8Array(32));
  const account = { passphrase: '', recoverySecret: secret, derive, ports };
  const workspace = await createAccount(account);
  const all = recordsOf(practitioners);
  const writes = all.map(({ collection, id, body }): Write => ({ collection, id, body, basedOn: 0 }));
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await saveRecords(workspace.db, workspace.vault, writes.slice(from, from + AT_ONCE), newId);
  const backup = await (await makeBackup(workspace)).blob.text();
  workspace.tabs.close();
  workspace.db.close();
  const names = all.flatMap(({ collection, body }) =>
    collection === 'children' && 'name' in body && `${body.name}`.includes(' C0-') ? [`${body.name}`] : [],
  );
  return { backup, recoveryKey: formatRecoveryKey(secret), records: all.length, worker: 'SYNTHETIC 0', names };
}
