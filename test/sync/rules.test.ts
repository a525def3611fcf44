import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { besideNow } from '#storage/sync/beside.ts';
import { earlierBodies } from '#storage/sync/earlier-bodies.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { metaText } from '#storage/sync/sync-steps.ts';
import { created, updated } from '#storage/writes.ts';
import { type CycleEnd, syncOnce } from '#sync/cycle.ts';
import type { Net, NetAnswer, NetRequest } from '#sync/net.ts';
import { UNREAD } from '#sync/pull.ts';
import { letRest, needsPerson } from '#sync/waiting.ts';
import type { ChangesAnswer, GetAnswer } from '#sync/wire/changes.ts';
import type { WireRecord } from '#sync/wire/common.ts';
import type { PushAnswer, PushRequest } from '#sync/wire/push.ts';
import { routes } from '#sync/wire/routes.ts';
import { headersOf, type TestEndpoint } from '../endpoint.ts';
import { create, finalise, remove, settle } from './acts.ts';
import { crash, type Device, goToOtherTab, syncDevice } from './device.ts';
import { beforeNth } from './disk.ts';
import { eachTestHasAWorld } from './each-test.ts';
import { networkTo } from './network.ts';
import { ALEX, PRIYA, SAM, supervisedBy } from './people.ts';
import { wake } from './tabs.ts';
import { sync, type World } from './world.ts';

let endpoint: TestEndpoint;
let world: World;
let laptop: Device;
let desk: Device;
let priya: Device;
let alex: Device;
/** Sam's note that is on both devices and at the endpoint when a test begins. */
let note: string;

eachTestHasAWorld((fresh, at) => {
  [world, endpoint] = [fresh, at];
  [laptop, desk, priya, alex] = world.devices as [Device, Device, Device, Device]; // a world has four
  note = laptop.workspace.set.all('notes').keys().next().value ?? '';
});

const nothing = () => {};
const plain = (): Net =>
  networkTo({
    ...{ fetch: endpoint.fetch, faults: [], type: async () => {} },
    crash: nothing,
    failDisk: nothing,
  });

type Through = (request: NetRequest, pass: () => Promise<NetAnswer>) => Promise<NetAnswer>;
/** The real endpoint, with somebody on the way. */
const through = (on: Through): Net => {
  const net = plain();
  return (request) => on(request, () => net(request));
};
const isPush = ({ path }: NetRequest) => path === routes.push;
const isFeed = ({ path }: NetRequest) => path.startsWith(routes.changes);
const mutationsOf = ({ body }: NetRequest) => (JSON.parse(body ?? '') as PushRequest).mutations;
/** An answer with something else in it. */
function changed<T>(answer: NetAnswer, change: (said: T) => T): NetAnswer {
  return { ...answer, text: JSON.stringify(change(JSON.parse(answer.text) as T)) };
}

async function write(device: Device, id: string, fields: Partial<StaffNote>): Promise<void> {
  await device.workspace.change((set) => {
    const record = set.find('notes', id);
    return record ? [updated(record, { ...record.body, ...fields })] : [];
  });
}
const bodyOn = ({ workspace }: Device, id: string) => workspace.set.find('notes', id)?.body;
const rowOn = ({ workspace }: Device, id: string) => workspace.db.rows.get(id);
const outboxOn = ({ workspace }: Device, id: string) => workspace.db.outbox.get(id);
const versionsOn = ({ workspace }: Device, id: string) =>
  workspace.db.versions.where('id').equals(id).toArray();
/** What the endpoint took of a record, oldest first. */
const takenOf = (id: string) =>
  endpoint.db
    .selectFrom('record_version')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('n')
    .execute();
const lastOf = async (id: string) => (await takenOf(id)).filter(({ rev }) => rev !== null).at(-1);

async function feedOf(person: string): Promise<readonly WireRecord[]> {
  const answer = await endpoint.fetch(`${routes.changes}?limit=500`, {
    headers: headersOf(person),
  });
  return ((await answer.json()) as ChangesAnswer).changes;
}

const runAs = (
  device: Device,
  net: Net,
  appVersion: string,
  mayRemoveMany = false,
): Promise<CycleEnd> =>
  syncOnce({ ...device, net, appVersion, signal: new AbortController().signal }, mayRemoveMany);

