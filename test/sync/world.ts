import { Dexie } from 'dexie';
import { ChildAction } from '#domain/records/action.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { clashesOf } from '#storage/merge-clashes.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { settleClash } from '#storage/settle-clash.ts';
import { StorageError } from '#storage/storage-error.ts';
import { created, updated } from '#storage/writes.ts';
import type { CycleEnd } from '#sync/cycle.ts';
import { tokenOf } from '../directories.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { aDevice, closeDevice, crash, type Device, syncDevice } from './device.ts';
import { type Fault, networkTo } from './network.ts';
import { ALEX, CHILDREN, PRIYA, SAM, supervisedBy, TODAY } from './people.ts';

/** Texts that stand alone: each is typed once, into one field of one record on one device. */
export interface TypedText {
  readonly device: string;
  readonly record: string;
  readonly field: string;
  readonly text: string;
}

export type Met = Record<
  | 'cyclesDone'
  | 'cyclesCut'
  | 'lostPushes'
  | 'clashes'
  | 'refused'
  | 'held'
  | 'removedByScope'
  | 'tombstones',
  number
>;

export const nothingMet = (): Met => ({
  ...{ cyclesDone: 0, cyclesCut: 0, lostPushes: 0, clashes: 0 },
  ...{ refused: 0, held: 0, removedByScope: 0, tombstones: 0 },
});

export interface World {
  readonly endpoint: TestEndpoint;
  readonly devices: readonly Device[];
  /** The last text of each field on each device, once it was on that device's disk. */
  readonly typed: Map<string, TypedText>;
  /** Records that a person removed. */
  readonly removed: Set<string>;
  /** What happened, counted over all histories: a simulation that meets nothing shows nothing. */
  readonly met: Met;
  /** Of the endpoint’s records, to be put back. */
  copy: Awaited<ReturnType<TestEndpoint['keep']>> | undefined;
  /** What the endpoint alone had is gone: devices keep what they have (RECON2). */
  wasRestored: boolean;
  readonly newId: () => string;
}

/** Two devices of Sam, one of Priya, one of Alex, and an endpoint without a record. */
export async function aWorld(
  endpoint: TestEndpoint,
  newId: () => string,
  met: Met,
): Promise<World> {
  await endpoint.empty();
  endpoint.setDirectory(supervisedBy(SAM));
  endpoint.setToday(TODAY);
  const of = [
    ['sam-laptop', SAM],
    ['sam-desk', SAM],
    ['priya', PRIYA],
    ['alex', ALEX],
  ] as const;
  const devices: Device[] = [];
  for (const [name, person] of of) {
    devices.push(await aDevice(name, person, tokenOf(person), newId));
  }
  const world: World = {
    ...{
      endpoint,
      devices,
      typed: new Map(),
      removed: new Set(),
      newId,
      met,
      copy: undefined,
      wasRestored: false,
    },
  };
  // Something that both devices of one person write in, or they would hardly ever meet.
  const [laptop, desk] = devices;
  if (!laptop || !desk) throw new Error('a world has devices');
  await create(world, laptop, 'text');
  await sync(world, laptop);
  await sync(world, desk);
  return world;
}

export async function endWorld({ devices }: World): Promise<void> {
  for (const device of devices) await closeDevice(device);
}

/** What a newer version of the app wrote beside what this one knows. */
const later = { later: { kept: true, list: [1, { deep: 'yes' }] } };

/** A new record of the person: hers a preparation, his a note or, for a child, an action. */
export async function create(
  world: World,
  device: Device,
  kind: 'text' | 'action',
): Promise<string> {
  const { workspace, person } = device;
  const id = world.newId();
  const by = { createdAt: workspace.now, createdBy: person, savedAt: workspace.now };
  if (kind === 'action') {
    const childRef = CHILDREN[0];
    const body = { id, childRef, sessionId: id, discussionId: id, what: 'Visit', ...by, ...later };
    await workspace.change(() => [created('childActions', id, ChildAction.parse(body))]);
    return id;
  }
  if (person === PRIYA) {
    const body = { id, superviseeRef: PRIYA, supervisorRef: SAM, sessionId: id, ...by, ...later };
    await workspace.change(() => [created('preparations', id, Preparation.parse(body))]);
    return id;
  }
  const body = { id, superviseeRef: PRIYA, sessionId: id, ...by, ...later };
  await workspace.change(() => [created('notes', id, StaffNote.parse(body))]);
  return id;
}

