import { describe, expect, it, vi } from 'vitest';
import { makeBackup } from '#exchange/backup/back-up.ts';
import type { Workspace } from '#storage/workspace.ts';
import { passkeysOf } from '#vault/passkey-source.ts';
import { FakePasskeys } from '../../../test/passkeys.ts';
import {
  aWorkspace,
  passphrase,
  quickDerive,
  recoverySecret,
  testPorts,
} from '../../../test/workspaces.ts';
import { createExampleAccount, listAccounts, replacePassphrase, unlock } from './accounts.ts';
import { unlockByPasskey } from './unlock-by-passkey.ts';
import { addPasskey, listPasskeys, removePasskey } from './ways-in.ts';

const byPassphrase = (typed = passphrase) =>
  ({ type: 'passphrase', passphrase: typed, derive: quickDerive }) as const;
const byKey = { type: 'recovery', secret: recoverySecret } as const;
const sourceOf = (fake: FakePasskeys) => passkeysOf(fake, 'footprint.example');
const slotTypes = async ({ db }: Workspace) =>
  (await db.slots.toArray()).map(({ type }) => type).sort();
const audited = ({ set }: Workspace) => [...set.all('audit').values()].map(({ body }) => body.what);
const wrongTries = async ({ db }: Workspace) => (await db.meta.get('wrongAttempts'))?.value ?? 0;

async function withPasskey(fake = new FakePasskeys()) {
  const workspace = await aWorkspace();
  const source = sourceOf(fake);
  expect(await addPasskey(workspace, byPassphrase(), source)).toEqual({ outcome: 'added' });
  const open = (ports = testPorts()) => unlockByPasskey(workspace.vault.id, ports, source);
  return { workspace, fake, source, open };
}

describe('a passkey that was added', () => {
  it('opens the same records, and is known while they are locked', async () => {
    const { workspace, open } = await withPasskey();
    expect(await slotTypes(workspace)).toEqual(['passkey', 'passphrase', 'recovery']);
    expect(await listPasskeys(workspace)).toMatchObject([
      { kept: 'thisDevice', addedOn: '2026-11-20' },
    ]);
    expect(audited(workspace)).toEqual(['passkeyAdded']);
    expect(await listAccounts()).toContainEqual({
      vaultId: workspace.vault.id,
      isExample: false,
      hasPasskey: true,
    });
    const opened = await open();
    if (opened.outcome !== 'unlocked') throw new Error(opened.outcome);
    expect(opened.workspace.set.all('staff').size).toBe(1);
    expect(opened.workspace.damaged).toEqual([]);
  });

  it('stays when the passphrase is changed, and may prove who changes it', async () => {
    const { workspace, source, open } = await withPasskey();
    const [slot] = (await workspace.db.slots.toArray()).filter(({ type }) => type === 'passkey');
    const answer = await source.ask(workspace.vault.id, slot?.type === 'passkey' ? [slot] : []);
    if (answer.outcome !== 'answered') throw new Error(answer.reason);
    const { credentialId, output } = answer;
    const proof = { type: 'passkey', credentialId, output } as const;
    expect(await replacePassphrase(workspace, proof, 'other words', quickDerive)).toBe('replaced');
    expect(await slotTypes(workspace)).toEqual(['passkey', 'passphrase', 'recovery']);
    expect(await open()).toMatchObject({ outcome: 'unlocked' });
  });

  it('is in no backup', async () => {
    const { workspace } = await withPasskey();
    const slots = await workspace.db.slots.toArray();
    const credentialId = slots.flatMap((slot) =>
      slot.type === 'passkey' ? slot.credentialId : [],
    );
    const text = await (await makeBackup(workspace)).blob.text();
    expect(credentialId).toHaveLength(1);
    expect(text).not.toContain(credentialId[0]);
    expect(text).not.toContain('"passkey"');
  });

  it('beside another one opens too, whichever answers', async () => {
    const { workspace, open } = await withPasskey();
    const second = sourceOf(new FakePasskeys({ attachment: 'cross-platform' }));
    await addPasskey(workspace, byPassphrase(), second);
    expect(await open()).toMatchObject({ outcome: 'unlocked' });
    expect(await unlockByPasskey(workspace.vault.id, testPorts(), second)).toMatchObject({
      outcome: 'unlocked',
    });
  });
});

