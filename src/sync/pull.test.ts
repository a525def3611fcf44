import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { metaText } from '#storage/sync/sync-steps.ts';
import { anEmptyWorkspace } from '../../test/workspaces.ts';
import type { Net } from './net.ts';
import { CURSOR, pullAll } from './pull.ts';
import type { WireRecord } from './wire/common.ts';

const idOf = (n: number) => `aaaaaaaa-0000-4000-8000-00000000000${n}`;
const SIZE = 2;

function wireOf(n: number): WireRecord {
  const by = { createdAt: '2026-11-20T10:00:00.000Z', createdBy: 'somebody' };
  const body = StaffNote.parse({ id: idOf(n), superviseeRef: 'p', sessionId: 's', ...by });
  return {
    ...{ recordId: idOf(n), type: 'notes', rev: 1, deleted: false, payload: JSON.stringify(body) },
    ...{ payloadSchema: 1, payloadHash: null, authorRef: 'somebody', held: false },
    mutationId: idOf(n),
  };
}

/** A feed of so many notes, two to a page; it says which pages were asked for. */
function feedOf(count: number, onPage: (from: number) => unknown = () => {}) {
  const asked: number[] = [];
  const net: Net = async ({ path }) => {
    const from = Number(new URLSearchParams(path.split('?')[1]).get('cursor') ?? 0);
    asked.push(from);
    await onPage(from);
    const changes = Array.from({ length: count }, (_, n) => wireOf(n)).slice(from, from + SIZE);
    const hasMore = from + SIZE < count;
    const said = { protocol: 1, epoch: 'e', serverTime: '2026-11-20', changes, hasMore };
    const text = JSON.stringify({ ...said, nextCursor: String(from + changes.length) });
    return { status: 200, retryAfter: '', text };
  };
  return { net, asked };
}

async function aPull(net: Net, stopping = new AbortController()) {
  const workspace = await anEmptyWorkspace();
  const of = { workspace, net, clientId: idOf(9), token: 't', appVersion: '1' };
  return { workspace, pull: () => pullAll({ ...of, signal: stopping.signal }, false) };
}

it('[TAKE8] asks for each page once, the next while this one is written', async () => {
  let held = 0;
  const feed = feedOf(5, async (from) => {
    if (from === SIZE) held = await workspace.db.rows.count();
  });
  const { workspace, pull } = await aPull(feed.net);
  const before = await workspace.db.rows.count();
  expect(await pull()).toEqual({ outcome: 'done', received: 5 });
  expect(feed.asked).toEqual([0, 2, 4]);
  expect(held).toBe(before);
  expect(workspace.set.all('notes').size).toBe(5);
  expect(await metaText(workspace, CURSOR)).toBe('5');
});

it('[TAKE8] a page that was asked for too early counts for nothing where another tab was ahead', async () => {
  const feed = feedOf(6, async (from) => {
    // The other tab takes in the first two pages while this one waits for its first.
    if (from === 0) await workspace.db.meta.put({ k: CURSOR, value: '4' });
  });
  const { workspace, pull } = await aPull(feed.net);
  expect(await pull()).toEqual({ outcome: 'done', received: 2 });
  // Whether the last was under way by the time that was found is a matter of speed.
  expect([...new Set(feed.asked)]).toEqual([0, 2, 4]);
  expect([...workspace.set.all('notes').keys()]).toEqual([idOf(4), idOf(5)]);
});

it('[TAKE1] a record that is on the disk and not in memory yet is not written again', async () => {
  const feed = feedOf(2);
  const first = await aPull(feed.net);
  await first.pull();
  const { workspace } = first;
  const before = await workspace.db.rows.toArray();
  workspace.set.drop([idOf(0)]); // what another tab wrote, before it said so
  await workspace.db.meta.delete(CURSOR);
  expect(await first.pull()).toEqual({ outcome: 'done', received: 0 });
  expect(await workspace.db.rows.toArray()).toEqual(before);
});

it('[LOOP13] asks for nothing more once it is told to stop', async () => {
  const stopping = new AbortController();
  const feed = feedOf(6, () => stopping.abort());
  const { pull } = await aPull(feed.net, stopping);
  expect((await pull()).outcome).toBe('stopped');
  expect(feed.asked).toEqual([0]);
});

it('[TAKE9] counts what the page before has just brought', async () => {
  const [came, gone] = [0, 1].map((page) =>
    Array.from({ length: 12 }, (_, n) => {
      const recordId = `aaaaaaaa-0000-4000-8000-0000000000${10 + n}`;
      if (page === 1) return { ...wireOf(0), recordId, rev: 2, deleted: true, payload: null };
      const payload = (wireOf(0).payload ?? '').replaceAll(idOf(0), recordId);
      return { ...wireOf(0), recordId, payload };
    }),
  );
  const net: Net = async ({ path }) => {
    const isFirst = !path.includes('cursor=');
    const said = { protocol: 1, epoch: 'e', serverTime: '2026-11-20', hasMore: isFirst };
    const changes = isFirst ? came : gone;
    const text = JSON.stringify({ ...said, changes, nextCursor: isFirst ? '1' : '2' });
    return { status: 200, retryAfter: '', text };
  };
  const { workspace, pull } = await aPull(net);
  expect(await pull()).toMatchObject({ outcome: 'askBeforeRemoving', count: 12 });
  expect(workspace.set.all('notes').size).toBe(12);
});
