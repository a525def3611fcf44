import { argon2id } from 'hash-wasm';
import { type Argon2Params, ensureSafeParams } from './argon2-params.ts';
import { type Bytes, fromBase64 } from './bytes.ts';
import { VaultError } from './vault-error.ts';

/** 32 bytes from a passphrase. NFKC, and without the
 * spaces around it, so that the same words typed or pasted elsewhere are the same. */
export async function deriveFromPassphrase(
  passphrase: string,
  params: Argon2Params,
): Promise<Bytes> {
  ensureSafeParams(params);
  const salt = fromBase64(params.salt);
  if (!salt || salt.length < 16) throw new VaultError('damaged', 'argon2id salt unreadable');
  const hash = await argon2id({
    password: passphrase.trim().normalize('NFKC'),
    salt,
    memorySize: params.m,
    iterations: params.t,
    parallelism: params.p,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}
