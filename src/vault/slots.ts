import { type Argon2Params, argon2Floor } from './argon2-params.ts';
import { type Bytes, randomBytes, toBase64, utf8 } from './bytes.ts';
import { VaultError } from './vault-error.ts';

/**
 * A way in: the master key wrapped under a key made from a passphrase or the recovery key. Stored in
 * clear, bound to its own parameters. There is no verifier: the right secret is the one that opens it.
 */
export type Slot =
  | { id: string; type: 'passphrase'; kdf: Argon2Params; iv: Bytes; ct: Bytes }
  | { id: string; type: 'recovery'; salt: string; iv: Bytes; ct: Bytes }
  /** Never the only way in: a passkey can be lost with its device. See ./passkey.ts. */
  | ({ id: string; type: 'passkey'; iv: Bytes; ct: Bytes } & PasskeyParams)
  /** The example caseload is not real: its key lies beside it and opens with one click. */
  | { id: string; type: 'example'; key: Bytes };

/** Where a passkey is kept, as far as the browser tells. A code and no name: slots are stored in clear. */
export type PasskeyKept = 'thisDevice' | 'copied' | 'securityKey';

/** All of it is bound to the wrapped key. */
export interface PasskeyParams {
  /** The website the passkey was made for; the browser gives it to no other. */
  readonly rpId: string;
  /** Base64, both. */
  readonly credentialId: string;
  readonly salt: string;
  /** How the browser reaches it, as it said itself. */
  readonly transports: readonly string[];
  readonly kept: PasskeyKept;
  readonly createdOn: string;
  /** What it signs with; none in a slot from before it was kept, and where the browser tells none. */
  readonly signs?: PasskeyKey;
}

/** The public half (SPKI, base64) and how it signs, as WebAuthn calls it: see ./assertion.ts. */
export interface PasskeyKey {
  readonly alg: 'ES256' | 'RS256';
  readonly publicKey: string;
}

export type DeriveFromPassphrase = (passphrase: string, params: Argon2Params) => Promise<Bytes>;

export function boundTo(
  vaultId: string,
  slot: Pick<Slot, 'id' | 'type'>,
  parameters: unknown,
): Bytes {
  return utf8(JSON.stringify(['footprint', 1, 'slot', vaultId, slot.id, slot.type, parameters]));
}

/** An AES-256-GCM key from stretched or random bits, by HKDF. `info` keeps each use apart from the others. */
export async function wrappingKey(secret: Bytes, salt: Bytes, info: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const passphraseInfo = 'footprint/way-in/passphrase/1';
const recoveryInfo = 'footprint/way-in/recovery/1';

const parametersOf = (kdf: Argon2Params) => [kdf.alg, kdf.m, kdf.t, kdf.p, kdf.salt];

/** A passphrase slot around the master key, with a fresh salt. */
export async function wrapByPassphrase(
  master: Bytes,
  vaultId: string,
  passphrase: string,
  derive: DeriveFromPassphrase,
): Promise<Slot> {
  const kdf: Argon2Params = { alg: 'argon2id', ...argon2Floor, salt: toBase64(randomBytes(16)) };
  const kek = await wrappingKey(await derive(passphrase, kdf), utf8(kdf.salt), passphraseInfo);
  const slot = { id: crypto.randomUUID(), type: 'passphrase' as const, kdf };
  return { ...slot, ...(await wrapMaster(kek, master, boundTo(vaultId, slot, parametersOf(kdf)))) };
}

/** A recovery slot. `secret` is the 128 bits of the recovery key: no stretching is needed. */
export async function wrapByRecoveryKey(
  master: Bytes,
  vaultId: string,
  secret: Bytes,
): Promise<Slot> {
  const salt = toBase64(randomBytes(16));
  const kek = await wrappingKey(secret, utf8(salt), recoveryInfo);
  const slot = { id: crypto.randomUUID(), type: 'recovery' as const, salt };
  return { ...slot, ...(await wrapMaster(kek, master, boundTo(vaultId, slot, [salt]))) };
}

export async function wrapMaster(kek: CryptoKey, master: Bytes, additionalData: Bytes) {
  const iv = randomBytes(12);
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, kek, master);
  return { iv, ct: new Uint8Array(ct) };
}

/** The master key. Throws VaultError 'wrong-secret' where the secret does not open this slot. */
export async function unwrapByPassphrase(
  slot: Extract<Slot, { type: 'passphrase' }>,
  vaultId: string,
  passphrase: string,
  derive: DeriveFromPassphrase,
): Promise<Bytes> {
  const secret = await derive(passphrase, slot.kdf);
  const kek = await wrappingKey(secret, utf8(slot.kdf.salt), passphraseInfo);
  return unwrapMaster(kek, slot, boundTo(vaultId, slot, parametersOf(slot.kdf)));
}

/** The master key. Throws VaultError 'wrong-secret' where the recovery key does not open this slot. */
export async function unwrapByRecoveryKey(
  slot: Extract<Slot, { type: 'recovery' }>,
  vaultId: string,
  secret: Bytes,
): Promise<Bytes> {
  const kek = await wrappingKey(secret, utf8(slot.salt), recoveryInfo);
  return unwrapMaster(kek, slot, boundTo(vaultId, slot, [slot.salt]));
}

/** Throws VaultError 'wrong-secret'. */
export async function unwrapMaster(
  kek: CryptoKey,
  { id, iv, ct }: { id: string; iv: Bytes; ct: Bytes },
  additionalData: Bytes,
): Promise<Bytes> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, kek, ct),
    );
  } catch (cause) {
    throw new VaultError('wrong-secret', `slot ${id} does not open`, { cause });
  }
}
