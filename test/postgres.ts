import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';

/** Said once in each file that needs it: a suite that was left out must not look like one that passed. */
export function postgresIsHere(): boolean {
  const isHere = existsSync(join(BIN, 'postgres')) && serverUser() !== undefined;
  if (!isHere)
    console.warn(
      `\n*** NOT TESTED ON POSTGRESQL: there is no server in ${BIN}. Install postgresql-15 to test it. ***\n`,
    );
  return isHere;
}

/** A real server of its own in a temporary folder, on a free port of this machine. */
export async function startPostgres({ fsync = false }: { readonly fsync?: boolean } = {}) {
  const user = serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'footprint-postgres-'));
  // The server refuses to run as root.
  if (user?.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, stdio: 'ignore', cwd: folder } as const;
  const made = ['-D', data, '-U', 'footprint', '--auth=trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(BIN, 'initdb'), made, as);
  const port = await freePort();
  const settings = [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', `unix_socket_directories=${folder}`, '-c', `fsync=${fsync ? 'on' : 'off'}`],
    ...['-c', `synchronous_commit=${fsync ? 'on' : 'off'}`],
  ];
  const server = spawn(join(BIN, 'postgres'), settings, as);
  const ready = ['-h', '127.0.0.1', '-p', String(port), '-U', 'footprint'];
  for (let tries = 0; !answers(ready); tries += 1) {
    if (tries > 100) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let made_ = 0;
  return {
    /** A new, empty database. */
    newDatabase: () => {
      made_ += 1;
      const name = `test_${made_}`;
      execFileSync(join(BIN, 'createdb'), [...ready, name], { stdio: 'ignore' });
      return `postgresql://footprint@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT'); // fast shutdown: connections are closed
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(ready: readonly string[]): boolean {
  try {
    execFileSync(join(BIN, 'pg_isready'), [...ready, '-q'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not yet
  }
}

/** Who runs the server: "postgres" where this is root, else whoever runs the test. */
function serverUser(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (which: string) => Number(execFileSync('id', [which, 'postgres']).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // no such user
  }
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }; // it listens on a port
      server.close(() => resolve(port));
    });
  });
