import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#domain/ids.ts';
import { aChild, aDiscussion, hostileTexts, loneSurrogates } from '../../test/builders.ts';
import { aWorkspace, openAgain } from '../../test/workspaces.ts';
import { FootprintDb } from './db.ts';
import { saveRecords, type Write } from './save.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import type { Workspace } from './workspace.ts';
import { created } from './writes.ts';

const newId = () => crypto.randomUUID() as RecordId;
const save = ({ db, vault, ports }: Workspace, writes: readonly Write[]) =>
  saveRecords(db, vault, writes, ports.newId);
const discussion = (id: string, over = {}) => aDiscussion({ id, ...over });
const write = (id: string, basedOn: number, over: Partial<Write> & { body?: object } = {}): Write =>
  ({ collection: 'discussions', id, basedOn, body: discussion(id), ...over }) as Write;
const everything = async ({ db }: Workspace) => ({
  rows: await db.rows.toArray(),
  versions: await db.versions.toArray(),
  outbox: await db.outbox.toArray(),
  meta: await db.meta.toArray(),
});
const commits = async ({ db }: Workspace) => Number((await db.meta.get('commits'))?.value ?? 0);

describe('one transaction', () => {
  it('writes row and outbox, counts the commit, and answers with what is now on disk', async () => {
    const workspace = await aWorkspace();
    const before = await commits(workspace);
    const id = newId();
    const saved = await save(workspace, [write(id, 0)]);
    expect(saved).toMatchObject({ outcome: 'saved', records: [{ id, v: 1, rev: null }] });
    expect(await workspace.db.rows.get(id)).toMatchObject({ c: 40, v: 1, rev: null, kid: 1 });
    expect(await workspace.db.outbox.get(id)).toMatchObject({ state: 'waiting', again: 0 });
    expect(await commits(workspace)).toBe(before + 1);
  });

  it('a stale one among many writes none of them, and says which', async () => {
    const workspace = await aWorkspace();
    const [a, b, c] = [newId(), newId(), newId()];
    await save(workspace, [write(b, 0)]);
    const before = await everything(workspace);
    expect(await save(workspace, [write(a, 0), write(b, 0), write(c, 3)])).toEqual({
      outcome: 'stale',
      ids: [b, c],
    });
    expect(await everything(workspace)).toEqual(before);
  });

  it.each(['rows', 'outbox', 'versions', 'meta'] as const)(
    'a failure in %s leaves everything as it was',
    async (table) => {
      const workspace = await aWorkspace();
      const id = newId();
      await save(workspace, [write(id, 0)]);
      const before = await everything(workspace);
      workspace.db[table].hook('creating', () => {
        throw new Error('no');
      });
      workspace.db[table].hook('updating', () => {
        throw new Error('no');
      });
      const attempt = save(workspace, [write(id, 1, { keepOld: 'timer' }), write(newId(), 0)]);
      await expect(attempt).rejects.toBeInstanceOf(StorageError);
      expect(await everything(workspace)).toEqual(before);
    },
  );

  it('asks the browser for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction'); // Dexie binds it on opening
    const workspace = await aWorkspace();
    await save(workspace, [write(newId(), 0)]);
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    transaction.mockRestore();
    expect(writing.length).toBeGreaterThanOrEqual(3);
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
  });

  it('the same record twice in one batch is refused: one of the two would be lost', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await expect(save(workspace, [write(id, 0), write(id, 0)])).rejects.toThrow();
    expect(await workspace.db.rows.get(id)).toBeUndefined();
  });
});

describe('outbox', () => {
  it('has one row for a record however often it is saved, under one mutation', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [write(id, 0)]);
    const first = await workspace.db.outbox.get(id);
    await save(workspace, [write(id, 1)]);
    await save(workspace, [write(id, 2)]);
    expect(await workspace.db.outbox.where('id').equals(id).toArray()).toEqual([first]);
  });

  it('notes an edit made while the bytes are in flight, and keeps those bytes', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [write(id, 0)]);
    const inFlight = { state: 'sending', kid: 1, iv: new Uint8Array(12), ct: new Uint8Array(9) };
    await workspace.db.outbox.update(id, inFlight as never);
    await save(workspace, [write(id, 1)]);
    expect(await workspace.db.outbox.get(id)).toMatchObject({ ...inFlight, again: 1 });
  });

  it('has none for reference data', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [created('children', id, aChild())]);
    expect(await workspace.db.rows.get(id)).toBeDefined();
    expect(await workspace.db.outbox.toArray()).toEqual([]);
  });
});

