import { expect } from 'vitest';
import { type CollectionName, findCollection, isSent } from '#domain/collections.ts';
import { besideNow } from '#storage/sync/beside.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { bodies } from '#storage/writes.ts';
import { openFrozen } from '#sync/frozen.ts';
import type { ChangesAnswer, HeadsAnswer } from '#sync/wire/changes.ts';
import { routes } from '#sync/wire/routes.ts';
import { headersOf } from '../endpoint.ts';
import type { Device } from './device.ts';
import { IN_EXTRACT } from './extract.ts';
import { PRIYA } from './people.ts';
import { expectSigned, expectSignedKept } from './signatures.ts';
import type { World } from './world.ts';

/** I1 to I10 and I14 of the reference, over everything that is stored anywhere. */
export async function expectNothingLost(world: World): Promise<void> {
  await expectAllTyped(world);
  for (const device of world.devices) {
    await expectSound(world, device);
    await expectAgrees(world, device);
    await expectSealed(world, device);
    expectLists(device);
    await expectLastTyped(world, device);
    await expectSigned(world, device);
  }
  await expectSoundVersions(world);
}

/** I1: what these devices said was saved is on one of them or at the endpoint, at every moment. */
export async function expectAllTyped(
  world: World,
  devices: readonly Device[] = world.devices,
): Promise<void> {
  // What the endpoint lost, any device may have.
  const where = world.wasRestored ? world.devices : devices;
  const all = (await Promise.all([serverTexts(world), ...where.map(deviceTexts)])).join('\n');
  if (devices === world.devices) expectSignedKept(world, all);
  const names = devices.map(({ name }) => name);
  const lost = [...world.typed].filter(([place, { text, record, device }]) => {
    if (!names.includes(device) || all.includes(text) || world.removed.has(record)) return false;
    // Written over by one that came to the disk before its device could say so.
    if ([...world.perhaps].some(([by, at]) => at === place && all.includes(by))) return false;
    const on = world.devices.find(({ name }) => name === device);
    return !world.letGo.has(text) || on?.workspace.set.findAnywhere(record) !== undefined;
  });
  expect(lost, 'I1: typed, acknowledged and nowhere').toEqual([]);
}

/**
 * I2, I14: on a device that was stopped anywhere every row opens, and what does not wait to be sent is what the
 * endpoint has.
 */
export async function expectSound(world: World, device: Device): Promise<void> {
  const { workspace, name } = device;
  const { db, damaged } = workspace;
  expect(damaged, `I14: a row of ${name} does not open`).toEqual([]);
  if (world.wasRestored) return; // what was acknowledged then may not be there now
  const versions = await world.endpoint.db.selectFrom('record_version').selectAll().execute();
  const known = new Map(versions.map((each) => [`${each.record_id} ${each.rev}`, each.payload]));
  const outbox = new Set((await db.outbox.toArray()).map(({ id }) => id));
  for (const { id, c, rev } of await db.rows.toArray()) {
    const collection = findCollection(c);
    if (!collection || !isSent(collection) || outbox.has(id)) continue;
    const text = workspace.set.findAnywhere(id)?.text;
    expect(text, `I2: ${collection} ${id} on ${name} waits for nothing`).toBe(
      known.get(`${id} ${rev}`),
    );
  }
}

/** What stands in a field is the last that somebody typed there, unless a person chose or finished it. */
async function expectLastTyped(world: World, { workspace, name }: Device): Promise<void> {
  if (world.wasRestored) return; // an older text is the endpoint's then, and asked about
  const rows = await Promise.all(world.devices.map((each) => each.workspace.db.outbox.toArray()));
  const apart = new Set(rows.flat().map(({ id }) => id)); // two texts, and said
  const all = [...world.typed.values()];
  for (const { record, field } of all) {
    if (apart.has(record) || world.settled.has(record) || world.removed.has(record)) continue;
    const body = workspace.set.findAnywhere(record)?.body as Record<string, unknown> | undefined; // a body is fields
    if (!body || (body.finalisedAt ?? '') !== '') continue;
    const value = String(body[field]);
    const isLast = all.some((each) => each.record === record && each.text === value);
    expect(
      isLast || world.perhaps.has(value),
      `I1: ${field} of ${record} on ${name}: ${value}`,
    ).toBe(true);
  }
}

