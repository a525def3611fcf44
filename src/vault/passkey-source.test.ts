import { describe, expect, it } from 'vitest';
import { FakePasskeys } from '../../test/passkeys.ts';
import { challengeOf, publicKeyOf, verifyAssertion } from './assertion.ts';
import { type Bytes, fromBase64 } from './bytes.ts';
import { type PasskeySlot, prfQuestion, wrapByPasskey } from './passkey.ts';
import { type Made, passkeysOf } from './passkey-source.ts';

const vaultId = '3f0c9f0e-6b7a-4f7e-9d3b-0a1b2c3d4e5f';
const here = 'footprint.example';
const wanted = (known: readonly PasskeySlot[] = []) => ({ vaultId, mark: '3F0C', known });

async function slotOf(made: Made): Promise<PasskeySlot> {
  if (made.outcome !== 'made') throw new Error(made.reason);
  const master = new Uint8Array(32) as Bytes;
  return wrapByPasskey(master, vaultId, { ...made, createdOn: '2026-11-22' }, made.output);
}

describe('a new passkey', () => {
  it('is asked to check the person, and is told no name of one', async () => {
    const fake = new FakePasskeys();
    await passkeysOf(fake, here).make(wanted());
    expect(fake.created[0]).toMatchObject({
      rp: { id: here, name: 'Footprint' },
      user: { name: 'Footprint records 3F0C', displayName: 'Footprint records 3F0C' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      extensions: { prf: { eval: { first: prfQuestion(vaultId) } } },
    });
  });

  it('answers when it is made or when it is asked then: the same either way', async () => {
    for (const answersAtOnce of [true, false]) {
      const fake = new FakePasskeys({ answersAtOnce });
      const source = passkeysOf(fake, here);
      const made = await source.make(wanted());
      expect(fake.asked).toHaveLength(answersAtOnce ? 0 : 1);
      expect(await source.ask(vaultId, [await slotOf(made)])).toMatchObject({
        outcome: 'answered',
        output: (made as { output: Bytes }).output,
      });
    }
  });

  it.each([
    [{ attachment: 'platform' }, { kept: 'thisDevice', transports: ['internal'] }],
    [{ attachment: 'cross-platform' }, { kept: 'securityKey', transports: ['usb'] }],
    [{ attachment: 'platform', isCopied: true }, { kept: 'copied' }],
    [{ attachment: 'cross-platform', isCopied: true }, { kept: 'copied' }],
  ] as const)('%j is known for where it is kept', async (options, telling) => {
    const made = await passkeysOf(new FakePasskeys(options), here).make(wanted());
    expect(made).toMatchObject(telling);
  });

  it('that gives no key is not taken', async () => {
    const made = await passkeysOf(new FakePasskeys({ hasPrf: false }), here).make(wanted());
    expect(made).toMatchObject({ outcome: 'none', reason: expect.stringMatching(/gives no key/) });
  });

  it('that cannot be asked after it was made is not taken', async () => {
    const fake = new FakePasskeys({ answersAtOnce: false });
    const { create, get } = fake;
    const failing = {
      create,
      get: (options?: CredentialRequestOptions) => {
        fake.failing = 'NotAllowedError';
        return get(options);
      },
    };
    expect(await passkeysOf(failing, here).make(wanted())).toMatchObject({ outcome: 'none' });
  });

  it('is refused where it is one of the ways in already', async () => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, here);
    const slot = await slotOf(await source.make(wanted()));
    expect(await source.make(wanted([slot]))).toEqual({
      outcome: 'none',
      reason: 'That passkey is already one of your ways in',
    });
    expect(fake.created[1]?.excludeCredentials).toEqual([
      { type: 'public-key', id: fromBase64(slot.credentialId), transports: ['internal'] },
    ]);
  });
});

describe('asking', () => {
  it('asks the known ones only, and for a check of the person', async () => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, here);
    const slots = [
      await slotOf(await source.make(wanted())),
      await slotOf(await source.make(wanted())),
    ];
    await source.ask(vaultId, slots);
    expect(fake.asked[0]).toMatchObject({
      rpId: here,
      userVerification: 'required',
      allowCredentials: slots.map(({ credentialId }) => ({ id: fromBase64(credentialId) })),
      extensions: { prf: { eval: { first: prfQuestion(vaultId) } } },
    });
    expect(fake.asked[0]?.challenge.byteLength).toBe(32);
  });

  it('one that is not on this device is answered in words', async () => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, here);
    const slot = await slotOf(await source.make(wanted()));
    fake.forget();
    const reason = expect.stringMatching(/not on this device.*use your passphrase$/);
    expect(await source.ask(vaultId, [slot])).toEqual({ outcome: 'none', reason });
  });
});