describe('versions', () => {
  it('are the old row copied as it was, with why, and only when asked', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [write(id, 0, { body: discussion(id, { familySummary: 'first' }) })]);
    const { rev, ...old } = (await workspace.db.rows.get(id)) ?? {};
    await save(workspace, [write(id, 1, { keepOld: 'timer' })]);
    await save(workspace, [write(id, 2)]);
    expect(await workspace.db.versions.toArray()).toEqual([{ ...old, n: 1, why: 'timer' }]);
    const text = await workspace.vault.open({ kind: 'row', c: 40, id, v: 1 }, old as never);
    expect(JSON.parse(text).familySummary).toBe('first');
  });

  it('keep the base when an acknowledged record is edited, whatever else was asked', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [write(id, 0)]);
    await workspace.db.rows.update(id, { rev: 5 });
    await workspace.db.outbox.delete(id);
    await save(workspace, [write(id, 1, { keepOld: 'timer' })]);
    await save(workspace, [write(id, 2)]);
    const kept = await workspace.db.versions.toArray();
    expect(kept.map(({ v, why }) => [v, why])).toEqual([[1, 'base']]);
    expect(await workspace.db.rows.get(id)).toMatchObject({ v: 3, rev: 5 });
  });
});

describe('a batch of hundreds', () => {
  const many = (count: number) => Array.from({ length: count }, () => write(newId(), 0));

  it('is all or none: one stale row among new ones is found and named', async () => {
    const workspace = await aWorkspace();
    const [old, gone] = [newId(), newId()];
    await save(workspace, [write(old, 0)]);
    const before = await everything(workspace);
    const writes = [...many(250), write(old, 0), write(gone, 2)];
    expect(await save(workspace, writes)).toEqual({ outcome: 'stale', ids: [old, gone] });
    expect(await everything(workspace)).toEqual(before);
  });

  it('changes rows that are there as one of few does: base, revision, what is in flight, reference data', async () => {
    const workspace = await aWorkspace();
    const [clean, sending, child] = [newId(), newId(), newId()];
    await save(workspace, [
      write(clean, 0),
      write(sending, 0),
      created('children', child, aChild()),
    ]);
    await workspace.db.rows.update(clean, { rev: 5 });
    await workspace.db.outbox.delete(clean);
    const inFlight = { state: 'sending', kid: 1, iv: new Uint8Array(12), ct: new Uint8Array(9) };
    await workspace.db.outbox.update(sending, inFlight as never);
    const changed = { ...created('children', child, aChild()), basedOn: 1 };
    const writes = [write(clean, 1), ...many(250), changed, write(sending, 1)];
    const saved = await save(workspace, writes);
    if (saved.outcome !== 'saved') throw new Error('stale');
    expect(saved.records.map(({ id }) => id)).toEqual(writes.map(({ id }) => id));
    expect(saved.records[0]).toMatchObject({ v: 2, rev: 5 });
    expect(await workspace.db.outbox.get(sending)).toMatchObject({ ...inFlight, again: 1 });
    expect(await workspace.db.outbox.get(child)).toBeUndefined();
    const kept = await workspace.db.versions.toArray();
    expect(kept.map(({ id, why }) => [id, why]).toSorted()).toEqual(
      [
        [clean, 'base'],
        [sending, 'sent'],
      ].toSorted(),
    );
  });
});