it('[LOOP2] a save whose answer was lost goes again after a crash, to the byte, and is there once', async () => {
  await write(laptop, note, { location: 'Room 4' });
  const sent: unknown[] = [];
  const lost = through(async (request, pass) => {
    if (!isPush(request)) return pass();
    sent.push(mutationsOf(request));
    await pass();
    throw new TypeError('the connection went');
  });
  expect(await syncDevice(laptop, lost)).toEqual({ outcome: 'offline' });
  expect((await outboxOn(laptop, note))?.state).toBe('sending');
  await crash(laptop);
  laptop.ports.advance(60_000);
  const again = through((request, pass) => {
    if (isPush(request)) sent.push(mutationsOf(request));
    return pass();
  });
  expect(await syncDevice(laptop, again)).toMatchObject({ outcome: 'done', sent: 1 });
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(await outboxOn(laptop, note)).toBeUndefined();
  expect((await takenOf(note)).map(({ rev }) => rev)).toEqual([1, 2]);
});

it.each([
  [413, 'refused'],
  [400, 'refused'],
  [500, 'sending'],
])(
  '[LOOP3] one record that is answered with %i stands alone as %s, and the others go',
  async (status, state) => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push(await create(world, laptop, 'text'));
    const [, , bad = ''] = ids;
    const net = through((request, pass) =>
      isPush(request) && mutationsOf(request).some(({ recordId }) => recordId === bad)
        ? Promise.resolve({
            status,
            retryAfter: '',
            text: JSON.stringify({
              protocol: 1,
              epoch: 'e',
              error: { code: 'too_large', message: 'Too large' },
            }),
          })
        : pass(),
    );
    expect(await syncDevice(laptop, net)).toMatchObject({ outcome: 'done', sent: 4 });
    for (const id of ids) {
      expect((await outboxOn(laptop, id))?.state).toBe(id === bad ? state : undefined);
      expect(await takenOf(id)).toHaveLength(id === bad ? 0 : 1);
    }
  },
);

/** Both write in one field; the desk has it as two texts. */
async function clashOnDesk(): Promise<void> {
  await write(laptop, note, { location: 'Room 4' });
  await write(desk, note, { location: 'At home' });
  await sync(world, laptop);
  await sync(world, desk);
}

it('[LOOP4] two versions of a text go nowhere until a person has chosen', async () => {
  await clashOnDesk();
  const before = (await takenOf(note)).length;
  await sync(world, desk);
  await sync(world, desk);
  expect(await takenOf(note)).toHaveLength(before);
  expect((await outboxOn(desk, note))?.state).toBe('clash');
  await settle(world, desk, 'ours');
  await sync(world, desk);
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}').location).toBe('At home');
});

it('[LOOP5] a file of somebody else that was brought here is not sent, and stays', async () => {
  const id = world.newId();
  const { now } = laptop.workspace;
  const body = StaffNote.parse({
    id,
    superviseeRef: PRIYA,
    sessionId: id,
    createdAt: now,
    createdBy: ALEX,
    savedAt: now,
  });
  await laptop.workspace.change(() => [created('notes', id, body)]);
  expect((await outboxOn(laptop, id))?.state).toBe('waiting');
  expect(await sync(world, laptop)).toMatchObject({ outcome: 'done', sent: 0 });
  expect(await takenOf(id)).toEqual([]);
  expect(await outboxOn(laptop, id)).toBeUndefined();
  expect(bodyOn(laptop, id)).toBeDefined();
});

/** Something is typed while the first push is on its way; the second does not get through. */
async function syncTypedOver(location: string): Promise<void> {
  let pushes = 0;
  const net = through(async (request, pass) => {
    if (!isPush(request)) return pass();
    pushes += 1;
    if (pushes > 1) throw new TypeError('no network');
    await write(laptop, note, { location });
    return pass();
  });
  expect(await syncDevice(laptop, net)).toEqual({ outcome: 'offline' });
  expect(pushes).toBe(2);
}

