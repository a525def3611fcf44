import { describe, expect, it, vi } from 'vitest';
import { FootprintDb } from '#storage/db.ts';
import { findPlace, savePlace } from '#storage/place.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { deriveFromPassphrase } from '#vault/argon2.ts';
import type { Slot } from '#vault/slots.ts';
import {
  anEmptyWorkspace,
  aWorkspace,
  passphrase,
  quickDerive,
  recoverySecret,
  testPorts,
} from '../../../test/workspaces.ts';
import {
  createAccount,
  createExampleAccount,
  listAccounts,
  replacePassphrase,
  type Secret,
  unlock,
  unlockExample,
} from './accounts.ts';

const byPassphrase = (typed: string, derive = quickDerive): Secret => ({
  type: 'passphrase',
  passphrase: typed,
  derive,
});
const byKey = (secret = recoverySecret): Secret => ({ type: 'recovery', secret });

async function unlocked(vaultId: string, secret: Secret, ports = testPorts()): Promise<Workspace> {
  const answer = await unlock(vaultId, secret, ports);
  if (answer.outcome !== 'unlocked') throw new Error(answer.outcome);
  return answer.workspace;
}
const onDisk = async (vaultId: string) => {
  const db = new FootprintDb(vaultId);
  const all = { rows: await db.rows.toArray(), slots: await db.slots.toArray() };
  db.close();
  return all;
};

describe('a new account', () => {
  it('has both ways in before anything else is written, and neither is the key', async () => {
    const { db, vault } = await anEmptyWorkspace();
    const slots = await db.slots.toArray();
    expect(slots.map(({ type }) => type).sort()).toEqual(['passphrase', 'recovery']);
    expect(await db.rows.count()).toBe(0);
    expect(JSON.stringify(slots)).not.toContain(passphrase);
    expect(await listAccounts()).toContainEqual({
      vaultId: vault.id,
      isExample: false,
      hasPasskey: false,
    });
  });

  it('opens by passphrase and by recovery key to the same records', async () => {
    const { vault } = await aWorkspace();
    for (const secret of [byPassphrase(passphrase), byKey()]) {
      const workspace = await unlocked(vault.id, secret);
      expect(settingsOf(workspace)).toMatchObject({
        caseSystem: 'Mosaic',
        profileId: 'islington-001',
      });
      expect(workspace.set.all('staff').size).toBe(1);
      expect(workspace.damaged).toEqual([]);
    }
  });

  it('opens through real Argon2id too', async () => {
    const account = {
      passphrase,
      recoverySecret,
      derive: deriveFromPassphrase,
      ports: testPorts(),
    };
    const { vault } = await createAccount(account);
    await unlocked(vault.id, byPassphrase(passphrase, deriveFromPassphrase));
  });

  it('one cut short before its ways in were written is not listed', async () => {
    const db = new FootprintDb(crypto.randomUUID());
    await db.open();
    db.close();
    expect((await listAccounts()).map(({ vaultId }) => vaultId)).not.toContain(db.vaultId);
  });
});

describe('a wrong passphrase', () => {
  it('makes the next try wait longer and longer, and wipes nothing', async () => {
    const { vault } = await aWorkspace();
    const before = await onDisk(vault.id);
    const ports = testPorts();
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const answer = await unlock(vault.id, byPassphrase(`wrong ${i}`), ports);
      if (answer.outcome !== 'wrong') throw new Error(answer.outcome);
      waits.push(answer.waitSeconds);
      ports.advance(answer.waitSeconds * 1000);
    }
    expect(waits).toEqual([0, 0, 0, 5, 15, 30]);
    expect(await onDisk(vault.id)).toEqual(before);
    await unlocked(vault.id, byPassphrase(passphrase), ports);
  });

  it('while it has to wait not even the right one is tried, until the time is over', async () => {
    const { vault } = await aWorkspace();
    const ports = testPorts();
    for (let i = 0; i < 4; i++) await unlock(vault.id, byPassphrase('wrong'), ports);
    const derive = vi.fn(quickDerive);
    const right = byPassphrase(passphrase, derive);
    expect(await unlock(vault.id, right, ports)).toEqual({ outcome: 'wait', waitSeconds: 5 });
    expect(derive).not.toHaveBeenCalled();
    ports.advance(4_999);
    expect(await unlock(vault.id, right, ports)).toEqual({ outcome: 'wait', waitSeconds: 1 });
    ports.advance(1);
    await unlocked(vault.id, right, ports);
  });

  it('is forgotten once the right one was given', async () => {
    const { vault } = await aWorkspace();
    const ports = testPorts();
    for (let i = 0; i < 3; i++) await unlock(vault.id, byPassphrase('wrong'), ports);
    await unlocked(vault.id, byPassphrase(passphrase), ports);
    expect(await unlock(vault.id, byPassphrase('wrong'), ports)).toMatchObject({ waitSeconds: 0 });
  });

  it('a wrong recovery key is an answer too, and waits alike', async () => {
    const { vault } = await aWorkspace();
    const other = byKey(new Uint8Array(16).fill(8));
    expect(await unlock(vault.id, other, testPorts())).toMatchObject({ outcome: 'wrong' });
  });

  it('leaves no connection open: the database can be deleted at once', async () => {
    const { vault, db } = await aWorkspace();
    const ports = testPorts();
    for (let i = 0; i < 5; i++) await unlock(vault.id, byPassphrase('wrong'), ports);
    db.close();
    const blocked = vi.fn();
    const deleting = new FootprintDb(vault.id);
    deleting.on('blocked', blocked);
    await deleting.delete();
    expect(blocked).not.toHaveBeenCalled();
  });
});