describe('what lies on disk', () => {
  const canaries = ['CANARY-NAME', 'CANARY-REFERENCE', 'CANARY-WORRIES', 'CANARY-NOTE', 'Sam Lee'];

  /** All that is stored, as one buffer: keys, texts and bytes. */
  async function storedBytes({ vault }: Workspace): Promise<Buffer> {
    const db = new FootprintDb(vault.id);
    await db.open();
    const parts: Buffer[] = [];
    const gather = (value: unknown): void => {
      if (ArrayBuffer.isView(value)) {
        parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, each] of Object.entries(value)) {
          parts.push(Buffer.from(key));
          gather(each);
        }
      } else parts.push(Buffer.from(String(value)), Buffer.from(String(value), 'utf16le'));
    };
    for (const table of db.tables) gather(await table.toArray());
    db.close();
    return Buffer.concat(parts);
  }

  it('is unreadable: no word of a record in UTF-8, UTF-16 or base64', async () => {
    const workspace = await aWorkspace();
    const [a, b] = [newId(), newId()];
    const child = aChild({ name: 'CANARY-NAME', ref: 'CANARY-REFERENCE' });
    await save(workspace, [
      created('children', await workspace.vault.referenceId('child', child.ref), child),
      write(a, 0, { body: discussion(a, { familySummary: 'CANARY-WORRIES' }) }),
      { ...write(b, 0), body: { ...discussion(b), text: 'CANARY-NOTE' } },
    ]);
    await save(workspace, [write(a, 1, { keepOld: 'replaced' })]);
    const stored = await storedBytes(workspace);
    expect(stored.length).toBeGreaterThan(4000);
    for (const canary of canaries) {
      const spellings = [0, 1, 2].map((shift) =>
        Buffer.from('_'.repeat(shift) + canary)
          .toString('base64')
          .slice(4, -4),
      );
      expect(stored.includes(canary), canary).toBe(false);
      expect(stored.includes(Buffer.from(canary, 'utf16le')), canary).toBe(false);
      for (const each of spellings) expect(stored.includes(each), canary).toBe(false);
    }
    expect(stored.includes(workspace.vault.id)).toBe(false); // the search does find text: see below
    expect(stored.includes('commits')).toBe(true);
  });

  it('has only the columns of the design, and random ids', async () => {
    const workspace = await aWorkspace();
    await save(workspace, [write(newId(), 0)]);
    await save(workspace, [created('children', newId(), aChild())]);
    for (const row of await workspace.db.rows.toArray()) {
      expect(Object.keys(row).sort()).toEqual(['c', 'ct', 'id', 'iv', 'kid', 'rev', 'v']);
      expect(row.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    }
    expect(workspace.db.tables.map(({ name }) => name).sort()).toEqual([
      'meta',
      'outbox',
      'rows',
      'slots',
      'versions',
    ]);
  });

  it.each([
    ...Object.entries(hostileTexts),
    ...loneSurrogates.map((text) => ['half', text] as const),
  ])('a draft with %s opens again to the letter', async (_, text) => {
    const workspace = await aWorkspace();
    const id = newId();
    await save(workspace, [write(id, 0, { body: discussion(id, { familySummary: text }) })]);
    const again = await openAgain(workspace);
    expect(again.set.find('discussions', id)?.body.familySummary).toBe(text);
  });

  it('a field of a newer version is kept, at every level', async () => {
    const workspace = await aWorkspace();
    const id = newId();
    const part = { id: 'C1', childRef: 'C1', newer: { deep: 1 } };
    const body = discussion(id, { newer: 'kept', children: [part] } as object);
    await save(workspace, [write(id, 0, { body })]);
    const again = await openAgain(workspace);
    expect(again.set.find('discussions', id)?.body).toMatchObject({
      newer: 'kept',
      children: [{ newer: { deep: 1 } }],
    });
  });
});

it('a disk that never answers is said to hang, and the write may still arrive', async () => {
  const workspace = await aWorkspace();
  const id = newId();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const real = workspace.db.transaction.bind(workspace.db);
    vi.spyOn(workspace.db, 'transaction').mockImplementationOnce(((...given: unknown[]) =>
      held.then(() => (real as (...all: unknown[]) => unknown)(...given))) as never);
    const attempt = expect(save(workspace, [write(id, 0)])).rejects.toMatchObject({
      name: 'StorageError',
      reason: 'hung',
    });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1)); // sealed, and now waiting
    await vi.advanceTimersByTimeAsync(8_000);
    await attempt;
    arrive();
  } finally {
    vi.useRealTimers();
  }
  await vi.waitFor(async () => expect(await workspace.db.rows.get(id)).toMatchObject({ v: 1 }));
});

it.each([
  [{ name: 'QuotaExceededError' }, 'full'],
  [{ name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'full'],
  [{ name: 'DatabaseClosedError' }, 'closed'],
  [{ name: 'InvalidStateError' }, 'closed'],
  [new TypeError('x'), 'failed'],
  ['text', 'failed'],
])('%j is told as %s', (cause, reason) => {
  expect(toStorageError(cause)).toMatchObject({ reason, cause });
});