it('[LOOP6] typed over in flight: the newer text goes after it, measured against what arrived', async () => {
  await write(laptop, note, { location: 'Room 4' });
  await syncTypedOver('Room 45');
  expect((await rowOn(laptop, note))?.rev).toBe(2);
  await sync(world, desk);
  await write(desk, note, { disagreement: 'None' });
  await sync(world, desk);
  await sync(world, laptop);
  const both = { location: 'Room 45', disagreement: 'None' };
  expect(bodyOn(laptop, note)).toMatchObject(both);
  expect(clashesOf(bodyOn(laptop, note) ?? {}), 'nothing that a person is asked about').toEqual([]);
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}')).toMatchObject(both);
});

it('[LOOP8] what is kept for whoever is responsible now leaves with that answer, and not before', async () => {
  await write(laptop, note, { location: 'Room 4' });
  endpoint.setDirectory(supervisedBy(ALEX));
  const lost = through(async (request, pass) => {
    const answer = await pass();
    if (isPush(request)) throw new TypeError('the connection went');
    return answer;
  });
  expect(await syncDevice(laptop, lost)).toEqual({ outcome: 'offline' });
  expect(await lastOf(note)).toMatchObject({ held: true });
  expect(bodyOn(laptop, note)?.location).toBe('Room 4');
  // With that answer, and not because something was compared later.
  const andNoMore = through(async (request, pass) => {
    if (isFeed(request)) throw new TypeError('no network');
    return pass();
  });
  expect(await syncDevice(laptop, andNoMore)).toEqual({ outcome: 'offline' });
  expect(await rowOn(laptop, note)).toBeUndefined();
  expect(await versionsOn(laptop, note)).toEqual([]);
  expect((await feedOf(ALEX)).map(({ recordId }) => recordId)).toContain(note);
});

it('[LOOP8] typed over in flight, it stays until that is safe too', async () => {
  await write(laptop, note, { location: 'Room 4' });
  endpoint.setDirectory(supervisedBy(ALEX));
  await syncTypedOver('Room 45');
  expect(await lastOf(note)).toMatchObject({ held: true });
  expect(bodyOn(laptop, note)?.location).toBe('Room 45');
  await sync(world, laptop);
  expect(await rowOn(laptop, note)).toBeUndefined();
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}').location).toBe('Room 45');
});

it.each([
  [
    'for another mutation',
    (said: PushAnswer) =>
      said.results.map((each) => ({ ...each, mutationId: crypto.randomUUID() })),
  ],
  ['without it', () => []],
])('[LOOP7] an answer %s leaves the text in flight', async (_, change) => {
  await write(laptop, note, { location: 'Room 4' });
  const { rev } = (await rowOn(laptop, note)) ?? {};
  const net = through(async (request, pass) => {
    if (isFeed(request)) throw new TypeError('no network');
    const answer = await pass();
    if (!isPush(request)) return answer;
    return changed<PushAnswer>(answer, (said) => ({ ...said, results: change(said) }));
  });
  await syncDevice(laptop, net);
  expect((await outboxOn(laptop, note))?.state).toBe('sending');
  expect((await rowOn(laptop, note))?.rev).toBe(rev);
  await sync(world, laptop);
  expect(await outboxOn(laptop, note)).toBeUndefined();
  expect(await takenOf(note)).toHaveLength(2);
});

it('[LOOP9] what is refused stays, says why, and goes under another id once it says something else', async () => {
  await write(laptop, note, { location: 'Room 4' });
  let refusedId = '';
  const net = through(async (request, pass) => {
    if (!isPush(request)) return pass();
    const [mutation] = mutationsOf(request);
    refusedId = mutation?.mutationId ?? '';
    const result = {
      mutationId: refusedId,
      recordId: note,
      status: 'rejected',
      code: 'not_yours',
      message: 'No',
    };
    const said = {
      protocol: 1,
      epoch: 'e1',
      serverTime: '2026-11-21T12:00:00.000Z',
      results: [result],
    };
    return { status: 200, retryAfter: '', text: JSON.stringify(said) };
  });
  await syncDevice(laptop, net);
  expect(await needsPerson(laptop.workspace)).toMatchObject([
    { id: note, state: 'refused', refusedFor: 'not_yours' },
  ]);
  expect(bodyOn(laptop, note)?.location).toBe('Room 4');
  await sync(world, laptop);
  expect(await takenOf(note), 'the same is not sent again').toHaveLength(1);
  await write(laptop, note, { location: 'Room 5' });
  await sync(world, laptop);
  expect(await outboxOn(laptop, note)).toBeUndefined();
  const last = await lastOf(note);
  expect(JSON.parse(last?.payload ?? '{}').location).toBe('Room 5');
  expect(last?.mutation_id).not.toBe(refusedId);
});

