import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { FootprintDb } from '#storage/db.ts';
import { listAccounts, unlock } from '#storage/keys/accounts.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Bytes, toBase64, utf8 } from '#vault/bytes.ts';
import { hostileTexts, readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  passphrase,
  quickDerive,
  recoverySecret,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { type Backup, makeBackup } from './back-up.ts';
import { BACKUP_VERSION } from './backup-file.ts';
import { type CheckedBackup, checkBackup, restoreBackup } from './restore-backup.ts';

const nothingChanged = 'Nothing on this device has been changed.';

/** Some weeks of work: drafts, a finalised record, versions, an outbox. */
async function someWork(): Promise<Workspace> {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: hostileTexts.bidi },
    { reference: 'C2', name: 'CANARY-NAME' },
  ]);
  const session = await startSession(workspace, priya);
  const { id, childRef, settled, ...typed } = readyBrief({ briefNote: hostileTexts.decomposed });
  await write(workspace, session, 'C1', typed);
  await write(workspace, session, 'C2', { worries: hostileTexts.nul });
  await endSession(workspace, session, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  await finaliseChild(workspace, session, 'C1');
  return workspace;
}

const textOf = ({ blob }: Backup) => blob.text();
const tablesOf = async (vaultId: string) => {
  const db = new FootprintDb(vaultId);
  const all = {
    rows: await db.rows.toArray(),
    versions: (await db.versions.toArray()).map(({ n, ...version }) => version),
    outbox: await db.outbox.toArray(),
  };
  db.close();
  return all;
};
async function forget({ db, tabs }: Workspace): Promise<void> {
  tabs.close();
  await db.delete();
}
async function checked(text: string): Promise<CheckedBackup> {
  const answer = await checkBackup(text, recoverySecret);
  if (answer.outcome !== 'checked') throw new Error(JSON.stringify(answer));
  return answer.backup;
}
const unreadable = (reason: unknown) => ({ outcome: 'unreadable', reason });
const allDatabases = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

describe('a backup', () => {
  it('restored on an empty profile is the same, byte for byte, and opens', async () => {
    const workspace = await someWork();
    const before = await tablesOf(workspace.vault.id);
    const texts = [...workspace.set.all('childRecords').values()].map(({ text }) => text);
    const backup = await makeBackup(workspace);
    const text = await textOf(backup);
    expect(backup.recordCount).toBe(before.rows.length);
    await forget(workspace);
    expect(await allDatabases()).not.toContain(`footprint-${workspace.vault.id}`);

    const found = await checked(text);
    expect(found).toMatchObject({
      recordCount: before.rows.length,
      madeAt: '2026-11-20T10:00:00.000Z',
    });
    const restored = await restoreBackup(found, 'a new passphrase', quickDerive, testPorts());
    expect(restored.damaged).toEqual([]);
    expect([...restored.set.all('childRecords').values()].map(({ text: kept }) => kept)).toEqual(
      texts,
    );
    expect(await tablesOf(workspace.vault.id)).toEqual(before);
    expect(before.versions.length).toBeGreaterThan(0);
    expect(before.outbox.length).toBeGreaterThan(0);

    const secret = {
      type: 'passphrase',
      passphrase: 'a new passphrase',
      derive: quickDerive,
    } as const;
    expect((await unlock(restored.vault.id, secret, testPorts())).outcome).toBe('unlocked');
    const old = { ...secret, passphrase };
    expect((await unlock(restored.vault.id, old, testPorts())).outcome).toBe('wrong');
    const byKey = { type: 'recovery', secret: recoverySecret } as const;
    expect((await unlock(restored.vault.id, byKey, testPorts())).outcome).not.toBe('wrong');
  });

  it('backed up again after that, it is as good as the first', async () => {
    const workspace = await someWork();
    const first = await textOf(await makeBackup(workspace));
    await forget(workspace);
    const restored = await restoreBackup(await checked(first), 'x', quickDerive, testPorts());
    const second = await textOf(await makeBackup(restored));
    await forget(restored);
    expect((await checked(second)).rows.rows).toEqual((await checked(first)).rows.rows);
  });

  it('has nothing readable in it, no passphrase slot, and no name in its file name', async () => {
    const workspace = await someWork();
    const backup = await makeBackup(workspace);
    const text = await textOf(backup);
    for (const word of ['CANARY-NAME', 'Priya Shah', 'Sam Lee', 'argon2id', 'passphrase']) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(toBase64(utf8(word)).slice(0, 8));
    }
    expect(backup.fileName).toMatch(/^footprint-backup-2026-11-20-[\da-f]{4}\.footprint$/);
  });

  it('takes in text that was still waiting to be saved', async () => {
    const workspace = await someWork();
    const [discussion] = workspace.set.all('discussions').values();
    if (!discussion) throw new Error('none');
    const body = { ...discussion.body, familySummary: 'the last words' };
    workspace.draft({ collection: 'discussions', id: discussion.id, body });
    const text = await textOf(await makeBackup(workspace));
    await forget(workspace);
    const restored = await restoreBackup(await checked(text), 'x', quickDerive, testPorts());
    expect(restored.set.find('discussions', discussion.id)?.body.familySummary).toBe(
      'the last words',
    );
  });
});

