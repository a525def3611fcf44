import { type Bytes, fromBase64, toBase64, toHex, utf8 } from './bytes.ts';
import type { Genuine, PublicKey } from './signing.ts';
import type { PasskeyKey } from './slots.ts';
import { ensureOutsideTransaction } from './transaction-guard.ts';

/**
 * [Note: Signed with a passkey] A passkey signs no text. It signs a challenge, with the website it was asked
 * at and whether it checked the person. The challenge is the SHA-256 of the text, so that the signature is of
 * that text and no other, and it is checked here with the stored public key, without a server or a network.
 */
export interface Assertion extends PublicKey {
  /** All base64, as the browser gave them; the signature in DER for ES256. */
  readonly signature: string;
  readonly authenticatorData: string;
  readonly clientData: string;
}

/** By the names of COSE; RS256 is that of older Windows Hello. */
const algorithms = {
  ES256: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    use: { name: 'ECDSA', hash: 'SHA-256' },
    asStored: rawFromDer,
  },
  RS256: {
    key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    use: { name: 'RSASSA-PKCS1-v1_5' },
    asStored: (signature: Bytes) => signature,
  },
} as const;
type PasskeyAlg = keyof typeof algorithms;

const RP_ID_HASH_BYTES = 32;
const FLAGS_AT = 32;
const SHORTEST = 37;
/** Somebody was there, and the passkey checked who: both are asked for. */
const USER_PRESENT_AND_VERIFIED = 0x05;

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** What a passkey is asked to sign for a text. */
export const challengeOf = (text: string): Promise<Bytes> => sha256(utf8(text));

/** Whether a passkey with this key signed this very text, having checked the person. */
export async function verifyAssertion(row: Assertion, text: string): Promise<Genuine> {
  ensureOutsideTransaction();
  const algorithm = Object.hasOwn(algorithms, row.alg)
    ? algorithms[row.alg as PasskeyAlg] // one of its keys
    : undefined;
  if (!algorithm) return 'cannotTell';
  const bytes = [row.publicKey, row.signature, row.authenticatorData, row.clientData];
  const [publicKey, signature, authenticatorData, clientData] = bytes.map(fromBase64);
  if (!publicKey || !signature || !authenticatorData || !clientData) return 'broken';
  const raw = algorithm.asStored(signature);
  if (!raw || toHex(await sha256(publicKey)) !== row.keyId) return 'broken';
  if (!(await isOfText(clientData, authenticatorData, text))) return 'broken';
  const signed = new Uint8Array([...authenticatorData, ...(await sha256(clientData))]);
  try {
    const { key, use } = algorithm;
    const imported = await crypto.subtle.importKey('spki', publicKey, key, true, ['verify']);
    return (await crypto.subtle.verify(use, imported, raw, signed)) ? 'genuine' : 'broken';
  } catch (cause) {
    const isMissing = cause instanceof Error && cause.name === 'NotSupportedError';
    return isMissing ? 'cannotTell' : 'broken'; // not a key of that algorithm
  }
}

/** The challenge is of the text, the website is the one the passkey is for, and the person was checked. */
async function isOfText(clientData: Bytes, authenticatorData: Bytes, text: string) {
  const said = readClientData(clientData);
  if (!said || authenticatorData.length < SHORTEST) return false;
  const flags = authenticatorData[FLAGS_AT] ?? 0;
  const site = toHex(authenticatorData.slice(0, RP_ID_HASH_BYTES));
  return (
    said.type === 'webauthn.get' &&
    said.challenge === base64Url(await challengeOf(text)) &&
    (flags & USER_PRESENT_AND_VERIFIED) === USER_PRESENT_AND_VERIFIED &&
    site === toHex(await sha256(utf8(said.hostname)))
  );
}

function readClientData(bytes: Bytes) {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const { type, challenge, origin } = said as Readonly<Record<string, unknown>>;
    return { type, challenge, hostname: new URL(String(origin)).hostname };
  } catch {
    return undefined; // not what a browser writes: no signature
  }
}

const base64Url = (bytes: Bytes): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const INTEGER_BYTES = 32;

/**
 * WebAuthn gives an ECDSA signature as two integers in DER, WebCrypto wants their 64 bytes. Undefined where
 * it is anything else.
 */
export function rawFromDer(der: Bytes): Bytes | undefined {
  const [sequence, length] = der;
  if (sequence !== 0x30 || length !== der.length - 2) return undefined;
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  if (!r || !s || s.end !== der.length) return undefined;
  const raw = new Uint8Array(2 * INTEGER_BYTES);
  raw.set(r.value, INTEGER_BYTES - r.value.length);
  raw.set(s.value, 2 * INTEGER_BYTES - s.value.length);
  return raw;
}

/** Without the zero that DER puts before one whose first bit is set. */
function integerAt(der: Bytes, at: number) {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || end > der.length) return undefined;
  const bytes = der.slice(at + 2, end);
  const value = bytes[0] === 0 ? bytes.slice(1) : bytes;
  return value.length > INTEGER_BYTES ? undefined : { value, end };
}

/** The public half as it stands beside a signature. */
export async function publicKeyOf({ alg, publicKey }: PasskeyKey): Promise<PublicKey> {
  ensureOutsideTransaction();
  const bytes = fromBase64(publicKey) ?? new Uint8Array();
  return { alg, publicKey, keyId: toHex(await sha256(bytes)) };
}