it('[LOOP10] signed in as somebody else, nothing is sent or asked for, and all of it waits', async () => {
  await write(laptop, note, { location: 'Room 4' });
  const before = await outboxOn(laptop, note);
  const asked: string[] = [];
  const net = through((request, pass) => {
    asked.push(request.path);
    return pass();
  });
  const end = await syncDevice({ ...laptop, token: alex.token }, net);
  expect(end).toEqual({ outcome: 'wrongPerson', name: 'Person S2' });
  expect(asked).toEqual([routes.me]);
  expect(await takenOf(note)).toHaveLength(1);
  expect(await outboxOn(laptop, note)).toEqual(before);
});

it('[LOOP11] a note removed everywhere is told as removed, and one removed here alone is not', async () => {
  const here = await create(world, laptop, 'text');
  await sync(world, laptop);
  await removeRows(laptop.workspace, [here], []);
  await removeRows(laptop.workspace, [note], [], 'everywhere');
  await sync(world, laptop);
  expect(await lastOf(note)).toMatchObject({ deleted: true, rev: 2 });
  expect(await takenOf(here)).toHaveLength(1);
  expect(await laptop.workspace.db.outbox.count()).toBe(0);
});

it('[TAKE1] an older revision that comes again changes nothing', async () => {
  const [old] = (await feedOf(SAM)).filter(({ recordId }) => recordId === note);
  await write(laptop, note, { location: 'Room 4' });
  await sync(world, laptop);
  await sync(world, desk);
  const before = { row: await rowOn(desk, note), versions: await versionsOn(desk, note) };
  const net = through(async (request, pass) => {
    const answer = await pass();
    if (!isFeed(request) || !old) return answer;
    return changed<ChangesAnswer>(answer, (said) => ({ ...said, changes: [...said.changes, old] }));
  });
  expect(await syncDevice(desk, net)).toMatchObject({ outcome: 'done', received: 0 });
  expect({ row: await rowOn(desk, note), versions: await versionsOn(desk, note) }).toEqual(before);
  expect(bodyOn(desk, note)?.location).toBe('Room 4');
});

it('[TAKE2] one’s own text that comes back after a lost answer asks nobody, and what was typed since goes', async () => {
  await write(laptop, note, { location: 'Room 4' });
  let isFirst = true;
  const net = through(async (request, pass) => {
    const answer = await pass();
    if (!isPush(request) || !isFirst) return answer;
    isFirst = false;
    await write(laptop, note, { location: 'Room 45' });
    return { status: 500, retryAfter: '', text: '' };
  });
  expect(await syncDevice(laptop, net)).toMatchObject({ outcome: 'done' });
  expect(clashesOf(bodyOn(laptop, note) ?? {})).toEqual([]);
  expect(await outboxOn(laptop, note)).toBeUndefined();
  const texts = (await takenOf(note)).map(({ rev, payload }) => [
    rev,
    JSON.parse(payload ?? '').location,
  ]);
  expect(texts.slice(1)).toEqual([
    [2, 'Room 4'],
    [3, 'Room 45'],
  ]);
});

it('[TAKE3] what was not changed here is replaced to the letter, and what was here is kept', async () => {
  // In another order than this app would write it: a record may be hashed and signed as it stands.
  await laptop.workspace.change((set) => {
    const record = set.find('notes', note);
    if (!record) return [];
    const body = { ...record.body, location: 'Room 4' };
    const text = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()));
    return [{ ...updated(record, body), text }];
  });
  await sync(world, laptop);
  const was = desk.workspace.set.findAnywhere(note)?.text;
  await sync(world, desk);
  const { payload } = (await lastOf(note)) ?? {};
  expect(desk.workspace.set.findAnywhere(note)?.text).toBe(payload);
  const kept = (await versionsOn(desk, note)).filter(({ why }) => why === 'replaced').at(-1);
  if (!kept) throw new Error('it keeps a version');
  const { c, id, v, ...sealed } = kept;
  expect(await desk.workspace.vault.open({ kind: 'row', c, id, v }, sealed)).toBe(was);
  await crash(desk);
  expect(desk.workspace.set.findAnywhere(note)?.text).toBe(payload);
});

