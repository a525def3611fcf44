import { type Bytes, fromBase64, toBase64, toHex, utf8 } from './bytes.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';
import { VaultError } from './vault-error.ts';

/** Ed25519 first; browsers that have not got it have ECDSA on P-256. */
const algorithms = {
  Ed25519: { key: { name: 'Ed25519' }, use: { name: 'Ed25519' } },
  ES256: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    use: { name: 'ECDSA', hash: 'SHA-256' },
  },
} as const;
type SigningAlg = keyof typeof algorithms;

/** The half that stands beside each signature. Base64; `keyId` is the SHA-256 of the public key, hex. */
export interface PublicKey {
  readonly alg: string;
  readonly keyId: string;
  readonly publicKey: string;
}

/** With the private half as PKCS #8, base64: it is stored sealed and nowhere else. */
export interface SigningKey extends PublicKey {
  readonly privateKey: string;
}

const algorithmOf = (alg: string) =>
  Object.hasOwn(algorithms, alg) ? algorithms[alg as SigningAlg] : undefined; // one of its keys

const isNotSupported = (cause: unknown) =>
  cause instanceof Error && cause.name === 'NotSupportedError';

async function keyIdOf(publicKey: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey)));
}

async function makeKey(alg: SigningAlg): Promise<SigningKey> {
  const uses: KeyUsage[] = ['sign', 'verify'];
  const pair = (await crypto.subtle.generateKey(
    algorithms[alg].key,
    true, // to be sealed; where it is used it cannot be read out again
    uses,
  )) as CryptoKeyPair; // both algorithms make pairs
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const made = {
    alg,
    keyId: await keyIdOf(publicKey),
    publicKey: toBase64(publicKey),
    privateKey: toBase64(privateKey),
  };
  privateKey.fill(0);
  return made;
}

/** A new key of this device, or undefined where the browser has neither algorithm. */
export async function newSigningKey(): Promise<SigningKey | undefined> {
  ensureOutsideTransaction();
  for (const alg of Object.keys(algorithms) as SigningAlg[]) {
    try {
      return await makeKey(alg);
    } catch (cause) {
      if (!isNotSupported(cause)) throw cause;
    }
  }
  return undefined;
}

export type SignText = (text: string) => Promise<string>;

/** Signs texts with a key that cannot be read out of the page. Throws VaultError 'damaged'. */
export async function signerOf({ alg, keyId, privateKey }: SigningKey): Promise<SignText> {
  ensureOutsideTransaction();
  const algorithm = algorithmOf(alg);
  const bytes = fromBase64(privateKey);
  if (!algorithm || !bytes) throw new VaultError('damaged', `signing key ${keyId} is not a key`);
  const key = await crypto.subtle.importKey('pkcs8', bytes, algorithm.key, false, ['sign']);
  bytes.fill(0);
  return async (text) => {
    ensureOutsideTransaction();
    return toBase64(new Uint8Array(await crypto.subtle.sign(algorithm.use, key, utf8(text))));
  };
}

/** `cannotTell`: an algorithm that this browser, or this version of the app, has not got. */
export type Genuine = 'genuine' | 'broken' | 'cannotTell';

/** Whether the signature was made by this key over this very text. */
export async function verifyText(
  { alg, keyId, publicKey, signature }: PublicKey & { readonly signature: string },
  text: string,
): Promise<Genuine> {
  ensureOutsideTransaction();
  const algorithm = algorithmOf(alg);
  if (!algorithm) return 'cannotTell';
  const [key, bytes] = [publicKey, signature].map(fromBase64);
  if (!key || !bytes || (await keyIdOf(key)) !== keyId) return 'broken';
  try {
    const imported = await crypto.subtle.importKey('spki', key, algorithm.key, true, ['verify']);
    const holds = await crypto.subtle.verify(algorithm.use, imported, bytes, utf8(text));
    return holds ? 'genuine' : 'broken';
  } catch (cause) {
    return isNotSupported(cause) ? 'cannotTell' : 'broken'; // not a key of that algorithm
  }
}
