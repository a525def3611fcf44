import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { type DirectoryInput, directoryFrom, TEST_ORIGIN } from './directories.ts';
import { freePort } from './postgres.ts';

/** The endpoint as it is run, built beside the packages it needs. Each caller has a folder of its own. */
export async function buildEndpoint(): Promise<string> {
  const outDir = `node_modules/.cache/endpoint-of-${process.pid}`;
  await build({ configFile: 'vite.endpoint.config.ts', logLevel: 'error', build: { outDir } });
  return join(outDir, 'main.js');
}

export interface ProcessSettings {
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
}

/** A process of it; `lines` grows with what it says. */
export function runEndpoint({ main, environment, arguments: given = [] }: ProcessSettings) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [main, ...given], { env: { PATH, ...environment } });
  const lines: string[] = [];
  const take = (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean));
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, lines, ended };
}

/** One that answers, and how to reach it. */
export async function startEndpointProcess(settings: ProcessSettings) {
  const port = await freePort();
  const running = runEndpoint({
    ...settings,
    environment: { ...settings.environment, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(url, running);
  return {
    ...running,
    url,
    fetch: (path: string | URL | Request, init?: RequestInit) =>
      fetch(new URL(String(path), url), init),
    stop: async () => {
      running.child.kill('SIGTERM');
      return running.ended;
    },
    kill: async () => {
      running.child.kill('SIGKILL');
      return running.ended;
    },
  };
}
export type EndpointProcess = Awaited<ReturnType<typeof startEndpointProcess>>;

async function untilAnswers(
  url: string,
  { child, lines }: { child: ChildProcess; lines: string[] },
) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The endpoint ended: ${lines.join('\n')}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A folder with a directory file, and the settings of an endpoint over it but for where its records are. */
export async function endpointFolder(directory: DirectoryInput) {
  const folder = await mkdtemp(join(tmpdir(), 'footprint-endpoint-'));
  const file = join(folder, 'directory.json');
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const write = (next: DirectoryInput) =>
    writeFile(file, JSON.stringify(directoryFrom({ tokensExpireOn: soon, ...next })));
  await write(directory);
  return {
    folder,
    file,
    write,
    environment: { ORIGINS: TEST_ORIGIN, DIRECTORY_FILE: file },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The built endpoint and a folder over it, for a test file; both go with `remove`. */
export async function builtEndpoint(directory: DirectoryInput) {
  const [main, folder] = [await buildEndpoint(), await endpointFolder(directory)];
  const remove = async () => {
    await folder.remove();
    await rm(dirname(main), { recursive: true, force: true });
  };
  return { main, folder, remove };
}
