import { describe, expect, it, vi } from 'vitest';
import { quickDerive } from '../../test/workspaces.ts';
import { deriveFromPassphrase } from './argon2.ts';
import { type Argon2Params, argon2Floor, ensureSafeParams } from './argon2-params.ts';
import { type Bytes, toBase64, toHex } from './bytes.ts';
import {
  type Slot,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  wrapByPassphrase,
  wrapByRecoveryKey,
} from './slots.ts';

const vaultId = '3f0c9f0e-6b7a-4f7e-9d3b-0a1b2c3d4e5f';
const slotId = '11111111-2222-4333-8444-555555555555';
const master = Uint8Array.from({ length: 32 }, (_, i) => i) as Bytes;
const secret = hex('00112233445566778899aabbccddeeff');
const words = 'otter lamp winter gravel';

function hex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) as Bytes;
}
const flipped = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

type ByPassphrase = Extract<Slot, { type: 'passphrase' }>;
type ByRecovery = Extract<Slot, { type: 'recovery' }>;
const passphraseSlot = async () =>
  (await wrapByPassphrase(master, vaultId, words, quickDerive)) as ByPassphrase;
const recoverySlot = async () => (await wrapByRecoveryKey(master, vaultId, secret)) as ByRecovery;

const wrong = { name: 'VaultError', reason: 'wrong-secret' };
const refused = (opening: Promise<unknown>) => expect(opening).rejects.toMatchObject(wrong);
const byPassphrase = (slot: ByPassphrase, typed = words, vault = vaultId) =>
  unwrapByPassphrase(slot, vault, typed, quickDerive);
const byKey = (slot: ByRecovery, key = secret, vault = vaultId) =>
  unwrapByRecoveryKey(slot, vault, key);

describe('a passphrase slot', () => {
  it('opens with the passphrase and with no other', async () => {
    const slot = await passphraseSlot();
    expect(await byPassphrase(slot)).toEqual(master);
    for (const typed of ['', 'otter lamp winter gravek', `${words} `, 'Otter lamp winter gravel']) {
      await refused(byPassphrase(slot, typed));
    }
  });

  it('has a salt and a nonce of its own each time, and never the key in clear', async () => {
    const [a, b] = [await passphraseSlot(), await passphraseSlot()];
    expect(a.kdf).toMatchObject({ alg: 'argon2id', ...argon2Floor });
    expect(a.kdf.salt).not.toBe(b.kdf.salt);
    expect(toHex(a.iv)).not.toBe(toHex(b.iv));
    expect(toHex(a.ct)).not.toContain(toHex(master).slice(0, 16));
  });

  it('with any part of it changed opens with nothing', async () => {
    const slot = await passphraseSlot();
    await refused(byPassphrase({ ...slot, id: slotId }));
    await refused(byPassphrase(slot, words, vaultId.replace('3', '4')));
    for (const change of [{ m: 131_072 }, { t: 4 }, { p: 2 }, { salt: toBase64(secret) }]) {
      await refused(byPassphrase({ ...slot, kdf: { ...slot.kdf, ...change } }));
    }
    for (let at = 0; at < slot.iv.length; at++) {
      await refused(byPassphrase({ ...slot, iv: flipped(slot.iv, at) }));
    }
    for (let at = 0; at < slot.ct.length; at++) {
      await refused(byPassphrase({ ...slot, ct: flipped(slot.ct, at) }));
    }
  });
});

describe('a recovery slot', () => {
  it('opens with the recovery key and with no other', async () => {
    const slot = await recoverySlot();
    expect(await byKey(slot)).toEqual(master);
    for (let at = 0; at < secret.length; at++) await refused(byKey(slot, flipped(secret, at)));
  });

  it('with any part of it changed opens with nothing', async () => {
    const slot = await recoverySlot();
    await refused(byKey({ ...slot, id: slotId }));
    await refused(byKey({ ...slot, salt: toBase64(secret) }));
    await refused(byKey(slot, secret, vaultId.replace('3', '4')));
    for (let at = 0; at < slot.ct.length; at++) {
      await refused(byKey({ ...slot, ct: flipped(slot.ct, at) }));
    }
  });

  it('is no passphrase slot: the same bytes under the other type do not open', async () => {
    const { iv, ct, salt } = await recoverySlot();
    const kdf: Argon2Params = { alg: 'argon2id', ...argon2Floor, salt };
    const opening = unwrapByPassphrase(
      { id: slotId, type: 'passphrase', kdf, iv, ct },
      vaultId,
      '',
      async () => secret,
    );
    await refused(opening);
  });
});

