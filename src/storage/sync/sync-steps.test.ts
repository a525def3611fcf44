import { expect, it, vi } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { bindingOf, codeOf } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { recordId } from '../../../test/builders.ts';
import { anEmptyWorkspace } from '../../../test/workspaces.ts';
import { commitSteps, metaText, type SyncStep, seenOf } from './sync-steps.ts';

const [here, away] = [1, 2].map((n) => recordId(`aaaaaaaa-0000-4000-8000-00000000000${n}`));
const nothingHere = { row: undefined, outbox: undefined };
const cursor = { k: 'cursor', from: undefined, to: 'next' };

const note = (id = '') => {
  const at = '2026-11-20T10:00:00.000Z';
  return StaffNote.parse({
    id,
    superviseeRef: 'p',
    sessionId: 's',
    createdAt: at,
    createdBy: 'me',
  });
};

/** A record of the endpoint's that was not here when it was looked for. */
async function arrives(workspace: Workspace, id = ''): Promise<SyncStep> {
  const place = { c: codeOf('notes'), id, v: 1 };
  const text = JSON.stringify(note(id));
  const row = { ...place, rev: 1, ...(await workspace.vault.seal(bindingOf(place), text)) };
  const open = { id, collection: 'notes' as const, v: 1, rev: 1, body: note(id), text };
  return { id, seen: nothingHere, row, open };
}

it('takes in what was not here, with the place in the feed', async () => {
  const workspace = await anEmptyWorkspace();
  const steps = [await arrives(workspace, here), await arrives(workspace, away)];
  expect(await commitSteps(workspace, steps, [cursor])).toEqual({ outcome: 'done', at: 1 });
  expect(await workspace.db.rows.bulkGet([here ?? '', away ?? ''])).toEqual(
    steps.map(({ row }) => row),
  );
  expect(workspace.set.all('notes').size).toBe(2);
  expect(await metaText(workspace, 'cursor')).toBe('next');
});

it('writes nothing of a page where one of it came meanwhile, and says which', async () => {
  const workspace = await anEmptyWorkspace();
  await workspace.change(() => [created('notes', here ?? '', note(here))]);
  const [before] = await seenOf(workspace, [here ?? '']);
  await workspace.db.outbox.clear(); // another tab sent it: the row alone says that it is here
  const steps = [await arrives(workspace, away), await arrives(workspace, here)];
  expect(await commitSteps(workspace, steps, [cursor])).toEqual({ outcome: 'stale', ids: [here] });
  expect(await workspace.db.rows.get(here ?? '')).toEqual(before?.row);
  expect(await workspace.db.rows.get(away ?? '')).toBeUndefined();
  expect(workspace.set.find('notes', away ?? '')).toBeUndefined();
  expect(await metaText(workspace, 'cursor')).toBeUndefined();
});

it('writes nothing where a removal here waits to be told', async () => {
  const workspace = await anEmptyWorkspace();
  await workspace.change(() => [created('notes', here ?? '', note(here))]);
  await workspace.db.rows.delete(here ?? '');
  const steps = [await arrives(workspace, here)];
  expect(await commitSteps(workspace, steps, [cursor])).toEqual({ outcome: 'stale', ids: [here] });
  expect(await workspace.db.rows.get(here ?? '')).toBeUndefined();
});

it('sees each record as it stands, whether little waits beside it or much', async () => {
  const workspace = await anEmptyWorkspace();
  const ids = Array.from({ length: 20 }, () => workspace.ports.newId());
  await workspace.change(() => ids.map((id) => created('notes', id, note(id))));
  const rows = await workspace.db.rows.bulkGet(ids);
  const outbox = await workspace.db.outbox.bulkGet(ids);
  const all = ids.map((_, i) => ({ row: rows[i], outbox: outbox[i], at: 1 }));
  expect(outbox.every(Boolean)).toBe(true);
  expect(await seenOf(workspace, ids)).toEqual(all);
  for (const [i, id] of ids.entries()) expect(await seenOf(workspace, [id])).toEqual([all[i]]);
  expect(await seenOf(workspace, [away ?? ''])).toEqual([{ ...nothingHere, at: 1 }]);
});

/** The first of them is told to be clean, as it was seen. */
async function cleaned(workspace: Workspace, id: string): Promise<SyncStep> {
  const [seen] = await seenOf(workspace, [id]);
  if (!seen?.row) throw new Error('it is here');
  return { id, seen, row: { ...seen.row, rev: 7 }, outbox: 'gone' };
}

const revOf = async ({ db }: Workspace, id: string) => (await db.rows.get(id))?.rev;

it('looks at no row again where nobody has written since, or only we in others', async () => {
  const workspace = await anEmptyWorkspace();
  const [first = '', second = ''] = [workspace.ports.newId(), workspace.ports.newId()];
  await workspace.change(() => [first, second].map((id) => created('notes', id, note(id))));
  const [one, other] = [await cleaned(workspace, first), await cleaned(workspace, second)];
  const looks = vi.spyOn(workspace.db.rows, 'bulkGet');
  const done = await commitSteps(workspace, [one]);
  expect(done).toEqual({ outcome: 'done', at: 2 });
  expect(await commitSteps(workspace, [other], [], new Set([2]))).toMatchObject({ at: 3 });
  expect(looks.mock.calls.flat(2)).toEqual([]);
  expect([await revOf(workspace, first), await revOf(workspace, second)]).toEqual([7, 7]);
  expect(await workspace.db.outbox.count()).toBe(0);
});

it.each([
  ['a commit that nobody named', []],
  ['one that was named before another', [2]],
  ['one that was named after another', [3]],
])('writes nothing over what was saved since: %s', async (_, ours) => {
  const workspace = await anEmptyWorkspace();
  const id = workspace.ports.newId();
  await workspace.change(() => [created('notes', id, note(id))]);
  const step = await cleaned(workspace, id);
  for (const location of ['Room 1', 'Room 2']) {
    await workspace.change((set) => {
      const record = set.find('notes', id);
      return record ? [updated(record, { ...record.body, location })] : [];
    });
  }
  expect(await commitSteps(workspace, [step], [], new Set(ours))).toEqual({
    outcome: 'stale',
    ids: [id],
  });
  expect(await revOf(workspace, id)).toBeNull();
  expect(await workspace.db.outbox.get(id)).toBeDefined();
});

it('takes out of the queue what is done and nothing that lies between', async () => {
  const workspace = await anEmptyWorkspace();
  const ids = Array.from({ length: 6 }, () => workspace.ports.newId()).sort();
  await workspace.change(() => ids.map((id) => created('notes', id, note(id))));
  const [a = '', b = '', c = '', d = '', ...others] = ids;
  const left = async () => (await workspace.db.outbox.toArray()).map(({ id }) => id);
  await commitSteps(workspace, [await cleaned(workspace, a), await cleaned(workspace, d)]);
  expect(await left()).toEqual([b, c, ...others]);
  await commitSteps(workspace, await Promise.all(others.map((id) => cleaned(workspace, id))));
  expect(await left()).toEqual([b, c]);
  // Sent by another tab meanwhile: as many as lie between, and not those.
  const gone = { id: a, seen: { ...nothingHere, at: 3 }, outbox: 'gone' as const };
  await commitSteps(workspace, [gone, { ...gone, id: d }]);
  expect(await left()).toEqual([b, c]);
});