/** I12, as far as it goes without end-to-end encryption: no word of a record stands readable on a disk. */
async function expectSealed({ typed }: World, { workspace: { db }, name }: Device): Promise<void> {
  const tables = [db.rows, db.versions, db.outbox, db.meta, db.slots];
  const stored = (await Promise.all(tables.map((table) => table.toArray()))).flat();
  const bytes = (value: unknown): string => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
    return typeof value === 'object' && value !== null
      ? Object.values(value).map(bytes).join('\n')
      : String(value);
  };
  const all = stored.map(bytes).join('\n');
  const readable = [...typed.values()].filter(({ text }) => all.includes(text));
  expect(readable, `I12: readable on ${name}`).toEqual([]);
  expect(all, `I12: on ${name}`).not.toContain('createdAt');
}

/** The same extract on each device, and a directory beside it: every child once, with one worker, and never sent. */
function expectLists({ workspace, name }: Device): void {
  const present = bodies(workspace, 'children').filter(({ removed }) => !removed);
  const refs = present.map(({ reference }) => reference);
  expect(refs.toSorted(), `children of ${name}, once each`).toEqual(
    IN_EXTRACT.filter((ref) => refs.includes(ref)),
  );
  for (const child of refs) {
    const now = bodies(workspace, 'allocations').filter(
      ({ childRef, to }) => childRef === child && to === '',
    );
    const workers = new Set(now.map(({ staffRef }) => staffRef));
    expect([...workers], `who has ${child} on ${name}`).toEqual([PRIYA]);
  }
  const staff = bodies(workspace, 'staff').map(({ ref }) => ref);
  expect(staff.length, `staff on ${name}, once each`).toBe(new Set(staff).size);
  for (const { body } of workspace.set.all('childActions').values()) {
    expect(refs, `a record on ${name} whose child is not there`).toContain(body.childRef);
  }
}

/** I2, I4, I5: what a device holds is what its person may see, but for what waits for a person. */
async function expectAgrees(world: World, device: Device): Promise<void> {
  const { workspace, person } = device;
  const answer = await world.endpoint.fetch(`${routes.changes}?limit=500`, {
    headers: headersOf(person),
  });
  const { changes, hasMore } = (await answer.json()) as ChangesAnswer;
  expect(hasMore).toBe(false);
  const heads = (await (
    await world.endpoint.fetch(routes.heads, { headers: headersOf(person) })
  ).json()) as HeadsAnswer;
  expect(new Map(heads.heads.map(({ recordId, rev }) => [recordId, rev])), 'I5').toEqual(
    new Map(changes.map(({ recordId, rev }) => [recordId, rev])),
  );
  const outbox = new Map((await workspace.db.outbox.toArray()).map((row) => [row.id, row.state]));
  const states = [...outbox.values()];
  world.met.clashes += states.filter((state) => state === 'clash').length;
  world.met.refused += states.filter((state) => state === 'refused').length;
  world.met.beside += (await expectBeside(device)).size;
  const open = [...outbox].filter(([, state]) => state === 'waiting' || state === 'sending');
  expect(open, `I4: ${device.name} still has something to send`).toEqual([]);
  const rows = new Map((await workspace.db.rows.toArray()).map((row) => [row.id, row]));
  const unsent = [...outbox.keys()].flatMap((id) => {
    const collection = findCollection(rows.get(id)?.c ?? 0);
    return collection && !isSent(collection) ? [collection] : [];
  });
  expect(unsent, `ACL1: ${device.name} would send`).toEqual([]);
  for (const { recordId, deleted, payload, rev, type } of changes) {
    const row = rows.get(recordId);
    if (deleted) {
      expect(row && !outbox.has(recordId), `I9: ${recordId} is removed and still here`).not.toBe(
        true,
      );
      continue;
    }
    expect(row, `I5: ${type} ${recordId} is not on ${device.name}`).toBeDefined();
    if (outbox.has(recordId) && outbox.get(recordId) === 'clash') {
      const held = workspace.set.findAnywhere(recordId);
      expect(clashesOf(held?.body ?? {}).length, 'I2: a clash without two texts').toBeGreaterThan(
        0,
      );
      continue;
    }
    expect(row?.rev, `I4: revision of ${type} ${recordId} on ${device.name}`).toBe(rev);
    const text = workspace.set.findAnywhere(recordId)?.text;
    expect(text, `I4: text of ${type} ${recordId} on ${device.name}`).toBe(payload);
    // In a note at two depths; no app adds any to a signature, which is made here.
    const depths = type === 'notes' ? 2 : type.endsWith('Signatures') ? 0 : 1;
    expect(payload?.split('"later":{"kept":true').length, 'I10: unknown fields are kept').toBe(
      depths + 1,
    );
  }
  const visible = new Set(changes.map(({ recordId }) => recordId));
  const extra = [...rows.values()].filter(
    ({ id, rev }) =>
      rev !== null &&
      !visible.has(id) &&
      !outbox.has(id) &&
      !(world.wasRestored && isOthers(device, id)),
  );
  expect(
    extra.map(({ id }) => id),
    `I5: on ${device.name} and not its person’s`,
  ).toEqual([]);
}

