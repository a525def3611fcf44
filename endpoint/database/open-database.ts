import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Tables } from './tables.ts';

const overPool = (pool: PostgresPool) =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** The embedded engine, open already. */
export async function overPGlite(pglite: PGlite): Promise<Kysely<Tables>> {
  const { pglitePool } = await import('./pglite-pool.ts');
  return overPool(pglitePool(pglite));
}

/** Records in a folder of this machine, readable by whoever can read the folder. */
export async function openEmbedded(folder: string): Promise<Kysely<Tables>> {
  const { PGlite } = await import('@electric-sql/pglite');
  return overPGlite(await PGlite.create(folder));
}

/** A server that does not answer is said to the device within seconds: it goes on by itself later. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 15_000;

export async function openServer(url: string, onLost: (cause: Error) => void) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
  });
  // Without listeners a server that restarts would end this process: the pool's hears of connections
  // that wait, each one's own of those in use.
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return overPool(pool);
}
