import { expect, it } from 'vitest';
import { isTheirs } from '#domain/keeping/stay-words.ts';
import { periodsOf, setPeriods } from '#storage/keeping/keeping.ts';
import { removeKept, reviewList } from '#storage/keeping/keeping-list.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { besideMeta, besideSeen } from '#storage/sync/beside.ts';
import { isConnected } from '#storage/sync/is-connected.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { writeMemory } from '#sync/memory.ts';
import { held } from './held-workspace.ts';
import { aWorkspace, givePriya, passphrase, quickDerive } from './workspaces.ts';

/** Two old records of C1 that were brought in, past their period. */
async function twoRecords() {
  const workspace = await aWorkspace();
  await givePriya(workspace, [{ reference: 'C1' }]);
  await workspace.change(() =>
    ['one', 'two'].map((id) =>
      created(
        'childBroughtIn',
        id,
        held('childBroughtIn', id, {
          ...{ childRef: 'C1', kind: 'other', on: '1 March 2020', onDate: '2020-03-01' },
          ...{ author: 'A', text: 'Seen', createdAt: workspace.now, createdBy: 'me' },
          confirmedAt: workspace.now,
        }).body,
      ),
    ),
  );
  await setPeriods(workspace, { ...periodsOf(workspace), childBroughtIn: 'P1D' });
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  return workspace;
}

const listed = async (workspace: Workspace) => {
  const { free, staying } = await reviewList(workspace);
  const lines = [...free.map(({ id }) => id), ...staying.map(({ id, stays }) => `${id} ${stays}`)];
  return lines.toSorted();
};

const inOutbox = async (workspace: Workspace, id: string, state: 'sending' | 'clash' | 'refused') =>
  workspace.db.outbox.update(id, { state });

it('[KEEP8] where nothing was ever connected what waits in the queue goes with its record', async () => {
  const workspace = await twoRecords();
  expect(await workspace.db.outbox.get('one')).toMatchObject({ state: 'waiting' });
  expect(await isConnected(workspace)).toBe(false);
  expect(await listed(workspace)).toEqual(['one', 'two']);
  expect(await removeKept(workspace, ['one'])).toEqual({ outcome: 'removed', count: 1 });
  expect(await workspace.db.outbox.get('one')).toBeUndefined();
});

it.each([
  { token: 'pilot', signsIn: false },
  { token: '', signsIn: true },
])('[KEEP8] connected, what waits to be sent is not offered: %o', async (by) => {
  const workspace = await twoRecords();
  await writeMemory(workspace, by);
  expect(await isConnected(workspace)).toBe(true);
  expect(await listed(workspace)).toEqual(['one notSent', 'two notSent']);
  await workspace.db.outbox.delete('one');
  expect(await listed(workspace)).toEqual(['one', 'two notSent']);
  expect(await removeKept(workspace, ['one', 'two'])).toEqual({ outcome: 'changed' });
  expect(await removeKept(workspace, ['one'])).toEqual({ outcome: 'removed', count: 1 });
  expect(bodies(workspace, 'childBroughtIn').map(({ id }): string => id)).toEqual(['two']);
});

it('[KEEP8] connected, what a text was kept beside stays until somebody has read that', async () => {
  const workspace = await twoRecords();
  await workspace.db.outbox.clear();
  await workspace.db.meta.put(besideMeta('one', 'new'));
  expect(await listed(workspace), 'nobody is asked there').toEqual(['one', 'two']);
  await writeMemory(workspace, { token: 'pilot' });
  expect(await listed(workspace)).toEqual(['one refused', 'two']);
  await besideSeen(workspace, 'one');
  expect(await listed(workspace)).toEqual(['one', 'two']);
});

it('[KEEP8] nor one on its way, with two versions or refused, and after “Stop” it goes again', async () => {
  const workspace = await twoRecords();
  await writeMemory(workspace, { token: 'pilot' });
  await inOutbox(workspace, 'one', 'refused');
  await inOutbox(workspace, 'two', 'clash');
  expect(await listed(workspace)).toEqual(['one refused', 'two refused']);
  await writeMemory(workspace, { token: '' });
  expect(await listed(workspace)).toEqual(['one refused', 'two refused']);
  await inOutbox(workspace, 'two', 'sending');
  expect(await listed(workspace)).toEqual(['one refused', 'two notSent']);
  await workspace.db.outbox.bulkDelete(['one', 'two']);
  expect(await listed(workspace)).toEqual(['one', 'two']);
});

it('[KEEP8] one that another tab changed since it was looked at is not taken away', async () => {
  const workspace = await twoRecords();
  await writeMemory(workspace, { token: 'pilot' });
  await expect(removeRows(workspace, ['one'], [], 'everywhere')).rejects.toThrow(/not sent/);
  expect(await workspace.db.rows.get('one')).toBeDefined();
  await removeRows(workspace, ['one'], [], 'here');
  expect(await workspace.db.rows.get('one')).toBeUndefined();
});

it('[KEEP8] connected, what the practitioner wrote is hers to remove; without an endpoint it goes as ever', async () => {
  const workspace = await twoRecords();
  const [priya] = bodies(workspace, 'staff').filter(({ name }) => name === 'Priya Shah');
  const route = held('entitlements', 'route', {
    ...{ superviseeRef: priya?.ref, supervisorRef: 'me', settledAt: '2026-03-01T10:00:00.000Z' },
    ...{ createdAt: '2026-03-01T10:00:00.000Z', createdBy: priya?.ref },
  });
  await workspace.change(() => [created('entitlements', 'route', route.body)]);
  await setPeriods(workspace, { ...periodsOf(workspace), entitlement: 'P1D' });
  expect(await listed(workspace)).toEqual(['one', 'route', 'two']);
  await writeMemory(workspace, { token: 'pilot' });
  await workspace.db.outbox.clear();
  expect(await listed(workspace)).toEqual(['one', 'route theirs', 'two']);
  expect(isTheirs('staffNote', true)).toBe(true);
  expect(isTheirs('staffNote', false)).toBe(false);
  expect(isTheirs('answer', true)).toBe(false);
  expect(isTheirs('childEntry', true)).toBe(false);
});
