import { expect, it } from 'vitest';
import { type Bytes, fromBase64, toBase64, toHex } from './bytes.ts';
import { type PasskeySlot, prfQuestion, unwrapByPasskey, wrapByPasskey } from './passkey.ts';
import { unwrapByRecoveryKey } from './slots.ts';

const vaultId = '3f0c9f0e-6b7a-4f7e-9d3b-0a1b2c3d4e5f';
const other = vaultId.replace('3', '4');
const master = Uint8Array.from({ length: 32 }, (_, i) => i) as Bytes;
const output = new Uint8Array(32).fill(9) as Bytes;
const passkey = {
  rpId: 'footprint.example',
  credentialId: toBase64(new Uint8Array(16).fill(3)),
  transports: ['internal'],
  kept: 'thisDevice',
  createdOn: '2026-11-22',
} as const;

const flipped = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const aSlot = () => wrapByPasskey(master, vaultId, passkey, output);
const opened = (slot: PasskeySlot, by = output, vault = vaultId) =>
  unwrapByPasskey([slot], vault, { credentialId: slot.credentialId, output: by });
const refused = (opening: Promise<unknown>) =>
  expect(opening).rejects.toMatchObject({ name: 'VaultError', reason: 'wrong-secret' });

it('opens with what its passkey answers, and with nothing else', async () => {
  const slot = await aSlot();
  expect(await opened(slot)).toEqual(master);
  for (let at = 0; at < output.length; at++) await refused(opened(slot, flipped(output, at)));
  const answer = { credentialId: toBase64(new Uint8Array(16)), output };
  await refused(unwrapByPasskey([slot], vaultId, answer));
  await refused(unwrapByPasskey([], vaultId, { ...answer, credentialId: slot.credentialId }));
});

it('of several passkeys the one that answered is opened', async () => {
  const second = { ...passkey, credentialId: toBase64(new Uint8Array(16).fill(4)) };
  const slots = [await aSlot(), await wrapByPasskey(master, vaultId, second, flipped(output, 0))];
  const answer = { credentialId: second.credentialId, output: flipped(output, 0) };
  expect(await unwrapByPasskey(slots, vaultId, answer)).toEqual(master);
});

it('has a salt and a nonce of its own each time, and neither the key nor the answer in it', async () => {
  const [a, b] = [await aSlot(), await aSlot()];
  expect(a.salt).not.toBe(b.salt);
  expect(toHex(a.iv)).not.toBe(toHex(b.iv));
  const { iv, ct, ...inClear } = a;
  expect(toHex(ct)).not.toContain(toHex(master).slice(0, 16));
  expect(Object.keys(inClear).sort()).toEqual(
    ['id', 'type', 'salt', ...Object.keys(passkey)].sort(),
  );
  expect(JSON.stringify(inClear)).not.toContain(toBase64(output));
});

it('with any part of it changed opens with nothing', async () => {
  const slot = await aSlot();
  const changes: readonly Partial<PasskeySlot>[] = [
    { id: '11111111-2222-4333-8444-555555555555' },
    { rpId: 'footprint.example.org' },
    { credentialId: toBase64(new Uint8Array(16)) },
    { salt: toBase64(new Uint8Array(16)) },
    { transports: [] },
    { kept: 'securityKey' },
    { createdOn: '2026-11-23' },
  ];
  for (const change of changes) await refused(opened({ ...slot, ...change }));
  for (let at = 0; at < slot.iv.length; at++) {
    await refused(opened({ ...slot, iv: flipped(slot.iv, at) }));
  }
  for (let at = 0; at < slot.ct.length; at++) {
    await refused(opened({ ...slot, ct: flipped(slot.ct, at) }));
  }
});

it('its public key is bound to it too, where one is kept', async () => {
  const signs = { alg: 'ES256', publicKey: 'AAAA' } as const;
  const slot = await wrapByPasskey(master, vaultId, { ...passkey, signs }, output);
  expect(slot.signs).toEqual(signs);
  expect(await opened(slot)).toEqual(master);
  const { signs: _, ...without } = slot;
  await refused(opened(without));
  await refused(opened({ ...slot, signs: { ...signs, publicKey: 'AAAB' } }));
  await refused(opened({ ...slot, signs: { ...signs, alg: 'RS256' } }));
  await refused(opened({ ...(await aSlot()), signs }));
});

it('of other records does not open, and is asked another question', async () => {
  await refused(opened(await aSlot(), output, other));
  expect(toHex(prfQuestion(vaultId))).not.toBe(toHex(prfQuestion(other)));
  expect(new TextDecoder().decode(prfQuestion(vaultId))).toBe(`footprint/prf/v1${vaultId}`);
});

it('is no recovery slot: the same bytes under the other type do not open', async () => {
  const { id, salt, iv, ct } = await aSlot();
  await refused(unwrapByRecoveryKey({ id, type: 'recovery', salt, iv, ct }, vaultId, output));
});

it('takes nothing but 32 bytes for a key', async () => {
  const short = new Uint8Array(16) as Bytes;
  await expect(wrapByPasskey(master, vaultId, passkey, short)).rejects.toThrow('32 bytes');
});

// Made with node:crypto's own HKDF and AES-GCM.
it('a passkey slot of the first release opens', async () => {
  const slot: PasskeySlot = {
    id: '11111111-2222-4333-8444-555555555555',
    type: 'passkey',
    ...passkey,
    transports: [...passkey.transports],
    salt: 'CQkJCQkJCQkJCQkJCQkJCQ==',
    iv: fromBase64('AAECAwQFBgcICQoL') as Bytes,
    ct: fromBase64('78JPgrFZ+UzO51wLrUDPQ60QHkh67xbOU9FQdP8iIqwNkBKhoraxE67HK6dGnPoo') as Bytes,
  };
  expect(await opened(slot)).toEqual(master);
});
