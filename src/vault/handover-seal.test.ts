import { describe, expect, it, vi } from 'vitest';
import { quickDerive } from '../../test/workspaces.ts';
import { deriveFromPassphrase } from './argon2.ts';
import { argon2Floor } from './argon2-params.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import {
  type HandoverLabel,
  openHandover,
  type SealedHandover,
  sealHandover,
} from './handover-seal.ts';

const label: HandoverLabel = { format: 'a-format', version: 1 };
const words = 'otter lamp winter gravel tower';
const text = JSON.stringify({ worries: 'Zoe\u0308 said: “no”.' });

const sealedText = () => sealHandover(label, text, words, quickDerive);
const opened = (sealed: SealedHandover, typed = words, as = label) =>
  openHandover(as, sealed, typed, quickDerive);
const refused = (opening: Promise<unknown>, reason = 'wrong-secret') =>
  expect(opening).rejects.toMatchObject({ name: 'VaultError', reason });

describe('the seal of a hand-over file', () => {
  it('opens with the words and with no others, to the letter', async () => {
    const sealed = await sealedText();
    expect(await opened(sealed)).toBe(text);
    await refused(opened(sealed, 'otter lamp winter gravel towel'));
    await refused(opened(sealed, 'lamp otter winter gravel tower'));
  });

  it('opens with the words stretched as they are in the app', async () => {
    const sealed = await sealHandover(label, text, words, deriveFromPassphrase);
    expect(await openHandover(label, sealed, words, deriveFromPassphrase)).toBe(text);
    await refused(openHandover(label, sealed, `${words}s`, deriveFromPassphrase));
  });

  it('stretches the words at the floor, with a salt and a nonce of its own each time', async () => {
    const [a, b] = [await sealedText(), await sealedText()];
    expect(a.kdf).toMatchObject({ alg: 'argon2id', ...argon2Floor });
    expect(a.kdf.salt).not.toBe(b.kdf.salt);
    expect(a.iv).not.toBe(b.iv);
    expect(a.ct).not.toBe(b.ct);
  });

  it('tells by its length no more than a bucket', async () => {
    const long = await sealHandover(label, 'x'.repeat(400), words, quickDerive);
    const sealed = await sealedText();
    expect(sealed.ct).toHaveLength(long.ct.length);
  });

  it('with anything in clear changed opens with nothing', async () => {
    const sealed = await sealedText();
    const salt = toBase64(new Uint8Array(16));
    await refused(opened(sealed, words, { ...label, format: 'another' }));
    await refused(opened(sealed, words, { ...label, version: 2 }));
    for (const change of [{ m: 131_072 }, { t: 4 }, { p: 2 }, { salt }]) {
      await refused(opened({ ...sealed, kdf: { ...sealed.kdf, ...change } }));
    }
    await refused(opened({ ...sealed, iv: toBase64(new Uint8Array(12)) }));
  });

  it('with one byte of the text changed opens with nothing', async () => {
    const sealed = await sealedText();
    const bytes = fromBase64(sealed.ct) ?? new Uint8Array();
    for (const at of [0, 100, bytes.length - 1]) {
      const changed = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
      await refused(opened({ ...sealed, ct: toBase64(changed) }));
    }
  });

  it('is not stretched at all by parameters out of bounds, or a salt or nonce of another length', async () => {
    const sealed = await sealedText();
    const derive = vi.fn(quickDerive);
    const tried = (change: Partial<SealedHandover>) =>
      openHandover(label, { ...sealed, ...change }, words, derive);
    const kdf = (change: object) => ({ kdf: { ...sealed.kdf, ...change } });
    await refused(tried(kdf({ m: 1024 })), 'weak-parameters');
    await refused(tried(kdf({ m: 4_194_304 })), 'weak-parameters');
    await refused(tried(kdf({ t: 1_000 })), 'weak-parameters');
    await refused(tried(kdf({ salt: 'AAAA' })), 'damaged');
    await refused(tried({ iv: 'AAAA' }), 'damaged');
    await refused(tried({ ct: '!' }), 'damaged');
    expect(derive).not.toHaveBeenCalled();
  });
});
