import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FootprintDb } from '#storage/db.ts';
import { hostileTexts, loneSurrogates } from '../../test/builders.ts';
import { type Bytes, fromBase64, utf8 } from './bytes.ts';
import { sha256 } from './hash.ts';
import { bucketFor, pad, unpad } from './padding.ts';
import type { Binding, Sealed } from './seal.ts';
import { newMasterKey, openVault, type Vault } from './vault.ts';

const vaultId = '3f0c9f0e-6b7a-4f7e-9d3b-0a1b2c3d4e5f';
const id = '9b2d7c1a-1f2e-4a3b-8c4d-5e6f7a8b9c0d';
const master = Uint8Array.from({ length: 32 }, (_, i) => i) as Bytes;
const binding: Binding = { kind: 'row', c: 40, id, v: 7 };
const vault = await openVault(vaultId, master);

const damaged = { name: 'VaultError', reason: 'damaged' };
const refused = (opening: Promise<string>) => expect(opening).rejects.toMatchObject(damaged);
const flipped = (bytes: Bytes, at: number, bit = 0): Bytes => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

describe('what is sealed comes back', () => {
  it.each(Object.entries(hostileTexts))('%s, to the letter', async (_, text) => {
    expect(await vault.open(binding, await vault.seal(binding, text))).toBe(text);
  });

  it('nothing at all, and 100,000 characters of four bytes', async () => {
    for (const text of ['', '𝕫'.repeat(100_000)]) {
      expect(await vault.open(binding, await vault.seal(binding, text))).toBe(text);
    }
  });

  it.each(loneSurrogates)('%j inside a record: JSON carries what UTF-8 cannot', async (text) => {
    const body = JSON.stringify({ text });
    const opened = await vault.open(binding, await vault.seal(binding, body));
    expect(JSON.parse(opened)).toEqual({ text });
  });

  it('any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await vault.open(binding, await vault.seal(binding, text))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is bound', () => {
  it.each<[string, Partial<Binding>]>([
    ['id', { id: id.replace('9', '8') }],
    ['collection', { c: 60 }],
    ['version', { v: 8 }],
    ['kind', { kind: 'outbox' }],
  ])('another %s does not open it', async (_, moved) => {
    await refused(vault.open({ ...binding, ...moved }, await vault.seal(binding, 'text')));
  });

  it('another person’s database does not open it, even under the same master key', async () => {
    const other = await openVault(vaultId.replace('3', '4'), master);
    await refused(other.open(binding, await vault.seal(binding, 'text')));
  });

  it('another master key does not open it', async () => {
    const other = await openVault(vaultId, newMasterKey());
    await refused(other.open(binding, await vault.seal(binding, 'text')));
  });

  it('a key number this version does not know says so', async () => {
    const sealed = await vault.seal(binding, 'text');
    await expect(vault.open(binding, { ...sealed, kid: 2 })).rejects.toMatchObject({
      reason: 'newer-version',
    });
  });

  it('any bit of nonce or ciphertext changed does not open', async () => {
    const sealed = await vault.seal(binding, 'text');
    for (let at = 0; at < sealed.iv.length; at++) {
      await refused(vault.open(binding, { ...sealed, iv: flipped(sealed.iv, at, at % 8) }));
    }
    for (let at = 0; at < sealed.ct.length; at++) {
      await refused(vault.open(binding, { ...sealed, ct: flipped(sealed.ct, at, at % 8) }));
    }
  });

  it.each([0, 1, 15, 16, 511, 527])('cut to %i bytes it does not open', async (length) => {
    const sealed = await vault.seal(binding, 'text');
    await refused(vault.open(binding, { ...sealed, ct: sealed.ct.slice(0, length) }));
  });

  it('the error names the row and never the text', async () => {
    const sealed = await vault.seal(binding, 'SECRET');
    const error = await vault.open({ ...binding, v: 8 }, sealed).catch((cause: Error) => cause);
    expect(String(error)).toContain(id);
    expect(String(error)).not.toContain('SECRET');
  });
});

it('the same text is sealed differently each time, under a fresh nonce', async () => {
  const all: Sealed[] = [];
  for (let i = 0; i < 200; i++) all.push(await vault.seal(binding, 'text'));
  expect(new Set(all.map(({ iv }) => iv.join())).size).toBe(200);
  expect(new Set(all.map(({ ct }) => ct.join())).size).toBe(200);
});

describe('padding', () => {
  it.each([
    [0, 512],
    [508, 512],
    [509, 1024],
    [1020, 1024],
    [1021, 2048],
    [2045, 4096],
    [4093, 8192],
    [8188, 8192],
    [8189, 16_384],
    [16_380, 16_384],
    [16_381, 24_576],
  ])('a body of %i bytes fills %i', async (length, bucket) => {
    expect(pad(new Uint8Array(length))).toHaveLength(bucket);
    const sealed = await vault.seal(binding, 'x'.repeat(length));
    expect(sealed.ct).toHaveLength(bucket + 16); // and the tag
  });

  it('every length comes back, and buckets never shrink', () => {
    for (let length = 0; length < 3000; length += 7) {
      const body = new Uint8Array(length).fill(1);
      expect(unpad(pad(body))).toEqual(body);
      expect(bucketFor(length + 1)).toBeGreaterThanOrEqual(bucketFor(length));
    }
  });

  it('a length that is longer than what is there is refused', () => {
    const padded = pad(utf8('text'));
    new DataView(padded.buffer).setUint32(0, 509);
    expect(() => unpad(padded)).toThrow('shorter than it says');
  });
});

describe('the format', () => {
  // Made with node:crypto alone: HKDF-SHA256 (salt: vault id, info: footprint/data/1), AES-256-GCM.
  const ct =
    'YA2ZVj1Jl+sNyF/5Hg97Hx2Lv90ijFyJaAsB53uKarwiEdY6it2mT7GP+AOMaoWR+38I9XLGlNvyn4Xj3owOfjibfSbEQkAHZl6xx1DhuJhgTuRHwPWTg3/3DP65Qz1MHQGYeWAfJU+T5TosTnH/xdnzf9nCfj8+AVGVEEfQt4U01Dz+p4scszVaC+zDs1Hb11jwfTxVGw/xoyE3ldlOWlyDBMuaamfULlJoLU3plimc6M6yQM65t7Pmq/4SBlgRh67lT0kASUcJ0Foj2/qrVgSxE4F39AfAd9k43wTn3srjizjEty5IDUzqlsGhajHdE1OteCmcFsgM0SGpxpST2Xq2Zx8RnEJmWNXkal17TlTP+s1zdXjFGLvyta21rQkxX6b9Os9JAidWGmaWLyMZazSS9Rd5zXK7Wr0f3Eny5a8GLRW9GK1EU4I/ceJq7RADbqzPmyLiZ7ngK036n+YyYP+mP/TEnxNbCrHwKVmE1hzUzMdCYT2GLZgPO8oXTAg9ib8/bZL2QaGlJ/wSfwGNClCBK2nm4cXLFyYdbn63NakikmAD4M14Qr98oKPMKeSSvXbmhstSDa28xUhi5LLD12YNYMVU8wnBbdi6FE+L8h1Jq3fnP5BRPjzSA1q0czmFqhWmYPoHza3W+6u6144x3lpWUalpN3Sf3iCPaA6XjZuHx3MFwBTHp7ij4uX7wsmA';

  it('a row sealed by the first release opens: a change of it would lose every record', async () => {
    const row: Sealed = {
      kid: 1,
      iv: Uint8Array.from({ length: 12 }, (_, i) => i) as Bytes,
      ct: fromBase64(ct) as Bytes,
    };
    expect(await vault.open(binding, row)).toBe('{"text":"Zoë"}');
  });

  it('the id of a reference stays the same, shaped as a random one', async () => {
    expect(await vault.referenceId('child', 'LCS-1')).toBe('6f0860ff-ad7e-4563-b8e4-14097a37ab20');
  });

  it('references of other kinds, texts or people have other ids', async () => {
    const other: Vault = await openVault(vaultId, newMasterKey());
    const ids = await Promise.all([
      vault.referenceId('child', 'LCS-1'),
      vault.referenceId('staff', 'LCS-1'),
      vault.referenceId('child', 'LCS-2'),
      vault.referenceId('child', 'lcs-1'),
      other.referenceId('child', 'LCS-1'),
    ]);
    expect(new Set(ids).size).toBe(5);
    for (const each of ids)
      expect(each).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('a hash is of the text’s UTF-8 bytes', async () => {
    expect(await sha256('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await sha256('Zoë')).not.toBe(await sha256('Zoe\u0308'));
  });
});

it('sealing, opening, hashing and naming inside a real transaction throw at once', async () => {
  const db = new FootprintDb(crypto.randomUUID());
  const sealed = await vault.seal(binding, 'text');
  const tries: [string, () => Promise<unknown>][] = [
    ['seal', () => vault.seal(binding, 'text')],
    ['open', () => vault.open(binding, sealed)],
    ['hash', () => sha256('text')],
    ['name', () => vault.referenceId('child', 'LCS-1')],
  ];
  for (const [name, attempt] of tries) {
    const inside = db.transaction('rw', db.meta, async () => {
      await db.meta.put({ k: name, value: 1 });
      await attempt();
    });
    await expect(inside, name).rejects.toThrow('Sealing inside a transaction');
    expect(await db.meta.get(name), name).toBeUndefined();
  }
  expect(Dexie.currentTransaction).toBeNull();
  await vault.seal(binding, 'text');
  db.close();
});
