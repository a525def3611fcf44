import { expect, it, vi } from 'vitest';
import { StorageError } from '#storage/storage-error.ts';
import { type CycleEnd, syncOnce } from '#sync/cycle.ts';
import { openFrozen } from '#sync/frozen.ts';
import type { Net, NetAnswer, NetRequest } from '#sync/net.ts';
import type { Mutation, PushRequest } from '#sync/wire/push.ts';
import { routes } from '#sync/wire/routes.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { create, draftsOn, type } from './acts.ts';
import { crash, type Device } from './device.ts';
import { failOnce } from './disk.ts';
import { eachTestHasAWorld } from './each-test.ts';
import { networkTo } from './network.ts';
import type { World } from './world.ts';

/** What is sent where more waits than goes in one request. */
let endpoint: TestEndpoint;
let world: World;
let laptop: Device;
let ids: readonly string[];

eachTestHasAWorld(async (fresh, at) => {
  [world, endpoint] = [fresh, at];
  [laptop] = world.devices as [Device]; // a world has four
  const made = [];
  for (let i = 0; i < 7; i++) made.push(await create(world, laptop, 'text'));
  ids = made.sort();
});

type OnPush = (
  mutations: readonly Mutation[],
  nth: number,
) => Promise<NetAnswer | false | undefined>;

/** Two go at a time. `onPush` comes before each request of theirs, and may answer it. */
function syncInTwos(device: Device, onPush: OnPush): Promise<CycleEnd> {
  const nothing = () => {};
  const real = networkTo({
    ...{ fetch: endpoint.fetch, faults: [], type: async () => {} },
    ...{ crash: nothing, failDisk: nothing },
  });
  let nth = 0;
  const net: Net = async (request) => {
    if (request.path !== routes.push) return real(request);
    return (await onPush(mutationsOf(request), nth++)) || real(request);
  };
  const signal = new AbortController().signal;
  return syncOnce({ ...device, net, appVersion: 'test', signal, atATime: 2 });
}
const mutationsOf = ({ body }: NetRequest) => (JSON.parse(body ?? '') as PushRequest).mutations;
const outboxOn = ({ workspace }: Device) => workspace.db.outbox.toArray();
const takenOf = (id: string) =>
  endpoint.db.selectFrom('record_version').selectAll().where('record_id', '=', id).execute();

it('[LOOP2] each batch is on the disk to the byte when it is sent', async () => {
  const { db, vault } = laptop.workspace;
  const batches: string[][] = [];
  const end = await syncInTwos(laptop, async (mutations) => {
    batches.push(mutations.map(({ recordId }) => recordId));
    for (const mutation of mutations) {
      const row = await db.outbox.get(mutation.recordId);
      expect(row?.state).toBe('sending');
      expect(row && (await openFrozen(vault, row)).mutation).toEqual(mutation);
    }
  });
  expect(end).toMatchObject({ outcome: 'done', sent: 7 });
  expect(batches.map(({ length }) => length)).toEqual([2, 2, 2, 1]);
  expect(batches.flat()).toEqual(ids);
  expect(await outboxOn(laptop)).toEqual([]);
  for (const row of await db.rows.bulkGet([...ids])) expect(row?.rev).toBe(1);
});

it('[LOOP6] what is typed over while other batches go by is sent after them, and nothing of it is lost', async () => {
  const typeInto = (id: string | undefined, field: number) => {
    const at = draftsOn(laptop).findIndex((draft) => draft.id === id);
    return at < 0 ? undefined : type(world, laptop, at, field);
  };
  const sent: string[] = [];
  const end = await syncInTwos(laptop, async (mutations, nth) => {
    sent.push(...mutations.map(({ mutationId }) => mutationId));
    const [inFlight] = mutations;
    if (nth > 3) return;
    // In flight, made ready and still waiting, and taken already.
    for (const id of [inFlight?.recordId, ids[2 * nth + 2], ids[2 * nth + 4], ids[2 * nth - 2]])
      await typeInto(id, nth);
  });
  expect(end.outcome).toBe('done');
  expect(new Set(sent).size).toBe(sent.length); // taken in the round that it was answered in
  expect(await outboxOn(laptop)).toEqual([]);
  for (const { id, body, text, rev } of laptop.workspace.set.all('notes').values()) {
    const taken = await takenOf(id);
    expect(taken.find((each) => each.rev === rev)?.payload).toBe(text);
    const mine = [...world.typed.values()].filter(({ record }) => record === id);
    for (const typed of mine) expect(body[typed.field as 'location']).toBe(typed.text);
  }
});

it('[LOOP2] a process that ends between two batches sends the rest again as it was, and each is there once', async () => {
  const sent: Mutation[] = [];
  const died = syncInTwos(laptop, async (mutations, nth) => {
    sent.push(...mutations);
    if (nth === 2) throw new TypeError('the process ended');
  });
  expect(await died).toEqual({ outcome: 'offline' });
  await crash(laptop);
  const again: Mutation[] = [];
  const end = await syncInTwos(laptop, async (mutations) => {
    again.push(...mutations);
  });
  expect(end).toMatchObject({ outcome: 'done' });
  const first = new Map(sent.map((mutation) => [mutation.mutationId, mutation]));
  const both = again.filter(({ mutationId }) => first.has(mutationId));
  expect(both).toHaveLength(2);
  for (const mutation of both) expect(mutation).toEqual(first.get(mutation.mutationId));
  for (const id of ids) expect(await takenOf(id)).toHaveLength(1);
  expect(await outboxOn(laptop)).toEqual([]);
});

it('[LOOP3] what is answered with 500 each time does not hold up what was written after it', async () => {
  const [bad = ''] = ids;
  const broken: OnPush = async (mutations) =>
    mutations.some(({ recordId }) => recordId === bad) && { status: 500, retryAfter: '', text: '' };
  expect(await syncInTwos(laptop, broken)).toMatchObject({ outcome: 'done', sent: 6 });
  const later = await create(world, laptop, 'text');
  expect(await syncInTwos(laptop, broken)).toMatchObject({ outcome: 'done', sent: 1 });
  expect(await takenOf(later)).toHaveLength(1);
  expect((await outboxOn(laptop)).map(({ id, state }) => [id, state])).toEqual([[bad, 'sending']]);
});

it('[LOOP2] where the disk fails as the last answers are written down that is said, and they are sent again', async () => {
  const failing: OnPush = async (_, nth) => {
    if (nth < 3) return;
    await vi.waitFor(async () => expect(await outboxOn(laptop)).toHaveLength(1));
    failOnce(laptop.workspace, 'rows');
  };
  await expect(syncInTwos(laptop, failing)).rejects.toThrow(StorageError);
  expect((await outboxOn(laptop)).length).toBeGreaterThan(0);
  expect(await syncInTwos(laptop, async () => {})).toMatchObject({ outcome: 'done' });
  expect(await outboxOn(laptop)).toEqual([]);
  for (const id of ids) expect(await takenOf(id)).toHaveLength(1);
});

it('[LOOP2] sends what the disk has, whatever memory holds', async () => {
  const [id = ''] = ids;
  const { set } = laptop.workspace;
  const record = set.find('notes', id);
  if (!record) throw new Error('it was created');
  set.drop([id]);
  set.apply([{ ...record, text: JSON.stringify({ ...record.body, location: 'Elsewhere' }) }]);
  await syncInTwos(laptop, async () => {});
  expect((await takenOf(id)).map(({ payload }) => payload)).toEqual([record.text]);
});