describe('signing', () => {
  it('keeps the public key when it is made, and none where the browser tells none', async () => {
    const made = await passkeysOf(new FakePasskeys(), here).make(wanted());
    expect(made).toMatchObject({ signs: { alg: 'ES256', publicKey: expect.any(String) } });
    const older = await passkeysOf(new FakePasskeys({ tellsKey: false }), here).make(wanted());
    expect(older).toMatchObject({ outcome: 'made' });
    expect(older).not.toHaveProperty('signs');
  });

  it('[SIGN12] asks that passkey and no other to sign the challenge, and for a check of the person', async () => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, here);
    await source.make(wanted());
    const slot = await slotOf(await source.make(wanted()));
    const challenge = await challengeOf('a text');
    const touched = await source.sign(slot, challenge);
    if (touched.outcome === 'none') throw new Error(touched.reason);
    expect(fake.asked.at(-1)).toMatchObject({
      ...{ rpId: here, challenge, userVerification: 'required' },
      allowCredentials: [{ id: fromBase64(slot.credentialId) }],
    });
    const key = await publicKeyOf(slot.signs ?? { alg: 'ES256', publicKey: '' });
    expect(await verifyAssertion({ ...key, ...touched }, 'a text')).toBe('genuine');
  });

  it('that is cancelled, or cannot be done here, is answered in words', async () => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, here);
    const slot = await slotOf(await source.make(wanted()));
    fake.failing = 'NotAllowedError';
    const none = (reason: RegExp) => ({ outcome: 'none', reason: expect.stringMatching(reason) });
    const challenge = await challengeOf('a text');
    expect(await source.sign(slot, challenge)).toEqual(
      none(/^Not signed\. The passkey was cancel/),
    );
    const nowhere = passkeysOf(undefined, here);
    expect(await nowhere.sign(slot, challenge)).toEqual(none(/This browser cannot use/));
    expect(await passkeysOf(fake, '127.0.0.1').sign(slot, challenge)).toEqual(none(/address/));
  });
});

it.each([
  ['NotAllowedError', /^No passkey was made\. It was cancelled/],
  ['InvalidStateError', /already one of your ways in$/],
  ['NotSupportedError', /refused/],
  ['SecurityError', /refused/],
  ['UnknownError', /refused/],
])('%s while one is made is answered in words', async (name, reason) => {
  const fake = new FakePasskeys();
  fake.failing = name;
  const made = await passkeysOf(fake, here).make(wanted());
  expect(made).toEqual({ outcome: 'none', reason: expect.stringMatching(reason) });
});

it('what is no answer of a browser is no sentence for a person', async () => {
  const broken = new FakePasskeys();
  const source = passkeysOf({ ...broken, create: () => Promise.reject(new TypeError('x')) }, here);
  await expect(source.make(wanted())).rejects.toThrow(TypeError);
});

it.each(['127.0.0.1', '10.0.0.7', '[::1]'])(
  'at %s nothing is asked, and why is said',
  async (at) => {
    const fake = new FakePasskeys();
    const source = passkeysOf(fake, at);
    expect(source.refusal).toMatch(`On this address (${at}) Windows Hello`);
    expect(await source.make(wanted())).toEqual({ outcome: 'none', reason: source.refusal });
    expect(await source.ask(vaultId, [])).toEqual({ outcome: 'none', reason: source.refusal });
    expect([...fake.created, ...fake.asked]).toEqual([]);
  },
);

it.each(['localhost', 'footprint.council.gov.uk', '1st.example'])('at %s it can be', (at) => {
  expect(passkeysOf(new FakePasskeys(), at).refusal).toBeUndefined();
});

it('a browser without passkeys says so', async () => {
  const source = passkeysOf(undefined, here);
  expect(source.refusal).toMatch('This browser cannot use Windows Hello');
  expect(await source.make(wanted())).toEqual({ outcome: 'none', reason: source.refusal });
});
