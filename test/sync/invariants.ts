import { expect } from 'vitest';
import { clashesOf } from '#storage/merge-clashes.ts';
import { openFrozen } from '#sync/frozen.ts';
import type { ChangesAnswer, HeadsAnswer } from '#sync/wire/changes.ts';
import { routes } from '#sync/wire/routes.ts';
import { headersOf } from '../endpoint.ts';
import type { Device } from './device.ts';
import { sync, type World } from './world.ts';

const ROUNDS = 8;

/** Faults stop: every device syncs until none has anything left to send or to fetch. I4 and I16 of the reference. */
export async function comeToRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const device of world.devices) {
      const end = await sync(world, device);
      if (end === 'diskFailed' || end.outcome !== 'done')
        throw new Error(`${device.name}: ${JSON.stringify(end)}`);
      moved += end.sent + end.received + end.removed;
    }
    if (moved === 0) return;
  }
  throw new Error(`still moving after ${ROUNDS} rounds`); // I16
}

/** I1 to I10 and I14 of the reference, over everything that is stored anywhere. */
export async function expectNothingLost(world: World): Promise<void> {
  const everywhere = await Promise.all([serverTexts(world), ...world.devices.map(deviceTexts)]);
  const all = everywhere.join('\n');
  const lost = [...world.typed.values()].filter(({ text, record }) => {
    return !all.includes(text) && !world.removed.has(record);
  });
  expect(lost, 'I1: typed, acknowledged and nowhere').toEqual([]);
  for (const device of world.devices) await expectAgrees(world, device);
  await expectSoundVersions(world);
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
  const open = [...outbox].filter(([, state]) => state === 'waiting' || state === 'sending');
  expect(open, `I4: ${device.name} still has something to send`).toEqual([]);
  const rows = new Map((await workspace.db.rows.toArray()).map((row) => [row.id, row]));
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
    expect(payload, 'I10: unknown fields are kept').toContain('"later":{"kept":true');
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

const isOthers = ({ workspace, person }: Device, id: string): boolean => {
  const body = workspace.set.findAnywhere(id)?.body as { createdBy?: string } | undefined; // each has one
  return body?.createdBy !== person;
};

/** I3, I6, I8: one revision for each mutation, in a line, and what is finished stays as it is. */
async function expectSoundVersions({ endpoint, met }: World): Promise<void> {
  const versions = await endpoint.db
    .selectFrom('record_version')
    .selectAll()
    .orderBy('n')
    .execute();
  met.lostPushes += versions.filter(({ rev }) => rev === null).length;
  met.held += versions.filter(({ held }) => held).length;
  met.tombstones += versions.filter(({ deleted }) => deleted).length;
  const accepted = versions.filter(({ rev }) => rev !== null);
  const mutations = accepted.map(({ mutation_id }) => mutation_id);
  expect(mutations.length, 'I3').toBe(new Set(mutations).size);
  const last = new Map<string, (typeof accepted)[number]>();
  for (const version of accepted) {
    const before = last.get(version.record_id);
    expect(version.rev, 'I6').toBe((before?.rev ?? 0) + 1);
    if (before?.state === 'final' && !version.deleted) {
      expect(version.payload_hash, 'I8').toBe(before.payload_hash);
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