it('[TAKE4] two fields changed on two devices are both there, and nobody is asked', async () => {
  await write(laptop, note, { location: 'Room 4' });
  await write(desk, note, { disagreement: 'None' });
  await sync(world, laptop);
  await sync(world, desk);
  await sync(world, laptop);
  for (const device of [laptop, desk]) {
    expect(bodyOn(device, note)).toMatchObject({ location: 'Room 4', disagreement: 'None' });
    expect(await outboxOn(device, note)).toBeUndefined();
  }
});

it('[TAKE4] the same field changed twice keeps both texts, shows mine, and asks', async () => {
  await clashOnDesk();
  const body = bodyOn(desk, note);
  expect(body?.location).toBe('At home');
  expect(clashesOf(body ?? {})).toHaveLength(1);
  expect(JSON.stringify(clashesOf(body ?? {}))).toContain('Room 4');
  expect(await needsPerson(desk.workspace)).toMatchObject([{ id: note, state: 'clash' }]);
});

it('[TAKE4] what another tab wrote while this one slept is merged like what it knows', async () => {
  await write(laptop, note, { disagreement: 'None' });
  await sync(world, laptop);
  await goToOtherTab(desk, true);
  await write(desk, note, { location: 'At home' });
  await goToOtherTab(desk, false);
  expect(bodyOn(desk, note)?.location).toBe('');
  await sync(world, desk);
  await sync(world, desk);
  await wake(desk.workspace);
  const both = { disagreement: 'None', location: 'At home' };
  expect(bodyOn(desk, note)).toMatchObject(both);
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}')).toMatchObject(both);
});

it('[TAKE5] what is finished there stays as it is, and a text beside it is kept and said', async () => {
  await finalise(world, laptop, 0);
  await write(desk, note, { location: 'At home' });
  await sync(world, laptop);
  const final = await lastOf(note);
  await sync(world, desk);
  await sync(world, desk);
  expect(desk.workspace.set.findAnywhere(note)?.text).toBe(final?.payload);
  expect(await lastOf(note)).toEqual(final);
  const [said] = await needsPerson(desk.workspace);
  expect(said).toMatchObject({ id: note, state: 'refused', refusedFor: 'locked' });
  expect(said?.text).toContain('At home');
});

const besideOn = async ({ workspace }: Device, id: string) =>
  (await earlierBodies(workspace, id, 'beside')).map((body) => body.location);

it('[SENT11] what was finished before the other device’s text arrived says so until it was read, and keeps it', async () => {
  await write(desk, note, { location: 'At home' });
  await sync(world, desk);
  await finalise(world, laptop, 0);
  await sync(world, laptop);
  await sync(world, desk);
  for (const { workspace } of [laptop, desk])
    expect(workspace.set.findAnywhere(note)?.text).not.toContain('At home');
  const [said, ...more] = await needsPerson(laptop.workspace);
  expect(said).toMatchObject({ id: note, collection: 'notes', state: 'beside' });
  expect(more).toEqual([]);
  if (said) await letRest(laptop.workspace, said);
  expect(await needsPerson(laptop.workspace)).toEqual([]);
  expect(await besideNow(laptop.workspace)).toEqual(new Map([[note, 'seen']]));
  expect(await besideOn(laptop, note)).toEqual(['At home']);
  await removeRows(laptop.workspace, [note], []);
  expect(await besideNow(laptop.workspace)).toEqual(new Map());
});

it('[SENT11] where the other device’s text has nothing that is not in it, nobody is asked', async () => {
  await write(laptop, note, { location: 'At school' });
  await sync(world, laptop);
  await sync(world, desk);
  await write(laptop, note, { location: 'At home', agreed: true });
  await write(desk, note, { agreed: true }); // no text
  await sync(world, desk);
  await finalise(world, laptop, 0);
  await sync(world, laptop);
  expect(bodyOn(laptop, note)?.finalisedAt).not.toBe('');
  expect(await needsPerson(laptop.workspace)).toEqual([]);
  expect(await besideNow(laptop.workspace)).toEqual(new Map());
});

