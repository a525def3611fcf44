import { assert } from '#domain/assert.ts';
import { type Bytes, randomBytes, toBase64, utf8 } from './bytes.ts';
import {
  boundTo,
  type PasskeyParams,
  type Slot,
  unwrapMaster,
  wrapMaster,
  wrappingKey,
} from './slots.ts';
import { VaultError } from './vault-error.ts';

/**
 * A passkey as a way in: the master key wrapped under what the passkey answers to one question (the PRF
 * extension of WebAuthn). The answer is the proof; nobody checks a signature, and there is no server.
 */
export type PasskeySlot = Extract<Slot, { type: 'passkey' }>;

/** Which passkey answered, and the 32 bytes that it alone can make. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  readonly output: Bytes;
}

/** The same question each time. Other records ask another, though the passkey were the same. */
export const prfQuestion = (vaultId: string): Bytes => utf8(`footprint/prf/v1${vaultId}`);

export const PRF_BYTES = 32;

const passkeyInfo = 'footprint/way-in/passkey/1';

const boundParams = (slot: PasskeyParams) => [
  slot.rpId,
  slot.credentialId,
  slot.salt,
  slot.transports,
  slot.kept,
  slot.createdOn,
  // A slot from before the key was kept is bound as it was.
  ...(slot.signs ? [slot.signs.alg, slot.signs.publicKey] : []),
];

/** A passkey slot around the master key, with a fresh salt. */
export async function wrapByPasskey(
  master: Bytes,
  vaultId: string,
  passkey: Omit<PasskeyParams, 'salt'>,
  output: Bytes,
): Promise<PasskeySlot> {
  assert(output.length === PRF_BYTES, 'a passkey answers with 32 bytes');
  const { rpId, credentialId, transports, kept, createdOn, signs } = passkey;
  const salt = toBase64(randomBytes(16));
  const own = signs ? { signs: { alg: signs.alg, publicKey: signs.publicKey } } : {};
  const params = { rpId, credentialId, salt, transports: [...transports], kept, createdOn, ...own };
  const slot = { id: crypto.randomUUID(), type: 'passkey' as const, ...params };
  const kek = await wrappingKey(output, utf8(salt), passkeyInfo);
  return { ...slot, ...(await wrapMaster(kek, master, boundTo(vaultId, slot, boundParams(slot)))) };
}

/** The master key. Throws VaultError 'wrong-secret' where this passkey opens none of the slots. */
export async function unwrapByPasskey(
  slots: readonly Slot[],
  vaultId: string,
  { credentialId, output }: PasskeyAnswer,
): Promise<Bytes> {
  const slot = passkeysAmong(slots).find((each) => each.credentialId === credentialId);
  if (!slot) throw new VaultError('wrong-secret', `${vaultId} has no slot of this passkey`);
  const kek = await wrappingKey(output, utf8(slot.salt), passkeyInfo);
  return unwrapMaster(kek, slot, boundTo(vaultId, slot, boundParams(slot)));
}

export const passkeysAmong = (slots: readonly Slot[]): readonly PasskeySlot[] =>
  slots.flatMap((slot) => (slot.type === 'passkey' ? [slot] : []));
