import { wake } from './tabs.ts';
import { sync, type World } from './world.ts';

const ROUNDS = 8;

/** Faults stop: every device syncs until none has anything left to send or to fetch. I4 and I16 of the reference. */
export async function comeToRest(world: World): Promise<void> {
  world.met.tooLate += world.late.length;
  for (const late of world.late.splice(0)) await late();
  for (const device of world.devices) {
    device.isOld = false;
    device.fails = undefined;
    await wake(device.workspace);
    // A save that could not be made while it slept is tried by itself: not after all have come to rest.
    await device.workspace.queue.flush();
  }
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
