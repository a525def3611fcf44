import { toHex, utf8 } from './bytes.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';

/** SHA-256 of the text's UTF-8 bytes, hex. The text is hashed as it is stored: nothing is re-serialised. */
export async function sha256(text: string): Promise<string> {
  ensureOutsideTransaction();
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}
