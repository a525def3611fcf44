import { type Bytes, randomBytes, toHex, utf8 } from './bytes.ts';
import { type Binding, open, type Sealed, seal } from './seal.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';
import { VaultError } from './vault-error.ts';

/** The keys of one person's database while it is unlocked. Locking drops it and reloads the page. */
export interface Vault {
  readonly id: string;
  seal(binding: Binding, body: string): Promise<Sealed>;
  /** Throws VaultError 'damaged'. */
  open(binding: Binding, sealed: Sealed): Promise<string>;
  /**
   * The row id of a reference such as a child's: an HMAC under this vault's own key, shaped as a UUID.
   * Local to this device: it is never sent, and says nothing about the reference.
   */
  referenceId(kind: string, reference: string): Promise<string>;
}

export const newMasterKey = (): Bytes => randomBytes(32);

/** Bodies are sealed under a key derived from the master key; `kid` says which derivation. */
const CURRENT_KEY = 1;

async function derive(
  master: Bytes,
  vaultId: string,
  info: string,
  target: AesKeyGenParams | HmacKeyGenParams,
  uses: KeyUsage[],
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: utf8(vaultId), info: utf8(info) };
  return crypto.subtle.deriveKey(hkdf, material, target, false, uses);
}

/** Keys that cannot be read out of the page, from the master key; the caller drops the master key. */
export async function openVault(vaultId: string, master: Bytes): Promise<Vault> {
  const dataKey = await derive(
    master,
    vaultId,
    `footprint/data/${CURRENT_KEY}`,
    { name: 'AES-GCM', length: 256 },
    ['encrypt', 'decrypt'],
  );
  const referenceKey = await derive(
    master,
    vaultId,
    'footprint/reference-id/1',
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    ['sign'],
  );
  return {
    id: vaultId,
    seal: (binding, body) => seal(dataKey, CURRENT_KEY, vaultId, binding, body),
    async open(binding, sealed) {
      if (sealed.kid !== CURRENT_KEY) {
        throw new VaultError(
          'newer-version',
          `row ${binding.id} is sealed under key ${sealed.kid}`,
        );
      }
      return open(dataKey, vaultId, binding, sealed);
    },
    async referenceId(kind, reference) {
      ensureOutsideTransaction();
      const mac = await crypto.subtle.sign('HMAC', referenceKey, utf8(`${kind}\n${reference}`));
      return asUuid(new Uint8Array(mac));
    },
  };
}

/** Version and variant bits set, so that it cannot be told from the random ids beside it. */
function asUuid(mac: Uint8Array): string {
  const bytes = mac.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => hex.slice(i === 0 ? 0 : ends[i - 1], end))
    .join('-');
}
