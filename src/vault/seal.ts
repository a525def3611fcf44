import { type Bytes, fromUtf8, randomBytes, utf8 } from './bytes.ts';
import { pad, unpad } from './padding.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';
import { VaultError } from './vault-error.ts';

export interface Sealed {
  readonly kid: number;
  readonly iv: Bytes;
  readonly ct: Bytes;
}

/**
 * What a sealed body is bound to. A row moved to another id, collection, version or person's database
 * does not open. `rev`, the endpoint's revision, is left out: an acknowledgement seals nothing again.
 */
export interface Binding {
  readonly kind: 'row' | 'outbox' | 'meta' | 'backup';
  readonly c: number;
  readonly id: string;
  readonly v: number;
}

function additionalData(vaultId: string, binding: Binding, kid: number): Bytes {
  const { kind, c, id, v } = binding;
  return utf8(JSON.stringify(['footprint', 1, kind, vaultId, c, id, v, kid]));
}

/** AES-256-GCM with a fresh random 96-bit nonce over the padded body. Never inside a transaction. */
export async function seal(
  key: CryptoKey,
  kid: number,
  vaultId: string,
  binding: Binding,
  body: string,
): Promise<Sealed> {
  ensureOutsideTransaction();
  const iv = randomBytes(12);
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(vaultId, binding, kid) },
    key,
    pad(utf8(body)),
  );
  return { kid, iv, ct: new Uint8Array(ct) };
}

/** The body, exactly as it was sealed. Throws VaultError 'damaged' when it is not what was sealed. */
export async function open(
  key: CryptoKey,
  vaultId: string,
  binding: Binding,
  sealed: Sealed,
): Promise<string> {
  ensureOutsideTransaction();
  try {
    const padded = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: sealed.iv,
        additionalData: additionalData(vaultId, binding, sealed.kid),
      },
      key,
      sealed.ct,
    );
    return fromUtf8(unpad(new Uint8Array(padded)));
  } catch (cause) {
    throw new VaultError('damaged', `${binding.kind} ${binding.id} v${binding.v} does not open`, {
      cause,
    });
  }
}
