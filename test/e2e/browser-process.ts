import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { args, executablePath, launchOptions } from './browser.ts';

/**
 * A Chromium of its own on a profile folder that outlives it, in a process group of its own: what
 * Playwright launches itself has no process to kill. It is closed as a person does it, or killed whole.
 */
export interface BrowserProcess {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends by itself and writes what it still has to write. */
  close(): Promise<void>;
  /** SIGKILL to every process of it; answers once none is left. Nothing where it has ended already. */
  kill(): Promise<void>;
}

export const newProfile = () => mkdtemp(join(tmpdir(), 'footprint-profile-'));

export const removeProfile = (profile: string) => rm(profile, { recursive: true, force: true });

const PORT_FILE = 'DevToolsActivePort';
const START_MS = 20_000;

export async function startBrowser(profile: string): Promise<BrowserProcess> {
  await rm(join(profile, PORT_FILE), { force: true }); // the one of a killed run would be believed
  const child = spawn(
    executablePath ?? chromium.executablePath(),
    [
      '--headless',
      ...(launchOptions.chromiumSandbox ? [] : ['--no-sandbox']),
      ...args,
      '--lang=en-GB',
      '--window-size=1366,768',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore', env: { ...process.env, TZ: 'Europe/London' } },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async () => {
    await ended;
    while (await groupLives(child)) await pause(5);
  };
  const kill = async () => {
    signalGroup(child, 'SIGKILL');
    await end();
  };
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(profile, child));
    // What it said before it ended has been heard when this comes.
    const silent = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
    const context = browser.contexts()[0];
    const page = context?.pages()[0];
    if (!context || !page) throw new Error('Chromium started without a page');
    return {
      context,
      page,
      async kill() {
        await kill();
        await silent;
      },
      async close() {
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => {}); // it may be gone before it answers
        await end();
        await silent;
      },
    };
  } catch (cause) {
    await kill();
    throw cause;
  }
}

async function debuggingAddress(profile: string, child: ChildProcess): Promise<string> {
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt && child.exitCode === null && child.pid !== undefined) {
    const said = await readFile(join(profile, PORT_FILE), 'utf8').catch(() => '');
    const [port, path] = said.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await pause(10);
  }
  throw new Error(`Chromium did not start (exit code ${child.exitCode})`);
}

/** False where the group has no process any more. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false; // ESRCH: it has ended
  }
}

/** A killed process that nobody has waited for (Z) still has its number, and does nothing any more. */
async function groupLives(child: ChildProcess): Promise<boolean> {
  if (!signalGroup(child, 0)) return false;
  if (!existsSync('/proc/self/stat')) return true;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  return stats.some((stat) => {
    // After the name in brackets: state, parent, group.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === String(child.pid) && state !== 'Z';
  });
}