describe('a backup that cannot be used', async () => {
  const workspace = await someWork();
  const text = await textOf(await makeBackup(workspace));
  await forget(workspace);
  const lines = text.split('\n').slice(0, -1);
  const joined = (all: readonly string[]) => `${all.join('\n')}\n`;

  it('with another key says so', async () => {
    const wrong = new Uint8Array(16).fill(8) as Bytes;
    expect(await checkBackup(text, wrong)).toEqual({ outcome: 'wrongKey' });
  });

  it('cut off at any line, or in any of them, has a sentence', async () => {
    for (let count = 0; count < lines.length; count++) {
      const cut = joined(lines.slice(0, count));
      for (const each of [cut, `${cut}${lines[count]?.slice(0, 40)}`]) {
        expect(await checkBackup(each, recoverySecret)).toEqual(
          unreadable(expect.stringContaining(nothingChanged)),
        );
      }
    }
    expect(await checkBackup(joined(lines.slice(0, -1)), recoverySecret)).toEqual(
      unreadable(expect.stringContaining('cut short')),
    );
  });

  it('with a line left out, doubled, moved or put in from another backup does not open', async () => {
    const other = await textOf(await makeBackup(await aWorkspace()));
    const end = lines.at(-1) ?? '';
    const changed = [
      ...lines.slice(1, -1).map((_, i) => lines.filter((__, j) => j !== i + 1)),
      [...lines.slice(0, 2), ...lines.slice(1)],
      [lines[0] ?? '', ...lines.slice(1, -1).reverse(), end],
      [...lines.slice(0, -1), other.split('\n')[1] ?? '', end],
      [...lines.slice(0, -1), other.split('\n').at(-2) ?? ''],
      [other.split('\n')[0] ?? '', ...lines.slice(1)],
    ];
    for (const each of changed) {
      expect((await checkBackup(joined(each), recoverySecret)).outcome).not.toBe('checked');
    }
  });

  it('with any one character changed never throws, never opens as another, and writes nothing', async () => {
    const before = await allDatabases();
    const whole = (await checked(text)).rows;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const changed = text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
          const answer = await checkBackup(changed, recoverySecret);
          if (answer.outcome === 'checked') expect(answer.backup.rows).toEqual(whole);
          if (answer.outcome === 'unreadable') expect(answer.reason).toContain(nothingChanged);
          if (changed.trim() !== text.trim()) expect(answer.outcome).not.toBe('checked');
        },
      ),
      { numRuns: 400 },
    );
    expect(await allDatabases()).toEqual(before);
  });

  it('of a newer version says so, however different its first line is', async () => {
    const header = { ...JSON.parse(lines[0] ?? ''), version: BACKUP_VERSION + 1 };
    const { slot, vaultId, ...bare } = header;
    for (const first of [header, { ...bare, wrapped: 'otherwise' }]) {
      const newer = joined([JSON.stringify(first), ...lines.slice(1)]);
      expect(await checkBackup(newer, recoverySecret)).toEqual(
        unreadable(expect.stringContaining('newer version of Footprint')),
      );
    }
  });

  it('with Windows line endings has a sentence', async () => {
    const answer = await checkBackup(text.replaceAll('\n', '\r\n'), recoverySecret);
    expect(answer).toEqual(unreadable(expect.stringContaining('changed since it was made')));
  });
});

describe('any other file', () => {
  it.each([
    ['nothing', ''],
    ['empty lines', '\n\n\n'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an object', '{"format":"footprint-backup"}'],
    ['rows', 'Reference,Name\n1,Amina'],
    ['bytes', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i))],
    ['one long line', 'x'.repeat(5_000_000)],
    ['one long string', JSON.stringify('x'.repeat(5_000_000))],
    ['deep nesting', '['.repeat(100_000)],
    ['a prototype', '{"__proto__":{"format":"footprint-backup","version":1}}'],
  ])('%s has a sentence', async (_, text) => {
    expect(await checkBackup(text, recoverySecret)).toEqual(
      unreadable(expect.stringContaining('not a Footprint backup')),
    );
  });

  it('any text at all is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        expect((await checkBackup(text, recoverySecret)).outcome).toBe('unreadable');
      }),
      { numRuns: 200 },
    );
  });
});

describe('already on the device', () => {
  it('is said, and the records there stay as they are', async () => {
    const workspace = await someWork();
    const text = await textOf(await makeBackup(workspace));
    const before = await tablesOf(workspace.vault.id);
    expect(await checkBackup(text, recoverySecret)).toEqual(
      unreadable(expect.stringContaining('already on this device')),
    );
    expect(await tablesOf(workspace.vault.id)).toEqual(before);
  });

  it('restored twice, by a second click or in another tab, the first one stays whole', async () => {
    const workspace = await someWork();
    const text = await textOf(await makeBackup(workspace));
    const before = await tablesOf(workspace.vault.id);
    await forget(workspace);
    const backup = await checked(text);
    const restore = () => restoreBackup(backup, 'a new passphrase', quickDerive, testPorts());
    const both = await Promise.allSettled([restore(), restore()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(restore()).rejects.toMatchObject({ name: 'StorageError' });
    expect(await tablesOf(workspace.vault.id)).toEqual(before);
    expect(await listAccounts()).toContainEqual({
      vaultId: workspace.vault.id,
      isExample: false,
      hasPasskey: false,
    });
  });

  it('one that could not be written leaves nothing behind, and can be tried again', async () => {
    const workspace = await someWork();
    const text = await textOf(await makeBackup(workspace));
    await forget(workspace);
    const backup = await checked(text);
    const [row] = backup.rows.rows;
    const twice = {
      ...backup,
      rows: { ...backup.rows, rows: [...backup.rows.rows, row as never] },
    };
    await expect(restoreBackup(twice, 'x', quickDerive, testPorts())).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(await allDatabases()).not.toContain(`footprint-${workspace.vault.id}`);
    const restored = await restoreBackup(await checked(text), 'x', quickDerive, testPorts());
    expect((await openAgain(restored)).set.all('children').size).toBe(2);
  });
});