/** SENT11: whatever is said to be kept beside a finished record is here, and the other way round. */
async function expectBeside({ workspace, name }: Device): Promise<ReadonlyMap<string, unknown>> {
  const said = await besideNow(workspace);
  const kept = (await workspace.db.versions.toArray()).filter(({ why }) => why === 'beside');
  expect([...said.keys()].toSorted(), `SENT11: on ${name}`).toEqual(
    [...new Set(kept.map(({ id }) => id))].toSorted(),
  );
  return said;
}

const isOthers = ({ workspace, person }: Device, id: string): boolean => {
  const body = workspace.set.findAnywhere(id)?.body as { createdBy?: string } | undefined; // each has one
  return body?.createdBy !== person;
};

/** I3, I6, I8: one revision for each mutation, in a line, and what is finished stays as it is. */
async function expectSoundVersions(world: World): Promise<void> {
  const { endpoint, met, removed, signed, finished } = world;
  const versions = await endpoint.db
    .selectFrom('record_version')
    .selectAll()
    .orderBy('n')
    .execute();
  met.lostPushes += versions.filter(({ rev }) => rev === null).length;
  met.held += versions.filter(({ held }) => held).length;
  met.tombstones += versions.filter(({ deleted }) => deleted).length;
  const accepted = versions.filter(({ rev }) => rev !== null);
  // Those that lost too: what is sent again is answered as the first time, and kept once.
  const mutations = versions.map(({ mutation_id }) => mutation_id);
  expect(mutations.length, 'I3').toBe(new Set(mutations).size);
  const last = new Map<string, (typeof accepted)[number]>();
  for (const version of accepted) {
    const before = last.get(version.record_id);
    expect(version.rev, 'I6').toBe((before?.rev ?? 0) + 1);
    expect(version.base_rev, 'I6: made from another text').toBe(before?.rev ?? null);
    expect(isSent(version.type as CollectionName), 'ACL1').toBe(true);
    expect(version.deleted && !removed.has(version.record_id), 'I9: removed by nobody').toBe(false);
    if (before?.state === 'final' && !version.deleted) {
      expect(version.payload_hash, 'I8').toBe(before.payload_hash);
    }
    if (version.type === 'notes' && version.state === 'final' && !version.deleted) {
      expect(finished, 'I8: finished by nobody').toContain(version.payload);
    }
    if (version.type.endsWith('Signatures') && !version.deleted) {
      const texts = signed.filter(({ id }) => id === version.record_id).map(({ text }) => text);
      expect(texts, 'I8: a signature that nobody made').toContain(version.payload);
    }
    last.set(version.record_id, version);
  }
}

async function serverTexts({ endpoint }: World): Promise<string> {
  const versions = await endpoint.db.selectFrom('record_version').select('payload').execute();
  return versions.map(({ payload }) => payload).join('\n');
}

/** Every text on a device's disk: rows, earlier versions, and what is in flight or was refused. */
async function deviceTexts({ workspace }: Device): Promise<string> {
  const { db, vault } = workspace;
  const rows = [...(await db.rows.toArray()), ...(await db.versions.toArray())];
  const texts = rows.map(({ c, id, v, ...sealed }) =>
    vault.open({ kind: 'row', c, id, v }, sealed),
  );
  const frozen = (await db.outbox.toArray())
    .filter(({ state }) => state === 'sending' || state === 'refused')
    .map(async (row) => (await openFrozen(vault, row)).mutation.payload);
  return [...(await Promise.all(texts)), ...(await Promise.all(frozen))].join('\n');
}
