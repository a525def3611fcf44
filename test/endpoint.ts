import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { headerNames } from '#sync/wire/routes.ts';
import { createEndpoint } from '../endpoint/app.ts';
import { startNewEpoch } from '../endpoint/database/meta.ts';
import { migrate } from '../endpoint/database/migrations.ts';
import { openServer } from '../endpoint/database/open-database.ts';
import type { LogLine } from '../endpoint/http/log.ts';
import type { EndpointOptions } from '../endpoint/options.ts';
import { type DirectoryInput, directoryFrom, TEST_ORIGIN, tokenOf } from './directories.ts';
import { newMemoryDatabase } from './memory-database.ts';

type Db = EndpointOptions['db'];

export interface TestEndpointOptions {
  readonly directory: DirectoryInput;
  /** A day, or a moment. */
  readonly today?: string;
  /** A database that is open and migrated already; without one, a new one in memory. */
  readonly db?: Db;
  readonly options?: Partial<EndpointOptions>;
}

const NO_LIMIT = { burst: 1e9, perSecond: 1e9 };
/** Of a beforeAll: on a machine shared with others the embedded engine takes long to start. */
export const SLOW_START_MS = 90_000;
vi.setConfig({ testTimeout: 30_000 }); // for the same reason

/** The real endpoint, in memory: `fetch` is its app, the clock and the directory are the test's. */
export async function startTestEndpoint({ directory, today, db, options }: TestEndpointOptions) {
  const database = db ?? (await newDatabase());
  const log: LogLine[] = [];
  let now = momentOf(today ?? '2026-11-20');
  let current = directoryFrom(directory);
  const started = () =>
    createEndpoint({
      db: database,
      directory: () => current,
      now: () => now,
      origins: [TEST_ORIGIN],
      log: (line) => log.push(line),
      rate: NO_LIMIT,
      ...options,
    });
  let app = started();
  return {
    /** As the browser's: an address, or a request. */
    fetch: async (input: string | URL | Request, init?: RequestInit) =>
      app.fetch(input instanceof Request ? input : new Request(new URL(input, TEST_ORIGIN), init)),
    setDirectory: (next: DirectoryInput) => {
      current = directoryFrom(next);
    },
    setToday: (day: string) => {
      now = momentOf(day);
    },
    db: database,
    log,
    /** Another process in front of the same database. */
    restart: () => {
      app = started();
    },
    /** Removes all records; the epoch stays. */
    empty: () => emptyDatabase(database),
    /** All that is stored, to be put back by `restore`: under a new epoch, as after a restored copy. */
    keep: () => keepDatabase(database),
    restore: async (kept: Kept) => {
      await restoreDatabase(database, kept);
      return startNewEpoch(database);
    },
    close: () => database.destroy(),
  };
}
export type TestEndpoint = Awaited<ReturnType<typeof startTestEndpoint>>;

export const headersOf = (person: string): Record<string, string> => ({
  Authorization: `Bearer ${tokenOf(person)}`,
  'Content-Type': 'application/json',
  [headerNames.protocol]: '1',
  [headerNames.client]: randomUUID(),
  [headerNames.schema]: '1',
});

let newServerDatabase: (() => string) | undefined;

/** From here on in this file, new databases are a server's and no longer in memory. */
export function databasesAt(newUrl: () => string): void {
  newServerDatabase = newUrl;
}

async function newDatabase(): Promise<Db> {
  if (!newServerDatabase) return newMemoryDatabase();
  const db = await openServer(newServerDatabase(), () => undefined);
  await migrate(db, '2026-11-20T09:00:00.000Z');
  return db;
}

const momentOf = (day: string) => (day.includes('T') ? day : `${day}T12:00:00.000Z`);

const tables = ['record', 'record_version', 'mutation_log', 'feed'] as const;
type Kept = { readonly [T in (typeof tables)[number]]: readonly object[] };

export async function emptyDatabase(db: Db): Promise<void> {
  await sql`truncate record, record_version, mutation_log`.execute(db);
  await db.updateTable('feed').set({ seq: 0 }).execute();
}

async function keepDatabase(db: Db): Promise<Kept> {
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return Object.fromEntries(tables.map((table, i) => [table, rows[i] ?? []])) as unknown as Kept; // one for each
}

async function restoreDatabase(db: Db, kept: Kept): Promise<void> {
  await sql`truncate record, record_version, mutation_log, feed`.execute(db);
  for (const table of tables) {
    for (const row of kept[table]) {
      const { n: _, ...columns } = row as Record<string, unknown>; // numbered anew, in the same order
      await db
        .insertInto(table)
        .values(columns as never)
        .execute(); // read from this very table
    }
  }
}
