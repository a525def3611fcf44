import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from './bytes.ts';
import { newSigningKey, type SigningKey, signerOf, verifyText } from './signing.ts';

afterEach(() => void vi.restoreAllMocks());

const notSupported = () => Object.assign(new Error('not here'), { name: 'NotSupportedError' });

/** A browser without some of the algorithms. */
function without(...names: readonly string[]) {
  const { generateKey, importKey } = crypto.subtle;
  const isMissing = (algorithm: unknown) =>
    names.includes((algorithm as { name?: string }).name ?? '');
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(((...given: unknown[]) =>
    isMissing(given[0])
      ? Promise.reject(notSupported())
      : Reflect.apply(generateKey, crypto.subtle, given)) as typeof generateKey);
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...given: unknown[]) =>
    isMissing(given[2])
      ? Promise.reject(notSupported())
      : Reflect.apply(importKey, crypto.subtle, given)) as typeof importKey);
}

async function aKey(): Promise<SigningKey> {
  const key = await newSigningKey();
  if (!key) throw new Error('no key');
  return key;
}

async function signed(key: SigningKey, text: string) {
  const { privateKey: _, ...ofKey } = key;
  return { ...ofKey, signature: await (await signerOf(key))(text) };
}

describe.each([
  ['Ed25519', []],
  ['ES256', ['Ed25519']],
] as const)('a key of this device: %s', (alg, missing) => {
  it('signs a text, and the signature is of that text and that key alone', async () => {
    without(...missing);
    const key = await aKey();
    expect(key.alg).toBe(alg);
    const one = await signed(key, 'Grace H');
    expect(await verifyText(one, 'Grace H')).toBe('genuine');
    expect(await verifyText(one, 'Grace h')).toBe('broken');
    const other = await signed(await aKey(), 'Grace H');
    expect(await verifyText({ ...one, signature: other.signature }, 'Grace H')).toBe('broken');
    expect(await verifyText({ ...one, keyId: other.keyId }, 'Grace H')).toBe('broken');
    expect(await verifyText({ ...one, publicKey: other.publicKey }, 'Grace H')).toBe('broken');
  });

  it('one changed byte of the signature or the key is broken, not an error', async () => {
    without(...missing);
    const one = await signed(await aKey(), 'text');
    const changed = (base64: string, at: number) => {
      const bytes = fromBase64(base64) ?? new Uint8Array();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return toBase64(bytes);
    };
    for (const at of [0, 20, 40])
      expect(
        await verifyText({ ...one, signature: changed(one.signature, at) }, 'text'),
        `byte ${at}`,
      ).toBe('broken');
    expect(await verifyText({ ...one, publicKey: changed(one.publicKey, 3) }, 'text')).toBe(
      'broken',
    );
    for (const nonsense of ['', '~', 'AAAA'])
      expect(await verifyText({ ...one, signature: nonsense }, 'text')).toBe('broken');
  });

  it('is used by a key object that gives nothing out', async () => {
    without(...missing);
    const key = await aKey();
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    await signerOf(key);
    expect(importKey.mock.calls.at(-1)?.[3]).toBe(false);
  });
});

it('a browser with neither algorithm has no key', async () => {
  without('Ed25519', 'ECDSA');
  expect(await newSigningKey()).toBeUndefined();
});

it('cannot tell where the algorithm is one that is not here', async () => {
  const one = await signed(await aKey(), 'text');
  expect(await verifyText({ ...one, alg: 'ML-DSA' }, 'text')).toBe('cannotTell');
  expect(await verifyText({ ...one, alg: 'toString' }, 'text')).toBe('cannotTell');
  without('Ed25519');
  expect(await verifyText(one, 'text')).toBe('cannotTell');
});

it('what is stored as a key and is none is damaged', async () => {
  const key = await aKey();
  await expect(signerOf({ ...key, alg: 'none' })).rejects.toMatchObject({ reason: 'damaged' });
  await expect(signerOf({ ...key, privateKey: '~' })).rejects.toMatchObject({ reason: 'damaged' });
});
