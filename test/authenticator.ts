import { type Bytes, toBase64, utf8 } from '#vault/bytes.ts';

/** An authenticator in software: it makes a P-256 key and signs as WebAuthn says, in DER. */
export const newPasskeyPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

export const spkiOf = async ({ publicKey }: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Somebody was there (1) and was checked (4). */
export const checkedThePerson = 0x05;

interface Touch {
  readonly pair: CryptoKeyPair;
  readonly challenge: Bytes;
  readonly site?: string;
  readonly origin?: string;
  readonly flags?: number;
  readonly type?: string;
}

/** What a browser answers with when a passkey was touched. */
export async function touched({ pair, challenge, ...over }: Touch) {
  const { site = 'footprint.example', flags = checkedThePerson, type = 'webauthn.get' } = over;
  const { origin = `https://${site}` } = over;
  const url = toBase64(challenge).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const clientData = utf8(JSON.stringify({ type, challenge: url, origin, crossOrigin: false }));
  const counter = [0, 0, 0, 1];
  const authenticatorData = new Uint8Array([...(await sha256(utf8(site))), flags, ...counter]);
  const signed = new Uint8Array([...authenticatorData, ...(await sha256(clientData))]);
  const use = { name: 'ECDSA', hash: 'SHA-256' };
  const raw = new Uint8Array(await crypto.subtle.sign(use, pair.privateKey, signed));
  return { authenticatorData, clientData, signature: derOf(raw) };
}

/** Two integers of 32 bytes as a DER sequence: short, and with a zero before a set first bit. */
export function derOf(raw: Uint8Array): Bytes {
  const integer = (bytes: Uint8Array): readonly number[] => {
    const short = [...bytes];
    while (short.length > 1 && short[0] === 0) short.shift();
    if ((short[0] ?? 0) >= 0x80) short.unshift(0);
    return [0x02, short.length, ...short];
  };
  const body = [...integer(raw.slice(0, 32)), ...integer(raw.slice(32))];
  return new Uint8Array([0x30, body.length, ...body]);
}
