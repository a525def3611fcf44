import { FootprintDb, listVaultIds, noRows, readRows } from '#storage/db.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import type { Ports } from '#storage/ports.ts';
import { toStorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Attempts, afterWrongAttempt, noAttempts, secondsToWait } from '#vault/attempts.ts';
import type { Bytes } from '#vault/bytes.ts';
import type { PasskeyAnswer } from '#vault/passkey.ts';
import {
  type DeriveFromPassphrase,
  type Slot,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  wrapByPassphrase,
  wrapByRecoveryKey,
} from '#vault/slots.ts';
import { newMasterKey, openVault } from '#vault/vault.ts';
import { VaultError } from '#vault/vault-error.ts';

/** One person's database as it can be seen without unlocking it. */
export interface Account {
  readonly vaultId: string;
  readonly isExample: boolean;
  readonly hasPasskey: boolean;
}

export async function listAccounts(): Promise<readonly Account[]> {
  const ids = await listVaultIds();
  const accounts = await Promise.all(
    ids.map(async (vaultId) => {
      const db = new FootprintDb(vaultId);
      const slots = await db.slots.toArray();
      db.close();
      // A database without a way in is one whose making was cut short: nothing was ever written to it.
      if (slots.length === 0) return undefined;
      const has = (wanted: Slot['type']) => slots.some(({ type }) => type === wanted);
      return { vaultId, isExample: has('example'), hasPasskey: has('passkey') };
    }),
  );
  return accounts.filter((account) => account !== undefined);
}

export interface NewAccount {
  readonly passphrase: string;
  readonly recoverySecret: Bytes;
  readonly derive: DeriveFromPassphrase;
  readonly ports: Ports;
}

/** A new empty database with its two ways in, both written before anything else can be. */
export async function createAccount(input: NewAccount): Promise<Workspace> {
  const { passphrase, recoverySecret, derive, ports } = input;
  const vaultId = ports.newId();
  const master = newMasterKey();
  const slots = [
    await wrapByPassphrase(master, vaultId, passphrase, derive),
    await wrapByRecoveryKey(master, vaultId, recoverySecret),
  ];
  return start(vaultId, master, slots, ports);
}

/** The example caseload's database: not real, its key kept beside it. */
export async function createExampleAccount(ports: Ports): Promise<Workspace> {
  const vaultId = ports.newId();
  const master = newMasterKey();
  const slot: Slot = { id: ports.newId(), type: 'example', key: master };
  return start(vaultId, master, [slot], ports);
}

async function start(vaultId: string, master: Bytes, slots: readonly Slot[], ports: Ports) {
  const vault = await openVault(vaultId, master);
  const db = new FootprintDb(vaultId);
  try {
    await db.transaction('rw', [db.slots, db.meta], async () => {
      await db.slots.bulkAdd([...slots]);
      await db.meta.bulkPut([
        { k: 'schema', value: 1 },
        { k: 'clientId', value: ports.newId() },
      ]);
    });
  } catch (cause) {
    throw toStorageError(cause);
  }
  return openWorkspace(db, vault, noRows, ports);
}

export type UnlockOutcome =
  | { readonly outcome: 'unlocked'; readonly workspace: Workspace }
  | { readonly outcome: 'wrong'; readonly waitSeconds: number }
  | { readonly outcome: 'wait'; readonly waitSeconds: number };

export type Secret =
  | {
      readonly type: 'passphrase';
      readonly passphrase: string;
      readonly derive: DeriveFromPassphrase;
    }
  | { readonly type: 'recovery'; readonly secret: Bytes }
  | ({ readonly type: 'passkey' } & PasskeyAnswer);

export type Proof =
  | { readonly outcome: 'right'; readonly master: Bytes }
  | Exclude<UnlockOutcome, { readonly outcome: 'unlocked' }>;

/**
 * Whether this secret opens these records: unlocking, and asking again while they are open. A wrong one is
 * an answer and makes the next try wait; it wipes nothing. The caller drops the master key.
 */