it('[SENT11] what stood beside a record that was finished there is kept after a person let it rest', async () => {
  await finalise(world, laptop, 0);
  await write(desk, note, { location: 'At home' });
  await sync(world, laptop);
  await sync(world, desk);
  const [said] = await needsPerson(desk.workspace);
  if (said) await letRest(desk.workspace, said);
  await sync(world, desk);
  expect(await needsPerson(desk.workspace)).toEqual([]);
  expect(await besideNow(desk.workspace)).toEqual(new Map([[note, 'seen']]));
  expect(await besideOn(desk, note)).toEqual(['At home']);
});

it('[TAKE6] a note removed elsewhere goes where it was not changed', async () => {
  await removeRows(laptop.workspace, [note], [], 'everywhere');
  await sync(world, laptop);
  await sync(world, desk);
  expect(await rowOn(desk, note)).toBeUndefined();
  expect(bodyOn(desk, note)).toBeUndefined();
  expect(await versionsOn(desk, note)).toEqual([]);
});

it('[TAKE6] a note removed elsewhere stays where it was changed, and a person is asked', async () => {
  await write(desk, note, { location: 'At home' });
  await removeRows(laptop.workspace, [note], [], 'everywhere');
  await sync(world, laptop);
  await sync(world, desk);
  await sync(world, desk);
  expect(bodyOn(desk, note)?.location).toBe('At home');
  expect(await lastOf(note)).toMatchObject({ deleted: true });
  const [said] = await needsPerson(desk.workspace);
  expect(said).toMatchObject({ id: note, state: 'refused', refusedFor: 'deleted' });
  expect(said?.text).toContain('At home');
});

it('[TAKE6] so it does where it is written in while the word of its removal is on its way', async () => {
  await removeRows(laptop.workspace, [note], [], 'everywhere');
  await sync(world, laptop);
  let feeds = 0;
  const net = through(async (request, pass) => {
    const answer = await pass();
    if (isFeed(request) && feeds++ === 0) await write(desk, note, { location: 'At home' });
    return answer;
  });
  await syncDevice(desk, net);
  expect(feeds).toBeGreaterThan(0);
  expect(bodyOn(desk, note)?.location).toBe('At home');
  const [said] = await needsPerson(desk.workspace);
  expect(said).toMatchObject({ id: note, state: 'refused', refusedFor: 'deleted' });
});

it.each([
  ['kind', { type: 'somethingNewer' }],
  ['shape', { payload: JSON.stringify({ id: { of: 'a newer version' } }) }],
])(
  '[TAKE7] a %s of record that is newer than the app changes nothing, and a newer app asks again',
  async (_, newer) => {
    const [known] = await feedOf(SAM);
    if (!known) throw new Error('there is one');
    const asked: string[] = [];
    const net = through(async (request, pass) => {
      const answer = await pass();
      asked.push(request.path.split('?')[0] ?? '');
      if (!isFeed(request)) return answer;
      const unreadable = { ...known, recordId: crypto.randomUUID(), rev: 1, ...newer };
      return changed<ChangesAnswer>(answer, (said) => ({
        ...said,
        changes: [...said.changes, unreadable],
      }));
    });
    const rows = await desk.workspace.db.rows.toArray();
    expect(await runAs(desk, net, 'v1')).toMatchObject({ outcome: 'done', received: 0 });
    expect(await desk.workspace.db.rows.toArray()).toEqual(rows);
    await runAs(desk, net, 'v1');
    expect(asked).not.toContain(routes.heads);
    await runAs(desk, net, 'v2');
    expect(asked).toContain(routes.heads);
    expect(await metaText(desk.workspace, UNREAD), 'and so will the next one').toBe('v2');
    expect(await desk.workspace.db.rows.toArray()).toEqual(rows);
  },
);

it('[TAKE7] a newer app has what an older one could not read, and not what is no longer theirs', async () => {
  const visit = await visitOnLaptop();
  const mine = await create(world, desk, 'action');
  await sync(world, desk);
  await sync(world, { ...laptop, isOld: true });
  expect(await rowOn(laptop, mine), 'not of a kind that it knows').toBeUndefined();
  endpoint.setDirectory(supervisedBy(ALEX));
  expect(await runAs(laptop, plain(), 'v2')).toMatchObject({ outcome: 'done', removed: 1 });
  expect(await rowOn(laptop, visit)).toBeUndefined();
  expect(await rowOn(laptop, mine)).toBeDefined();
});

