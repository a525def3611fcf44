import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { noteAudit } from '#storage/audit.ts';
import { FootprintDb, vaultMark } from '#storage/db.ts';
import { toStorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { type PasskeySlot, passkeysAmong, wrapByPasskey } from '#vault/passkey.ts';
import type { NoPasskey, PasskeySource } from '#vault/passkey-source.ts';
import type { PasskeyKept } from '#vault/slots.ts';
import { type Proof, prove, type Secret } from './accounts.ts';

/** A passkey that opens these records, as a person may know it. */
export interface Passkey {
  readonly id: string;
  readonly kept: PasskeyKept;
  readonly addedOn: CalendarDate;
  /** Its public key is kept: what it signs can be checked. */
  readonly signs: boolean;
}

/** Oldest first. The passphrase and the recovery key are always there beside them. */
export async function listPasskeys({ db }: Workspace): Promise<readonly Passkey[]> {
  return passkeysAmong(await db.slots.toArray())
    .map(({ id, kept, createdOn, signs }) => ({
      ...{ id, kept, signs: signs !== undefined },
      addedOn: createdOn as CalendarDate, // ours: see addPasskey
    }))
    .toSorted((a, b) => (a.addedOn < b.addedOn ? -1 : 1));
}

/** What the unlock page may ask to answer. Nothing is opened for it. */
export async function passkeysOfAccount(vaultId: string): Promise<readonly PasskeySlot[]> {
  const db = new FootprintDb(vaultId);
  const slots = await db.slots.toArray();
  db.close();
  return passkeysAmong(slots);
}

export type AddedPasskey =
  | { readonly outcome: 'added' }
  | NoPasskey
  | Exclude<Proof, { readonly outcome: 'right' }>;

/**
 * One more way in, proved by another. The proof comes first: a passkey made in vain would stay behind in
 * Windows. Nothing is stored until the passkey has given its key.
 */
export async function addPasskey(
  workspace: Workspace,
  secret: Secret,
  source: PasskeySource,
): Promise<AddedPasskey> {
  const { db, vault, ports } = workspace;
  if (source.refusal !== undefined) return { outcome: 'none', reason: source.refusal };
  const proof = await prove(db, secret, ports);
  if (proof.outcome !== 'right') return proof;
  const known = passkeysAmong(await db.slots.toArray());
  const made = await source.make({ vaultId: vault.id, mark: vaultMark(vault.id), known });
  if (made.outcome === 'none') return made;
  const passkey = { ...made, createdOn: todayIn(workspace) };
  const slot = await wrapByPasskey(proof.master, vault.id, passkey, made.output);
  try {
    await db.slots.add(slot);
  } catch (cause) {
    throw toStorageError(cause);
  }
  await noteAudit(workspace, 'passkeyAdded');
  return { outcome: 'added' };
}

/** 'kept' where fewer than two ways in would be left, or where it is no passkey. */
export async function removePasskey(
  workspace: Workspace,
  slotId: string,
): Promise<'removed' | 'kept'> {
  const { db } = workspace;
  const outcome = await db.transaction('rw', db.slots, async () => {
    const slots = await db.slots.toArray();
    const slot = slots.find(({ id }) => id === slotId);
    if (!slot) return 'gone'; // in another tab
    if (slot.type !== 'passkey' || slots.length <= 2) return 'kept';
    await db.slots.delete(slotId);
    return 'removed';
  });
  if (outcome === 'removed') await noteAudit(workspace, 'passkeyRemoved');
  return outcome === 'kept' ? 'kept' : 'removed';
}