it('a slot with weak parameters is refused before anything is derived', async () => {
  const { vault, db } = await aWorkspace();
  const slot = (await db.slots.toArray()).find(({ type }) => type === 'passphrase');
  if (slot?.type === 'passphrase') {
    const weak: Slot = { ...slot, kdf: { ...slot.kdf, m: 8 } };
    await db.slots.put(weak);
  }
  const secret = byPassphrase(passphrase, deriveFromPassphrase);
  await expect(unlock(vault.id, secret, testPorts())).rejects.toMatchObject({
    reason: 'weak-parameters',
  });
});

describe('a new passphrase', () => {
  it('opens, the old one no longer does, and no record is sealed again', async () => {
    const workspace = await aWorkspace();
    const { rows } = await onDisk(workspace.vault.id);
    const words = 'gravel winter lamp otter';
    expect(await replacePassphrase(workspace, byKey(), words, quickDerive)).toBe('replaced');
    const now = await onDisk(workspace.vault.id);
    expect(now.rows).toEqual(rows);
    expect(now.slots.map(({ type }) => type).sort()).toEqual(['passphrase', 'recovery']);
    await unlocked(workspace.vault.id, byPassphrase(words));
    await unlocked(workspace.vault.id, byKey());
    const old = await unlock(workspace.vault.id, byPassphrase(passphrase), testPorts());
    expect(old.outcome).toBe('wrong');
  });

  it('is refused where neither way in is proved, and nothing changes', async () => {
    const workspace = await aWorkspace();
    const before = await onDisk(workspace.vault.id);
    for (const wrong of [byKey(new Uint8Array(16)), byPassphrase('wrong')]) {
      expect(await replacePassphrase(workspace, wrong, 'x', quickDerive)).toBe('wrong');
    }
    expect(await onDisk(workspace.vault.id)).toEqual(before);
  });
});

it('the example opens with one click and is known as such while locked', async () => {
  const { vault } = await createExampleAccount(testPorts());
  expect(await listAccounts()).toContainEqual({
    vaultId: vault.id,
    isExample: true,
    hasPasskey: false,
  });
  expect((await unlockExample(vault.id, testPorts())).vault.id).toBe(vault.id);
  const real = await aWorkspace();
  await expect(unlockExample(real.vault.id, testPorts())).rejects.toMatchObject({
    reason: 'damaged',
  });
});

it('the place is kept sealed, and a broken one is home', async () => {
  const workspace = await aWorkspace();
  expect(await findPlace(workspace)).toBeUndefined();
  const place = {
    path: '/sessions/x',
    fieldId: 'f',
    selectionStart: 1,
    selectionEnd: 2,
    scrollTop: 3,
  };
  await savePlace(workspace, place);
  expect(await findPlace(workspace)).toEqual(place);
  const row = await workspace.db.meta.get('place');
  expect(JSON.stringify(row)).not.toContain('/sessions/');
  if (row?.sealed) await workspace.db.meta.put({ k: 'place', sealed: { ...row.sealed, v: 1 } });
  expect(await findPlace(workspace)).toBeUndefined();
});