describe('nothing is added', () => {
  it('without the passphrase: no passkey is made, and wrong tries wait', async () => {
    const workspace = await aWorkspace();
    const fake = new FakePasskeys();
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const added = await addPasskey(workspace, byPassphrase('wrong'), sourceOf(fake));
      if (added.outcome !== 'wrong') throw new Error(added.outcome);
      waits.push(added.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 0, 5]);
    const right = await addPasskey(workspace, byPassphrase(), sourceOf(fake));
    expect(right).toEqual({ outcome: 'wait', waitSeconds: 5 });
    expect(fake.created).toEqual([]);
    expect(await slotTypes(workspace)).toEqual(['passphrase', 'recovery']);
  });

  it('when the person cancels, when there is no key, and at an address without passkeys', async () => {
    const workspace = await aWorkspace();
    const cancelled = new FakePasskeys();
    cancelled.failing = 'NotAllowedError';
    const derive = vi.fn(quickDerive);
    const sources = [
      sourceOf(cancelled),
      sourceOf(new FakePasskeys({ hasPrf: false })),
      passkeysOf(new FakePasskeys(), '127.0.0.1'),
    ];
    for (const source of sources) {
      const added = await addPasskey(workspace, { ...byPassphrase(), derive }, source);
      expect(added).toMatchObject({ outcome: 'none', reason: expect.stringMatching(/\w/) });
    }
    expect(derive, 'nothing is asked for where it cannot be used').toHaveBeenCalledTimes(2);
    expect(await slotTypes(workspace)).toEqual(['passphrase', 'recovery']);
    expect(audited(workspace)).toEqual([]);
  });

  it('to the example caseload, which is not kept locked', async () => {
    const example = await createExampleAccount(testPorts());
    const adding = addPasskey(example, byPassphrase(), sourceOf(new FakePasskeys()));
    await expect(adding).rejects.toMatchObject({ reason: 'damaged' });
    expect(await slotTypes(example)).toEqual(['example']);
  });
});

describe('unlocking by passkey', () => {
  it('to cancel, or another device, is no wrong try', async () => {
    const { workspace, fake, open } = await withPasskey();
    for (let i = 0; i < 5; i++) {
      fake.failing = 'NotAllowedError';
      expect(await open()).toMatchObject({ outcome: 'failed', waitSeconds: 0 });
    }
    fake.forget();
    expect(await open()).toMatchObject({ outcome: 'failed', waitSeconds: 0 });
    expect(await wrongTries(workspace)).toBe(0);
  });

  it('a passkey that answers otherwise is a wrong try like a wrong passphrase', async () => {
    const { workspace, fake, open } = await withPasskey();
    fake.swap();
    const ports = testPorts();
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const opened = await open(ports);
      if (opened.outcome !== 'failed') throw new Error(opened.outcome);
      expect(opened.message).toMatch('does not open these records');
      waits.push(opened.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 0, 5]);
    expect(await open(ports)).toEqual({ outcome: 'wait', waitSeconds: 5 });
    const { id } = workspace.vault;
    expect(await unlock(id, byPassphrase(), ports)).toMatchObject({ outcome: 'wait' });
    ports.advance(5_000);
    expect(await unlock(id, byKey, ports)).toMatchObject({ outcome: 'unlocked' });
  });
});

describe('removing', () => {
  it('a passkey: it opens nothing any more, and the others do', async () => {
    const { workspace, fake, open } = await withPasskey();
    const [passkey] = await listPasskeys(workspace);
    expect(await removePasskey(workspace, passkey?.id ?? '')).toBe('removed');
    expect(await slotTypes(workspace)).toEqual(['passphrase', 'recovery']);
    expect(audited(workspace)).toEqual(['passkeyAdded', 'passkeyRemoved']);
    expect(await open()).toMatchObject({ outcome: 'failed', waitSeconds: 0 });
    expect(fake.asked, 'asked for none, a browser offers all').toEqual([]);
    for (const secret of [byPassphrase(), byKey]) {
      const opened = await unlock(workspace.vault.id, secret, testPorts());
      expect(opened.outcome).toBe('unlocked');
    }
    // A second time, as in another tab that still shows it: nothing more to do or to note.
    expect(await removePasskey(workspace, passkey?.id ?? '')).toBe('removed');
    expect(audited(workspace)).toHaveLength(2);
  });

  it('never the passphrase or the recovery key, and never below two ways in', async () => {
    const { workspace } = await withPasskey();
    const slots = await workspace.db.slots.toArray();
    for (const { id } of slots.filter(({ type }) => type !== 'passkey')) {
      expect(await removePasskey(workspace, id)).toBe('kept');
    }
    expect(await slotTypes(workspace)).toEqual(['passkey', 'passphrase', 'recovery']);
    const recovery = slots.find(({ type }) => type === 'recovery');
    await workspace.db.slots.delete(recovery?.id ?? '');
    const [passkey] = await listPasskeys(workspace);
    expect(await removePasskey(workspace, passkey?.id ?? '')).toBe('kept');
    expect(await slotTypes(workspace)).toEqual(['passkey', 'passphrase']);
  });
});