describe('parameters', () => {
  const params = (over: Partial<Argon2Params>): Argon2Params => ({
    alg: 'argon2id',
    ...argon2Floor,
    salt: toBase64(new Uint8Array(16)),
    ...over,
  });
  const weak = { name: 'VaultError', reason: 'weak-parameters' };

  it.each([
    { m: 65_535 },
    { m: 8 },
    { t: 2 },
    { t: 0 },
    { p: 0 },
    { m: 524_289 },
    { t: 11 },
    { p: 5 },
    { m: Number.NaN },
    { t: undefined as unknown as number },
    { m: Number.POSITIVE_INFINITY },
  ])('%j is refused before anything is derived', async (over) => {
    const started = performance.now();
    await expect(deriveFromPassphrase(words, params(over))).rejects.toMatchObject(weak);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it('floor and ceiling themselves are taken', () => {
    expect(() => ensureSafeParams(params({}))).not.toThrow();
    expect(() => ensureSafeParams(params({ m: 524_288, t: 10, p: 4 }))).not.toThrow();
  });

  it('a salt that is no salt is refused', async () => {
    for (const salt of ['', 'not base64!', toBase64(new Uint8Array(15))]) {
      await expect(deriveFromPassphrase(words, params({ salt }))).rejects.toMatchObject({
        reason: 'damaged',
      });
    }
  });
});

// Both made with node:crypto's own HKDF and AES-GCM; the passphrase stretched by Argon2id at the floor.
describe('the format', () => {
  const iv = hex('000102030405060708090a0b');

  it('a passphrase slot of the first release opens, through real Argon2id', async () => {
    const slot: ByPassphrase = {
      id: slotId,
      type: 'passphrase',
      kdf: { alg: 'argon2id', m: 65_536, t: 3, p: 1, salt: 'BQUFBQUFBQUFBQUFBQUFBQ==' },
      iv,
      ct: hex(
        'eda145570fc05021e732ce2f11f76923caafdf757bf5c3b32a4d2133f1a0272d62b72a98fb3ac011dd89721d7988d4a7',
      ),
    };
    const derive = vi.fn(deriveFromPassphrase);
    expect(await unwrapByPassphrase(slot, vaultId, words, derive)).toEqual(master);
    expect(toHex(await (derive.mock.results[0]?.value as Promise<Bytes>))).toBe(
      '5cbb92c2a2a73eb3a80f5e9e2c1d0e6ca30c365ed0a678fa0ed053c96c38ee68',
    );
  });

  it('a recovery slot of the first release opens', async () => {
    const slot: ByRecovery = {
      id: slotId,
      type: 'recovery',
      salt: 'CQkJCQkJCQkJCQkJCQkJCQ==',
      iv,
      ct: hex(
        '80013fa987241dbbfd6a43e5c8bff25fe6e19e520fc0d7027b3a9048f187e835a974671a4cc94ae44cdc388adf2c9f1e',
      ),
    };
    expect(await byKey(slot)).toEqual(master);
  });

  it('the same words typed on another keyboard are the same: composed or not, wide or not', async () => {
    const kdf: Argon2Params = {
      alg: 'argon2id',
      ...argon2Floor,
      salt: toBase64(new Uint8Array(16)),
    };
    const derived = await deriveFromPassphrase('Zoe\u0308 ｌａｍｐ winter', kdf);
    expect(derived).toEqual(await deriveFromPassphrase('Zo\u00eb lamp winter', kdf));
    expect(derived).toHaveLength(32);
  });
});