it('[TAKE8] where the disk fails neither the record nor the place in the feed has moved', async () => {
  await write(laptop, note, { location: 'Room 4' });
  await sync(world, laptop);
  const before = [await rowOn(desk, note), await metaText(desk.workspace, 'cursor')];
  expect(await sync(world, desk, ['none', 'rowFails'])).toBe('diskFailed');
  expect([await rowOn(desk, note), await metaText(desk.workspace, 'cursor')]).toEqual(before);
  await sync(world, desk);
  expect(bodyOn(desk, note)?.location).toBe('Room 4');
});

it('[TAKE8] stopped at any step, the record and the place in the feed have moved, or neither has', async () => {
  const moved = new Set<boolean>();
  for (let kill = 0; kill < 10; kill++) {
    await write(laptop, note, { location: `Room ${kill}` });
    await sync(world, laptop);
    const cursor = await metaText(desk.workspace, 'cursor');
    await sync(world, desk, [], { kill });
    const isHere = bodyOn(desk, note)?.location === `Room ${kill}`;
    expect((await metaText(desk.workspace, 'cursor')) !== cursor).toBe(isHere);
    moved.add(isHere);
    await sync(world, desk);
    expect(bodyOn(desk, note)?.location).toBe(`Room ${kill}`);
  }
  expect(moved).toEqual(new Set([false, true]));
});

it.each([0, 1, 2])('[TAKE8] what is typed before step %i of a cycle is worked in', async (step) => {
  await write(laptop, note, { disagreement: 'None' });
  await sync(world, laptop);
  let isTyped = false;
  beforeNth(desk.workspace, step, async () => {
    isTyped = true;
    await write(desk, note, { location: 'At home' });
  });
  await syncDevice(desk, plain());
  expect(isTyped).toBe(true);
  await sync(world, desk);
  const both = { disagreement: 'None', location: 'At home' };
  expect(bodyOn(desk, note)).toMatchObject(both);
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}')).toMatchObject(both);
});

it('[TAKE9] ten are no reason to ask, and neither are twelve of many', async () => {
  for (let i = 0; i < 9; i++) await create(world, laptop, 'text');
  await sync(world, laptop);
  await sync(world, desk);
  for (let i = 0; i < 10; i++) await remove(world, laptop, 0);
  await sync(world, laptop);
  expect(await sync(world, desk)).toMatchObject({ outcome: 'done' });
  expect(desk.workspace.set.all('notes').size).toBe(0);
  for (let i = 0; i < 70; i++) await create(world, laptop, 'text');
  await sync(world, laptop);
  await sync(world, desk);
  for (let i = 0; i < 12; i++) await remove(world, laptop, 0);
  await sync(world, laptop);
  expect(await sync(world, desk)).toMatchObject({ outcome: 'done' });
  expect(desk.workspace.set.all('notes').size).toBe(58);
});

it('[TAKE9] twelve of fifteen notes removed at once stay until a person says so', async () => {
  for (let i = 0; i < 14; i++) await create(world, laptop, 'text');
  await sync(world, laptop);
  await sync(world, desk);
  for (let i = 0; i < 12; i++) await remove(world, laptop, 0);
  await sync(world, laptop);
  const cursor = await metaText(desk.workspace, 'cursor');
  expect(await sync(world, desk)).toMatchObject({ outcome: 'askBeforeRemoving', count: 12 });
  expect(desk.workspace.set.all('notes').size).toBe(15);
  expect(await metaText(desk.workspace, 'cursor')).toBe(cursor);
  expect(await runAs(desk, plain(), 'test', true)).toMatchObject({ outcome: 'done' });
  expect(desk.workspace.set.all('notes').size).toBe(3);
});

/** Priya's visit for a child, twice written, on Sam's laptop with its earlier version. */
async function visitOnLaptop(): Promise<string> {
  const id = await create(world, priya, 'action');
  await sync(world, priya);
  await sync(world, laptop);
  await priya.workspace.change((set) => {
    const record = set.find('childActions', id);
    return record ? [updated(record, { ...record.body, what: 'Visit twice' })] : [];
  });
  await sync(world, priya);
  await sync(world, laptop);
  return id;
}

