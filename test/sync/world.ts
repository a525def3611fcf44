import { StorageError } from '#storage/storage-error.ts';
import { metaText } from '#storage/sync/sync-steps.ts';
import { takeDirectory } from '#storage/sync/take-directory.ts';
import type { CycleEnd } from '#sync/cycle.ts';
import { UNREAD } from '#sync/pull.ts';
import { tokenOf } from '../directories.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { create, type } from './acts.ts';
import { aDevice, closeDevice, crash, type Device, syncDevice } from './device.ts';
import { beforeNth, failOnce, killAt } from './disk.ts';
import { expectAllTyped, expectSound } from './invariants.ts';
import type { Met } from './met.ts';
import { type Fault, type Late, networkTo } from './network.ts';
import { ALEX, PRIYA, SAM, supervisedBy, TODAY } from './people.ts';
import type { Signed } from './signatures.ts';

/** Texts that stand alone: each is typed once, into one field of one record on one device. */
export interface TypedText {
  readonly device: string;
  readonly record: string;
  readonly field: string;
  readonly text: string;
}

export interface World {
  readonly endpoint: TestEndpoint;
  readonly devices: readonly Device[];
  /** The last text of each field on each device, once it was on that device's disk. */
  readonly typed: Map<string, TypedText>;
  /** Texts that were typed and never said to be saved, with where: they may be. */
  readonly perhaps: Map<string, string>;
  /** Texts that a person chose against: a version on that device alone, gone with a record that leaves it. */
  readonly letGo: Set<string>;
  /** Records of which a person chose between two texts. */
  readonly settled: Set<string>;
  /** Records that a person removed. */
  readonly removed: Set<string>;
  /** Notes as a person finished them, to the letter. */
  readonly finished: Set<string>;
  readonly signed: Signed[];
  readonly met: Met;
  /** How many texts were typed: none is typed twice. */
  texts: number;
  /** Time goes on: before whatever a person does, and before each request. */
  tick: () => void;
  /** Of the endpoint’s records, to be put back. */
  copy: Awaited<ReturnType<TestEndpoint['keep']>> | undefined;
  /** What the endpoint alone had is gone: devices keep what they have (RECON2). */
  wasRestored: boolean;
  /** Requests that their devices have given up, and that are on their way still. */
  readonly late: Late;
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
    ...{ endpoint, devices, newId, met, typed: new Map(), removed: new Set(), late: [] },
    ...{ perhaps: new Map(), settled: new Set(), letGo: new Set() },
    ...{ finished: new Set(), signed: [], texts: 0, tick: () => {} },
    ...{ copy: undefined, wasRestored: false },
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

/** A kind of record that an app of an older version has never heard of. */
const asOlderReads = (text: string): string =>
  text.replaceAll('"type":"childActions"', '"type":"somethingNewer"');

interface Cycle {
  readonly token?: string;
  /** The process ends at this transaction: see `killAt`. */
  readonly kill?: number | undefined;
  /** A save comes before this transaction: see `beforeNth`. */
  readonly saveAt?: number | undefined;
  /** Another tab is at work on the same rows: they are looked at when it is not. */
  readonly isWatched?: boolean;
}

/** One cycle on a network with these faults; a crash in it opens the device again from its disk. */
export async function sync(
  world: World,
  device: Device,
  faults: readonly Fault[] = [],
  { token = device.token, kill, saveAt, isWatched = true }: Cycle = {},
): Promise<CycleEnd | 'diskFailed'> {
  const { met, late, endpoint } = world;
  let at = 0;
  let hasCrashed = false;
  const mends: (() => void)[] = [];
  // Until a cycle has something to write.
  const arm = () => {
    if (!device.fails) return;
    const onFail = () => {
      device.fails = undefined;
      met.failedWrites += 1;
    };
    mends.push(failOnce(device.workspace, device.fails, { onFail }));
  };
  arm();
  const { workspace } = device;
  const ends = () => {
    hasCrashed = true;
  };
  let isTyping = false;
  const typeNow = async () => {
    if (isTyping) return; // a save of a person's does not wait for another one of theirs
    isTyping = true;
    at += 1;
    // In the tab that syncs, or in the other one.
    const { other } = device;
    await type(world, other && at % 2 ? { ...device, workspace: other } : device, at, at);
    isTyping = false;
  };
  let live = () => {};
  if (kill !== undefined) live = killAt(workspace, kill, ends);
  else if (saveAt !== undefined) {
    at = saveAt;
    live = beforeNth(workspace, saveAt, () => {
      met.saveAt += 1;
      return typeNow();
    });
  }
  const fetch: typeof endpoint.fetch = (...args) => {
    world.tick();
    return endpoint.fetch(...args);
  };
  const net = networkTo({
    ...{ fetch, faults, late, crash: ends, isDead: () => hasCrashed },
    type: typeNow,
    failDisk: (table) => {
      device.fails = table;
      arm();
    },
    loseConnection: () => {
      ends();
      workspace.db.close();
    },
    meets: (fault) => {
      met[fault] += 1;
    },
    ...(device.isOld ? { reads: asOlderReads } : {}),
  });
  const end = await syncDevice({ ...device, token }, net).catch((cause: unknown) => {
    if (cause instanceof StorageError || hasCrashed) return 'diskFailed' as const;
    throw cause;
  });
  const isDone = end !== 'diskFailed' && end.outcome === 'done';
  for (const mend of mends) mend();
  // As the app does after each cycle: whom the directory names is put on the lists.
  if (isDone && !hasCrashed) {
    await takeDirectory(workspace, end.me).catch((cause: unknown) => {
      if (!hasCrashed) throw cause;
    });
  }
  live();
  if (hasCrashed) {
    met.kill += kill === undefined ? 0 : 1;
    await crash(device);
    await expectAllTyped(world, [device]);
    if (isWatched) await expectSound(world, device);
  }
  met[isDone ? 'cyclesDone' : 'cyclesCut'] += 1;
  if (isDone) met.removedByScope += end.removed;
  if (device.isOld && (await metaText(device.workspace, UNREAD)) !== undefined) met.unread += 1;
  return end;
}
