import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type TakenFolder =
  | { readonly outcome: 'taken'; readonly release: () => Promise<void> }
  | { readonly outcome: 'inUse' };

const NAME = 'endpoint.lock';
/** The holder says that it is alive; on another machine or in another container nothing else can tell. */
const BEAT_MS = 5_000;
const SILENT_MS = 4 * BEAT_MS;
/** Longer than two that start together need to see each other's line. */
const SETTLE_MS = 150;

/**
 * SRV20: one process a folder. The embedded engine does not lock it: a second one would open it, see
 * other data and write over the first. What a dead process left is taken over.
 */
export async function takeDataFolder(folder: string): Promise<TakenFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAME);
  const ours = `${process.pid} ${hostname()}`;
  for (;;) {
    if (await isMade(path, ours)) return held(path);
    const theirs = await readFile(path, 'utf8').catch(() => '');
    if (await isAlive(path, theirs)) return { outcome: 'inUse' };
    await rm(path, { force: true });
    if (!(await isMade(path, ours))) continue;
    // Two may have found the same dead line: the one that wrote last has the folder.
    await wait(SETTLE_MS);
    if ((await readFile(path, 'utf8').catch(() => '')) === ours) return held(path);
  }
}

/** Made or refused in one step: two that start together cannot both make it. */
async function isMade(path: string, line: string): Promise<boolean> {
  try {
    await writeFile(path, line, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

function held(path: string): TakenFolder {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => clearInterval(beat)); // the folder is gone: nothing to hold
  }, BEAT_MS);
  beat.unref();
  return {
    outcome: 'taken',
    release: async () => {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

async function isAlive(path: string, line: string): Promise<boolean> {
  const [pid = '', host = ''] = line.split(' ');
  if (host === hostname()) return isRunning(Number(pid));
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < SILENT_MS;
}

/** This very process's number is an old one's: numbers are given again after a restart. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0); // asks, and sends nothing
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's, and alive
  }
}
