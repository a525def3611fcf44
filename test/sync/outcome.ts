import { findCollection } from '#domain/collections.ts';
import { signedRecordOf } from '#storage/signing/signatures.ts';
import { openFrozen } from '#sync/frozen.ts';
import type { Device } from './device.ts';
import { finishedOn } from './signatures.ts';
import type { World } from './world.ts';

/**
 * All that a history comes to, on the endpoint and on each device, but for what tells the time or is made of
 * what does: the hash of a text with a time in it, and a signature, whose key is drawn.
 */
export async function outcomeOf(world: World): Promise<unknown> {
  const { db } = world.endpoint;
  const versions = await db.selectFrom('record_version').selectAll().orderBy('n').execute();
  const records = await db.selectFrom('record').selectAll().orderBy('id').execute();
  return {
    versions: versions.map(({ record_id, rev, base_rev, type, state, deleted, held, payload }) => ({
      ...{ record_id, rev, base_rev, type, state, deleted, held, body: bodyOf(payload) },
    })),
    records: records.map(({ id, rev, type, state, deleted, held, author_ref, payload }) => ({
      ...{ id, rev, type, state, deleted, held, author_ref, body: bodyOf(payload) },
    })),
    devices: await Promise.all(world.devices.map(held)),
  };
}

async function held({ name, workspace }: Device) {
  const { db, vault } = workspace;
  const rows = (await db.rows.toArray()).map(({ id, c, rev }) => ({
    ...{ id, collection: findCollection(c), rev },
    body: bodyOf(workspace.set.findAnywhere(id)?.text ?? null),
  }));
  const waits = (await db.outbox.toArray()).map(async (row) => {
    const { id, state, again } = row;
    if (state !== 'refused' && state !== 'sending') return { id, state, again };
    const { mutation, refusedFor } = await openFrozen(vault, row);
    return { id, state, again, refusedFor, body: bodyOf(mutation.payload) };
  });
  const signed = finishedOn(workspace).map(async ({ id }) =>
    ((await signedRecordOf(workspace, id))?.signatures ?? []).map(
      (each) => `${id} ${each.id} ${each.signerRef} ${each.role} ${each.validity}`,
    ),
  );
  return {
    name,
    rows,
    outbox: await Promise.all(waits),
    signed: (await Promise.all(signed)).flat().toSorted(),
  };
}

const bodyOf = (payload: string | null): unknown =>
  payload === null ? null : withoutTimes(JSON.parse(payload));

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** The day on which something came to a list of this device, by its own clock. Lists are not sent. */
const DAYS = ['on', 'knownFrom', 'from'];
const MADE = ['hash', 'listHash', 'recordHash', 'alg', 'keyId', 'publicKey', 'signature'];

function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value === 'string') return MOMENT.test(value) ? 'a moment' : value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !DAYS.includes(key) && !MADE.includes(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutTimes(each)]));
}
