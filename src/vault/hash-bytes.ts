import { type Bytes, toHex } from './bytes.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';

/** SHA-256 of a file's bytes, hex. In a file of its own: only what makes files needs it. */
export async function sha256OfBytes(bytes: Bytes): Promise<string> {
  ensureOutsideTransaction();
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