export async function prove(db: FootprintDb, secret: Secret, ports: Ports): Promise<Proof> {
  const attempts = await readAttempts(db);
  const waitSeconds = secondsToWait(attempts, ports.nowMs());
  if (waitSeconds > 0) return { outcome: 'wait', waitSeconds };
  try {
    const master = await unwrapWith(db, secret);
    await writeAttempts(db, noAttempts);
    return { outcome: 'right', master };
  } catch (cause) {
    if (!(cause instanceof VaultError) || cause.reason !== 'wrong-secret') throw cause;
    const next = afterWrongAttempt(attempts, ports.nowMs());
    await writeAttempts(db, next);
    return { outcome: 'wrong', waitSeconds: secondsToWait(next, ports.nowMs()) };
  }
}

/** Opens a person's records. Ciphertext is read while the passphrase is being stretched. */
export async function unlock(
  vaultId: string,
  secret: Secret,
  ports: Ports,
): Promise<UnlockOutcome> {
  const db = new FootprintDb(vaultId);
  const reading = readRows(db);
  const proof = await prove(db, secret, ports);
  if (proof.outcome !== 'right') {
    await reading;
    db.close();
    return proof;
  }
  const vault = await openVault(vaultId, proof.master);
  return { outcome: 'unlocked', workspace: await openWorkspace(db, vault, await reading, ports) };
}

export async function unlockExample(vaultId: string, ports: Ports): Promise<Workspace> {
  const db = new FootprintDb(vaultId);
  const slot = (await db.slots.toArray()).find(({ type }) => type === 'example');
  if (slot?.type !== 'example') throw new VaultError('damaged', `${vaultId} has no example key`);
  const vault = await openVault(vaultId, slot.key);
  return openWorkspace(db, vault, await readRows(db), ports);
}

async function unwrapWith(db: FootprintDb, secret: Secret): Promise<Bytes> {
  const { vaultId } = db;
  const slots = await db.slots.toArray();
  if (secret.type === 'passkey') {
    const { unwrapByPasskey } = await import('#vault/passkey.ts');
    return unwrapByPasskey(slots, vaultId, secret);
  }
  const slot = slots.find(({ type }) => type === secret.type);
  if (slot?.type === 'passphrase' && secret.type === 'passphrase') {
    return unwrapByPassphrase(slot, vaultId, secret.passphrase, secret.derive);
  }
  if (slot?.type === 'recovery' && secret.type === 'recovery') {
    return unwrapByRecoveryKey(slot, vaultId, secret.secret);
  }
  throw new VaultError('damaged', `${vaultId} has no ${secret.type} slot`);
}

/** A new passphrase around the same master key, proved by either way in; records are not sealed again. */
export async function replacePassphrase(
  workspace: Workspace,
  proof: Secret,
  passphrase: string,
  derive: DeriveFromPassphrase,
): Promise<'replaced' | 'wrong'> {
  const { db, vault } = workspace;
  try {
    const master = await unwrapWith(db, proof);
    const slot = await wrapByPassphrase(master, vault.id, passphrase, derive);
    await db.transaction('rw', db.slots, async () => {
      const old = (await db.slots.toArray()).filter(({ type }) => type === 'passphrase');
      await db.slots.bulkDelete(old.map(({ id }) => id));
      await db.slots.add(slot);
    });
    return 'replaced';
  } catch (cause) {
    if (cause instanceof VaultError && cause.reason === 'wrong-secret') return 'wrong';
    throw cause;
  }
}

async function readAttempts(db: FootprintDb): Promise<Attempts> {
  const wrong = await db.meta.get('wrongAttempts');
  const notBefore = await db.meta.get('notBefore');
  return { wrong: Number(wrong?.value ?? 0), notBefore: Number(notBefore?.value ?? 0) };
}

async function writeAttempts(db: FootprintDb, { wrong, notBefore }: Attempts): Promise<void> {
  await db.meta.bulkPut([
    { k: 'wrongAttempts', value: wrong },
    { k: 'notBefore', value: notBefore },
  ]);
}