const fields = { notes: ['location', 'disagreement'], preparations: ['wants', 'wants'] } as const;
type TextCollection = keyof typeof fields;

/** Open drafts of this person that are on the device, oldest first. */
export function draftsOn({
  workspace,
  person,
}: Device): readonly { id: string; of: TextCollection }[] {
  return (['notes', 'preparations'] as const).flatMap((of) =>
    [...workspace.set.all(of).values()]
      .filter(
        ({ body }) => body.createdBy === person && !('finalisedAt' in body && body.finalisedAt),
      )
      .map(({ id }) => ({ id, of })),
  );
}

let count = 0;

/** Types a text of its own into a field, and waits until it is on the disk. */
export async function type(world: World, device: Device, at: number, which: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  const field = fields[draft.of][which % 2] ?? 'wants';
  count += 1;
  const text = `text ${count} of ${device.name}`;
  const { workspace } = device;
  const record = workspace.set.find(draft.of, draft.id);
  if (!record) return;
  const body = { ...record.body, [field]: text, savedAt: workspace.now } as Stored<TextCollection>;
  workspace.draft({ collection: draft.of, id: draft.id, body });
  if (!(await workspace.queue.flush())) return;
  world.typed.set(`${device.name} ${draft.id} ${field}`, {
    ...{ device: device.name, record: draft.id, field, text },
  });
}

/** Finishes a draft: from then on nothing changes its text. */
export async function finalise(_world: World, device: Device, at: number): Promise<void> {
  const { workspace } = device;
  const drafts = draftsOn(device).filter(({ of }) => of === 'notes');
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  await workspace.change((set) => {
    const record = set.find('notes', draft.id);
    if (!record || clashesOf(record.body).length > 0) return [];
    return [updated(record, { ...record.body, finalisedAt: workspace.now }, 'final')];
  });
}

/** A person's own act, on the list of what may go. */
export async function remove(world: World, device: Device, at: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  if (await device.workspace.db.outbox.get(draft.id)) return; // what waits to be sent is not on that list
  world.removed.add(draft.id);
  await removeRows(device.workspace, [draft.id], [], 'everywhere');
}

/** A person chooses one of two texts, or both. */
export async function settle(
  { workspace }: Device,
  choice: 'ours' | 'theirs' | 'both',
): Promise<void> {
  for (const collection of ['notes', 'preparations'] as const) {
    for (const record of workspace.set.all(collection).values()) {
      const [clash] = clashesOf(record.body);
      if (clash) await settleClash(workspace, { collection, id: record.id }, clash, choice);
    }
  }
}

/** One cycle on a network with these faults; a crash in it opens the device again from its disk. */
export async function sync(
  world: World,
  device: Device,
  faults: readonly Fault[] = [],
  token = device.token,
): Promise<CycleEnd | 'diskFailed'> {
  let at = 0;
  let hasCrashed = false;
  let mend = () => {};
  const net = networkTo({
    fetch: world.endpoint.fetch,
    faults,
    type: () => {
      at += 1;
      return type(world, device, at, at);
    },
    crash: () => {
      hasCrashed = true;
    },
    failDisk: () => {
      mend = failOnce(device);
    },
  });
  const end = await syncDevice({ ...device, token }, net).catch((cause: unknown) => {
    if (cause instanceof StorageError) return 'diskFailed' as const;
    throw cause;
  });
  mend();
  if (hasCrashed) await crash(device);
  const isDone = end !== 'diskFailed' && end.outcome === 'done';
  world.met[isDone ? 'cyclesDone' : 'cyclesCut'] += 1;
  if (isDone) world.met.removedByScope += end.removed;
  return end;
}

/** The next transaction fails in its middle. What a rejected one leaves behind is what the disk says. */
function failOnce({ workspace }: Device): () => void {
  const outbox = workspace.db.outbox as { bulkPut?: unknown }; // its own one goes away with `delete`
  const mend = () => {
    delete outbox.bulkPut;
  };
  outbox.bulkPut = () => {
    mend();
    return Dexie.Promise.reject(new Error('the disk failed'));
  };
  return mend;
}
