import { describe, expect, it, vi } from 'vitest';
import { planSession } from '#storage/session/sessions.ts';
import { sealHandover } from '#vault/handover-seal.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { make, opened, samsDevice } from '../../../test/handovers.ts';
import { quickDerive } from '../../../test/workspaces.ts';
import { handoverLabel, nothingChanged, writeEnvelope } from './handover-file.ts';
import { readHandover } from './read-handover.ts';

async function aFile() {
  const { sam, priyaRef } = await samsDevice();
  const { blob, code, ...made } = await make(sam, priyaRef);
  return { text: await blob.text(), code, made };
}
const read = (text: string, code: string) => readHandover(text, code, quickDerive);
const refusal = (outcome: 'unreadable' | 'wrongCode', words: RegExp) => ({
  outcome,
  reason: expect.stringMatching(new RegExp(`${words.source}.* ${nothingChanged}$`)),
});
const damaged = refusal('unreadable', /damaged or cut short/);
const wrongWords = refusal('wrongCode', /These words do not open this file/);

describe('a hand-over file', () => {
  it('[HAND1] names nobody: not in clear, not in its name', async () => {
    const { text, code, made } = await aFile();
    const { format, version, kdf, iv, ct, sha256, ...more } = JSON.parse(text);
    expect([format, version, kdf.alg, kdf.m, kdf.t]).toEqual([
      'footprint-handover',
      1,
      'argon2id',
      65_536,
      3,
    ]);
    expect(more).toEqual({});
    for (const part of [iv, ct, kdf.salt]) expect(part).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const word of ['Priya', 'Sam Lee', 'Amina', 'C1', 'Mosaic', ...code.split(' ')]) {
      expect(text).not.toContain(`"${word}`);
    }
    expect(made.fileName).toMatch(/^footprint-handover-2026-11-20-[0-9a-f]{4}\.fphandover$/);
  });

  it('[HAND1] opens with its five words, whatever the capitals, spaces and hyphens', async () => {
    const { text, code } = await aFile();
    const [a, b, c, d, e] = code.split(' ');
    for (const typed of [
      code,
      code.toUpperCase(),
      `  ${a}-${b}  ${c}\n${d} – ${e} `,
      `${a}, ${b}, ${c}, ${d}, ${e}.`,
    ]) {
      expect(await read(text, typed)).toMatchObject({ outcome: 'read' });
    }
    expect(code.split(' ')).toHaveLength(5);
  });

  it('[HAND2] a word that is not of the list is named, and what is missing is counted', async () => {
    const { text, code } = await aFile();
    const [a, b, c, d, e] = code.split(' ');
    const asked = (typed: string) => read(text, typed);
    expect(await asked(`${a} ${b} ${c} ${d} hose`)).toEqual(
      refusal('wrongCode', /“hose” is not one of the words/),
    );
    expect(await asked(`${a} lampp ${c} ${d} hose`)).toEqual(
      refusal('wrongCode', /“lampp” and “hose” are not among the words/),
    );
    expect(await asked(`${a} ${b} ${c} ${d}`)).toEqual(
      refusal('wrongCode', /There are 4 words here/),
    );
    expect(await asked(`${a} ${b} ${c} ${d} ${e} ${e}`)).toEqual(
      refusal('wrongCode', /There are 6 words here/),
    );
    expect(await asked('  ')).toEqual(refusal('wrongCode', /Enter the five words/));
  });

  it('[HAND2] other words, or the same in another order, open nothing', async () => {
    const { text, code } = await aFile();
    const words = code.split(' ');
    const other = words[0] === 'zoo' ? 'zone' : 'zoo';
    expect(await read(text, [other, ...words.slice(1)].join(' '))).toEqual(wrongWords);
    expect(await read(text, words.toReversed().join(' '))).toEqual(wrongWords);
  });

  it('[HAND2] cut anywhere it is damaged, or no longer a hand-over file at all', async () => {
    const { text, code } = await aFile();
    for (const at of [text.length - 1, Math.floor(text.length / 2), 100, 40]) {
      expect(await read(text.slice(0, at), code)).toEqual(damaged);
    }
    for (const at of [0, 1, 10]) {
      const outcome = await read(text.slice(0, at), code);
      expect(outcome).toEqual(refusal('unreadable', /not a Footprint hand-over file/));
    }
  });

  it('[HAND2] with one byte of what is sealed changed it is damaged, and nothing is stretched', async () => {
    const { text, code } = await aFile();
    const envelope = JSON.parse(text);
    const derive = vi.fn(quickDerive);
    for (const at of [0, 500, envelope.ct.length - 4]) {
      const ct = `${envelope.ct.slice(0, at)}${envelope.ct[at] === 'A' ? 'B' : 'A'}${envelope.ct.slice(at + 1)}`;
      expect(await readHandover(JSON.stringify({ ...envelope, ct }), code, derive)).toEqual(
        damaged,
      );
    }
    expect(derive).not.toHaveBeenCalled();
  });

  it('[HAND2] with what stands in clear changed it does not open', async () => {
    const { text, code } = await aFile();
    const envelope = JSON.parse(text);
    const tried = (change: object) => read(JSON.stringify({ ...envelope, ...change }), code);
    const kdf = (change: object) => ({ kdf: { ...envelope.kdf, ...change } });
    expect(await tried({ iv: 'AAAAAAAAAAAAAAAA' })).toEqual(wrongWords);
    expect(await tried(kdf({ salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }))).toEqual(wrongWords);
    expect(await tried(kdf({ t: 4 }))).toEqual(wrongWords);
    for (const change of [
      kdf({ m: 8 }),
      kdf({ t: 99 }),
      kdf({ alg: 'md5' }),
      { iv: 'AAAA' },
      { iv: 5 },
      { sha256: '' },
      { kdf: {} },
    ]) {
      expect(await tried(change)).toEqual(damaged);
    }
    expect(await tried({ version: '1' })).toEqual(
      refusal('unreadable', /not a Footprint hand-over/),
    );
  });

  it('[HAND2] of a newer version it says to update first, whatever else is in it', async () => {
    const newer = JSON.stringify({ format: 'footprint-handover', version: 2, words: 'later' });
    const update = refusal('unreadable', /newer version of Footprint\. Update Footprint first/);
    expect(await read(newer, 'otter')).toEqual(update);
  });

  it('[HAND2] another file is not a hand-over file', async () => {
    const notOurs = refusal('unreadable', /not a Footprint hand-over file/);
    for (const text of [
      '',
      'hello',
      '[]',
      'null',
      '{"format":"footprint-backup","version":1}',
      '%PDF-1.7',
    ]) {
      expect(await read(text, 'otter')).toEqual(notOurs);
    }
  });

  it('[HAND2] one that holds what this version does not know says so, and gives out none of it', async () => {
    const { sam, priyaRef } = await samsDevice();
    await planSession(sam, priyaRef, '2026-12-18');
    const made = await make(sam, priyaRef);
    const handover = await opened(made);
    const [child] = handover.reference.filter(({ collection }) => collection === 'children');
    const [session] = handover.records.filter(({ collection }) => collection === 'sessions');
    const [policy] = handover.reference.filter(({ collection }) => collection === 'profiles');
    const sealedWith = async (change: object) => {
      const text = JSON.stringify({ ...handover, ...change });
      return writeEnvelope(await sealHandover(handoverLabel, text, made.code, quickDerive));
    };
    const update = refusal('unreadable', /this version of Footprint does not know/);
    const badPolicy = JSON.stringify({ ...JSON.parse(policy?.text ?? ''), profile: { id: 'x' } });
    for (const change of [
      { kind: 'forEverybody' },
      { madeAt: 'yesterday' },
      { records: [{ collection: 'poems', id: 'p1', text: '{}', basedOn: '' }] },
      { records: [{ collection: 'sessions', id: 's1', text: '{"status":"later"}', basedOn: '' }] },
      { reference: [{ ...child, text: '{"name":5}' }] },
      { reference: [{ ...child, text: '{' }] },
      { records: [{ ...session, id: 'another' }] },
      { reference: [{ ...policy, text: badPolicy }] },
    ]) {
      expect(await read(await sealedWith(change), made.code)).toEqual(update);
    }
    expect(await read(await sealedWith({}), made.code)).toMatchObject({ outcome: 'read' });
  });

  it('a key maker that fails is no wrong word', async () => {
    const { text, code } = await aFile();
    const failing: DeriveFromPassphrase = () => Promise.reject(new Error('out of memory'));
    await expect(readHandover(text, code, failing)).rejects.toThrow('out of memory');
  });
});
