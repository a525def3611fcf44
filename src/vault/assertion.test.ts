import { beforeAll, describe, expect, it } from 'vitest';
import { derOf, newPasskeyPair, spkiOf, touched } from '../../test/authenticator.ts';
import {
  type Assertion,
  challengeOf,
  publicKeyOf,
  rawFromDer,
  verifyAssertion,
} from './assertion.ts';
import { type Bytes, fromBase64, randomBytes, toBase64 } from './bytes.ts';
import { verifySignature } from './verify-signature.ts';

const text = '{"of":"childRecords"}';
let pair: CryptoKeyPair;
beforeAll(async () => {
  pair = await newPasskeyPair();
});

type Touch = Partial<Parameters<typeof touched>[0]>;

/** A touch over the text, as it is stored. */
async function signed(over: Touch = {}): Promise<Assertion> {
  const key = over.pair ?? pair;
  const touch = await touched({ pair: key, challenge: await challengeOf(text), ...over });
  return {
    ...(await publicKeyOf({ alg: 'ES256', publicKey: toBase64(await spkiOf(key)) })),
    signature: toBase64(touch.signature),
    authenticatorData: toBase64(touch.authenticatorData),
    clientData: toBase64(touch.clientData),
  };
}

function flipped(base64: string, at: number): string {
  const bytes = fromBase64(base64) ?? new Uint8Array();
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return toBase64(bytes);
}

describe('a text signed with a passkey', () => {
  it('[SIGN12] is checked with the stored key, without a network', async () => {
    for (
      let times = 0;
      times < 20;
      times += 1 // integers of DER of every length
    )
      expect(await verifyAssertion(await signed(), text)).toBe('genuine');
  });

  it('[SIGN12] is of that text alone', async () => {
    const row = await signed();
    expect(await verifyAssertion(row, `${text} `)).toBe('broken');
    expect(await verifyAssertion(row, '')).toBe('broken');
  });

  it('[SIGN12] is broken with another challenge, though the passkey signed it', async () => {
    const challenge = randomBytes(32);
    expect(await verifyAssertion(await signed({ challenge }), text)).toBe('broken');
  });

  it.each([
    ['nobody checked', 0x01],
    ['nobody there', 0x04],
    ['neither', 0x00],
    ['other flags alone', 0x58],
  ])('[SIGN12] is broken where the passkey says: %s', async (_, flags) => {
    expect(await verifyAssertion(await signed({ flags }), text)).toBe('broken');
  });

  it('[SIGN12] other flags beside those two do no harm', async () => {
    expect(await verifyAssertion(await signed({ flags: 0x1d }), text)).toBe('genuine');
  });

  it('[SIGN12] is broken with another key, or another key’s name', async () => {
    const row = await signed();
    const other = await signed({ pair: await newPasskeyPair() });
    const { publicKey, keyId } = other;
    for (const change of [{ publicKey }, { keyId }, { publicKey, keyId }])
      expect(await verifyAssertion({ ...row, ...change }, text)).toBe('broken');
  });

  it('[SIGN12] is broken where it was asked for at another website than it says', async () => {
    expect(await verifyAssertion(await signed({ origin: 'https://evil.example' }), text)).toBe(
      'broken',
    );
  });

  it('[SIGN12] is broken where it is the making of a passkey and no touch', async () => {
    expect(await verifyAssertion(await signed({ type: 'webauthn.create' }), text)).toBe('broken');
  });

  it('[SIGN12] one changed byte of any part is broken, not an error', async () => {
    const row = await signed();
    for (const part of ['signature', 'authenticatorData', 'clientData', 'publicKey'] as const) {
      const length = fromBase64(row[part])?.length ?? 0;
      for (const at of [0, 1, 3, Math.floor(length / 2), length - 1])
        expect(
          await verifyAssertion({ ...row, [part]: flipped(row[part], at) }, text),
          `${part} ${at}`,
        ).toBe('broken');
      for (const nonsense of ['', '~', 'AAAA'])
        expect(await verifyAssertion({ ...row, [part]: nonsense }, text)).toBe('broken');
    }
  });

  it('cannot tell of a kind of key that it does not know', async () => {
    const row = await signed();
    for (const alg of ['EdDSA', 'toString', ''])
      expect(await verifyAssertion({ ...row, alg }, text)).toBe('cannotTell');
  });

  it('[SIGN12] a key of the older kind signs too', async () => {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const size = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
    const uses: KeyUsage[] = ['sign', 'verify'];
    const older = await crypto.subtle.generateKey({ ...rsa, ...size }, true, uses);
    const row = await signed();
    const clientHash = await crypto.subtle.digest('SHA-256', fromBase64(row.clientData) as Bytes);
    const data = fromBase64(row.authenticatorData) as Bytes;
    const bytes = new Uint8Array([...data, ...new Uint8Array(clientHash)]);
    const signature = await crypto.subtle.sign(rsa, older.privateKey, bytes);
    const key = { alg: 'RS256' as const, publicKey: toBase64(await spkiOf(older)) };
    const signedByIt = {
      ...row,
      ...(await publicKeyOf(key)),
      signature: toBase64(new Uint8Array(signature)),
    };
    expect(await verifyAssertion(signedByIt, text)).toBe('genuine');
    expect(await verifyAssertion(signedByIt, 'another')).toBe('broken');
  });

  it('[SIGN12] the level says how it is checked: one for the other is broken', async () => {
    const row = await signed();
    expect(await verifySignature({ ...row, level: 2 }, text)).toBe('genuine');
    expect(await verifySignature({ ...row, level: 1 }, text)).toBe('broken');
    expect(await verifySignature({ ...row, level: 0 }, text)).toBe('cannotTell');
    expect(await verifySignature({ ...row, level: 3 }, text)).toBe('cannotTell');
  });
});

describe('a signature in DER', () => {
  const raw = (fill: (i: number) => number) => Uint8Array.from({ length: 64 }, (_, i) => fill(i));

  it('is its two integers in 32 bytes each, short and long ones', () => {
    const samples = [raw((i) => i + 1), raw(() => 0xff), raw((i) => (i % 32 < 30 ? 0 : 0x80))];
    for (const sample of samples) expect(rawFromDer(derOf(sample))).toEqual(sample);
  });

  it.each([
    ['nothing', []],
    ['no sequence', [0x31, 6, 2, 1, 1, 2, 1, 1]],
    ['another length', [0x30, 7, 2, 1, 1, 2, 1, 1]],
    ['more behind it', [0x30, 8, 2, 1, 1, 2, 1, 1, 0, 0]],
    ['one integer', [0x30, 3, 2, 1, 1]],
    ['no integer', [0x30, 6, 3, 1, 1, 2, 1, 1]],
    ['an empty integer', [0x30, 5, 2, 0, 2, 1, 1]],
    ['an integer that is cut', [0x30, 6, 2, 1, 1, 2, 9, 1]],
    ['an integer that is too long', [0x30, 38, 2, 33, ...Array(33).fill(1), 2, 1, 1]],
  ])('is refused where there is %s', (_, bytes) => {
    expect(rawFromDer(new Uint8Array(bytes) as Bytes)).toBeUndefined();
  });
});