it('[RECON1] what somebody may no longer see leaves the device with its versions', async () => {
  const visit = await visitOnLaptop();
  expect(laptop.workspace.set.find('childActions', visit)?.body.what).toBe('Visit twice');
  expect(await versionsOn(laptop, visit)).not.toEqual([]);
  endpoint.setDirectory(supervisedBy(ALEX));
  expect(await sync(world, laptop)).toMatchObject({ outcome: 'done', removed: 1 });
  expect(await rowOn(laptop, visit)).toBeUndefined();
  expect(await versionsOn(laptop, visit)).toEqual([]);
  expect(laptop.workspace.set.findAnywhere(visit)).toBeUndefined();
  expect(bodyOn(laptop, note), 'one’s own stays').toBeDefined();
});

it('[RECON1] text that was not sent stays on the device, whoever is responsible now', async () => {
  await clashOnDesk();
  endpoint.setDirectory(supervisedBy(ALEX));
  await write(laptop, note, { location: 'Room 6' });
  await sync(world, laptop);
  expect(await rowOn(laptop, note), 'kept for Alex').toBeUndefined();
  expect(await sync(world, desk)).toMatchObject({ outcome: 'done' });
  expect((await feedOf(SAM)).map(({ recordId }) => recordId)).not.toContain(note);
  expect(bodyOn(desk, note)?.location).toBe('At home');
  expect((await outboxOn(desk, note))?.state).toBe('clash');
});

it('[RECON2] after a copy was put back nothing leaves, and what the copy does not have is sent again', async () => {
  const copy = await endpoint.keep();
  await write(laptop, note, { location: 'Room 4' });
  const fresh = await create(world, laptop, 'text');
  await sync(world, laptop);
  await endpoint.restore(copy);
  expect(await takenOf(fresh)).toEqual([]);
  expect(await sync(world, laptop)).toMatchObject({ outcome: 'done', removed: 0 });
  expect(bodyOn(laptop, fresh)).toBeDefined();
  expect(await takenOf(fresh)).toHaveLength(1);
  // An older text is in the copy: which of the two counts is for a person to say.
  expect(bodyOn(laptop, note)?.location).toBe('Room 4');
  expect(await needsPerson(laptop.workspace)).toMatchObject([{ id: note, state: 'clash' }]);
  await settle(world, laptop, 'ours');
  await sync(world, laptop);
  expect(JSON.parse((await lastOf(note))?.payload ?? '{}').location).toBe('Room 4');
});

it('[RECON3] whoever takes over has what was written before', async () => {
  const visit = await visitOnLaptop();
  await sync(world, alex);
  expect(await rowOn(alex, visit)).toBeUndefined();
  endpoint.setDirectory(supervisedBy(ALEX));
  expect(await sync(world, alex)).toMatchObject({ outcome: 'done', received: 1 });
  expect(alex.workspace.set.find('childActions', visit)?.body.what).toBe('Visit twice');
  expect((await rowOn(alex, visit))?.rev).toBe(2);
});

it('[RECON3] what is newer there is fetched', async () => {
  await write(laptop, note, { location: 'Room 4' });
  await sync(world, laptop);
  endpoint.setDirectory(supervisedBy(ALEX));
  expect(await sync(world, desk)).toMatchObject({ outcome: 'done', received: 1, removed: 0 });
  expect(bodyOn(desk, note)?.location).toBe('Room 4');
  expect((await rowOn(desk, note))?.rev).toBe(2);
});

it('[RECON4] a page that has no room for all is asked for the rest', async () => {
  const ids = [];
  for (let i = 0; i < 5; i++) ids.push(await create(world, priya, 'action'));
  await sync(world, priya);
  await sync(world, alex);
  endpoint.setDirectory(supervisedBy(ALEX));
  let asked = 0;
  const net = through(async (request, pass) => {
    const answer = await pass();
    if (request.path !== routes.getRecords) return answer;
    asked += 1;
    return changed<GetAnswer>(answer, (said) => ({ ...said, records: said.records.slice(0, 2) }));
  });
  expect(await syncDevice(alex, net)).toMatchObject({ outcome: 'done', received: 5 });
  expect(asked).toBe(3);
  for (const id of ids) expect(await rowOn(alex, id)).toBeDefined();
});
