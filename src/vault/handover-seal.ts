import { type Argon2Params, argon2Floor, ensureSafeParams } from './argon2-params.ts';
import { type Bytes, fromBase64, fromUtf8, randomBytes, toBase64, utf8 } from './bytes.ts';
import { pad, unpad } from './padding.ts';
import { type DeriveFromPassphrase, wrappingKey } from './slots.ts';
import { VaultError } from './vault-error.ts';

/** What stands in clear before the seal: all of it is bound, so none of it can be swapped. */
export interface HandoverLabel {
  readonly format: string;
  readonly version: number;
}

export interface SealedHandover {
  readonly kdf: Argon2Params;
  /** Base64, both. */
  readonly iv: string;
  readonly ct: string;
}

const info = 'footprint/handover/1';

function boundTo(
  { format, version }: HandoverLabel,
  { alg, m, t, p, salt }: Argon2Params,
  iv: string,
) {
  return utf8(
    JSON.stringify(['footprint', 1, 'handover', format, version, alg, m, t, p, salt, iv]),
  );
}

async function keyFrom(code: string, kdf: Argon2Params, derive: DeriveFromPassphrase) {
  return wrappingKey(await derive(code, kdf), utf8(kdf.salt), info);
}

/** Seals the text under the five words, with a fresh salt and nonce; its length tells only a bucket. */
export async function sealHandover(
  label: HandoverLabel,
  text: string,
  code: string,
  derive: DeriveFromPassphrase,
): Promise<SealedHandover> {
  const kdf: Argon2Params = { alg: 'argon2id', ...argon2Floor, salt: toBase64(randomBytes(16)) };
  const nonce = randomBytes(12);
  const iv = toBase64(nonce);
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: boundTo(label, kdf, iv) },
    await keyFrom(code, kdf, derive),
    pad(utf8(text)),
  );
  return { kdf, iv, ct: toBase64(new Uint8Array(ct)) };
}

/**
 * The text as it was sealed. Throws VaultError: 'wrong-secret' where the words do not open it,
 * 'weak-parameters' or 'damaged' where what stands in clear cannot be what was written.
 */
export async function openHandover(
  label: HandoverLabel,
  { kdf, iv, ct }: SealedHandover,
  code: string,
  derive: DeriveFromPassphrase,
): Promise<string> {
  ensureSafeParams(kdf); // before anything is stretched by a number that a file brought
  const [nonce, sealed, salt] = [iv, ct, kdf.salt].map(fromBase64);
  if (nonce?.length !== 12 || salt?.length !== 16 || !sealed) {
    throw new VaultError('damaged', 'hand-over file: nonce, salt or text is not what was written');
  }
  const key = await keyFrom(code, kdf, derive);
  return fromUtf8(unpad(await opened(key, nonce, sealed, boundTo(label, kdf, iv))));
}

async function opened(key: CryptoKey, iv: Bytes, ct: Bytes, additionalData: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ct),
    );
  } catch (cause) {
    throw new VaultError('wrong-secret', 'hand-over file does not open', { cause });
  }
}
