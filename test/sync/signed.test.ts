import { expect, it } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import { earlierBodies } from '#storage/sync/earlier-bodies.ts';
import { updated } from '#storage/writes.ts';
import { needsPerson } from '#sync/waiting.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { create, finish } from './acts.ts';
import type { Device } from './device.ts';
import { eachTestHasAWorld } from './each-test.ts';
import { expectNothingLost } from './invariants.ts';
import { supervisedBy } from './people.ts';
import { comeToRest } from './rest.ts';
import { sign, signOne } from './sign.ts';
import { signaturesOn } from './signatures.ts';
import { sync, type World } from './world.ts';

let endpoint: TestEndpoint;
let world: World;
let laptop: Device;
let desk: Device;
let priya: Device;
/** Sam’s note that is on both of his devices when a test begins. */
let note: string;

eachTestHasAWorld((fresh, at) => {
  [world, endpoint] = [fresh, at];
  [laptop, desk, priya] = world.devices as [Device, Device, Device]; // a world has four
  note = laptop.workspace.set.all('notes').keys().next().value ?? '';
});

const textOn = ({ workspace }: Device, id: string) => workspace.set.findAnywhere(id)?.text;
const validOn = async ({ workspace }: Device, id: string) =>
  (await signaturesOf(workspace, id)).map(({ validity }) => validity);

async function write({ workspace }: Device, fields: Partial<StaffNote>): Promise<void> {
  await workspace.change((set) => {
    const record = set.find('notes', note);
    return record ? [updated(record, { ...record.body, ...fields })] : [];
  });
}

async function finishAndSign(device: Device): Promise<void> {
  expect(await finish(world, device, note)).toBe(true);
  await signOne(world, device, note);
  expect(await validOn(device, note)).toEqual(['valid']);
}

it('[TAKE3] a signed note is the same to the letter on each device, and its signature counts there', async () => {
  await finishAndSign(laptop);
  const text = textOn(laptop, note);
  await comeToRest(world);
  expect(textOn(desk, note)).toBe(text);
  expect(textOn(priya, note)).toBe(text);
  for (const device of [desk, priya]) expect(await validOn(device, note)).toEqual(['valid']);
  await expectNothingLost(world);
});

it('[TAKE3] what she signed herself counts on his devices too', async () => {
  const id = await create(world, priya, 'correction');
  await signOne(world, priya, id);
  await comeToRest(world);
  expect(await validOn(priya, id)).toEqual(['valid']);
  // Her act is over no session's records, and is hers alone: his device has no key of hers to tell by.
  for (const device of [laptop, desk]) expect(await validOn(device, id)).toEqual(['keyNotKnown']);
  await expectNothingLost(world);
});

it('[TAKE5] finished and signed on two devices: the first is the record, the other signature is of its own text', async () => {
  await finishAndSign(laptop);
  await write(desk, { location: 'At home' });
  await finishAndSign(desk);
  const [first, second] = [textOn(laptop, note), textOn(desk, note)];
  const made = [laptop, desk].flatMap(({ workspace }) => signaturesOn(workspace));
  await sync(world, laptop);
  await sync(world, desk);
  await comeToRest(world);
  for (const device of [laptop, desk]) {
    expect(textOn(device, note)).toBe(first);
    expect(await validOn(device, note)).toEqual(['valid']);
  }
  const kept = await needsPerson(desk.workspace);
  const texts = kept.map(({ text }) => text);
  expect(texts, 'the text that he finished there').toContain(second);
  expect(texts, 'and its signature').toContain(made[1]?.text);
  await expectNothingLost(world);
});

it('[TAKE6] the note is removed elsewhere while it is finished and signed: both stay, and are said', async () => {
  await removeRows(desk.workspace, [note], [], 'everywhere');
  world.removed.add(note);
  await sync(world, desk);
  await finishAndSign(laptop);
  await comeToRest(world);
  expect(await validOn(laptop, note)).toEqual(['valid']);
  const [said] = await needsPerson(laptop.workspace);
  expect(said).toMatchObject({ id: note, refusedFor: 'deleted' });
  await expectNothingLost(world);
});

it('[LOOP8] a signature is held with its note for whoever is responsible now', async () => {
  await finishAndSign(laptop);
  const [made] = signaturesOn(laptop.workspace);
  const [, , , alex] = world.devices;
  endpoint.setDirectory(supervisedBy(alex?.person ?? ''));
  await sync(world, laptop);
  expect(signaturesOn(laptop.workspace)).toEqual([]);
  await comeToRest(world);
  if (!alex) throw new Error('a world has four');
  expect(signaturesOn(alex.workspace).map(({ text }) => text)).toEqual([made?.text]);
  expect(await validOn(alex, note)).toEqual(['valid']);
  await expectNothingLost(world);
});

it('[TAKE3] a signature that is there before its note counts as soon as that is', async () => {
  await finishAndSign(laptop);
  const waiting = await laptop.workspace.db.outbox.get(note);
  if (!waiting) throw new Error('it waits');
  await laptop.workspace.db.outbox.delete(note);
  await sync(world, laptop);
  await sync(world, priya);
  expect(signaturesOn(priya.workspace)).toHaveLength(1);
  expect(textOn(priya, note)).toBeUndefined();
  await laptop.workspace.db.outbox.put(waiting);
  await comeToRest(world);
  expect(await validOn(priya, note)).toEqual(['valid']);
});

it('[SIGN14] the same text signed on two devices: the first signature counts, the other is kept, nobody is asked', async () => {
  expect(await finish(world, laptop, note)).toBe(true);
  await comeToRest(world);
  for (const device of [laptop, desk]) await signOne(world, device, note);
  const made = [laptop, desk].flatMap(({ workspace }) => signaturesOn(workspace));
  expect(new Set(made.map(({ text }) => text)).size).toBe(2);
  await comeToRest(world);
  for (const device of [laptop, desk]) {
    expect(signaturesOn(device.workspace).map(({ text }) => text)).toEqual([made[0]?.text]);
    expect(await needsPerson(device.workspace)).toEqual([]);
  }
  const versions = await earlierBodies(desk.workspace, made[1]?.id ?? '', 'replaced');
  expect(versions).toEqual([made[1]?.body]);
  await expectNothingLost(world);
});

it('[TAKE5] signed once on this device, it is not signed again', async () => {
  await finishAndSign(laptop);
  const before = signaturesOn(laptop.workspace);
  await signOne(world, laptop, note);
  await sign(world, laptop, 0); // a correction of his own, and not this
  expect(signaturesOn(laptop.workspace).filter(({ id }) => id === before[0]?.id)).toEqual(before);
  expect(await validOn(laptop, note)).toEqual(['valid']);
});

it('[TAKE5] what was finished and signed goes as it is, though the other device wrote in it meanwhile', async () => {
  await write(desk, { disagreement: 'None' });
  await sync(world, desk);
  await finishAndSign(laptop);
  const text = textOn(laptop, note);
  await comeToRest(world);
  for (const device of [laptop, desk]) {
    expect(textOn(device, note)).toBe(text);
    expect(await validOn(device, note)).toEqual(['valid']);
  }
  const versions = await endpoint.db.selectFrom('record_version').select('payload').execute();
  expect(versions.map(({ payload }) => payload).join()).toContain('"disagreement":"None"');
});
