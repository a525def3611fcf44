import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * PGlite is one connection. Who asks while it is in use waits in turn: a second transaction would
 * otherwise land inside the first.
 */
export function pglitePool(pglite: PGlite): PostgresPool {
  const waiting: ((client: PostgresPoolClient) => void)[] = [];
  let isInUse = false;

  async function query<R>(text: string, parameters: readonly unknown[]) {
    const { rows, affectedRows } = await pglite.query<R>(text, [...parameters]);
    const command = text.trimStart().split(/\s/, 1)[0]?.toUpperCase();
    // Kysely looks at the command only to know whether rows were changed.
    return { rows, rowCount: affectedRows ?? rows.length, command } as PostgresQueryResult<R>;
  }
  const client = {
    query,
    release() {
      const next = waiting.shift();
      if (next) next(client);
      else isInUse = false;
    },
  } as PostgresPoolClient; // its other signature is of cursors, which nothing here uses

  return {
    connect() {
      if (isInUse) return new Promise((resolve) => waiting.push(resolve));
      isInUse = true;
      return Promise.resolve(client);
    },
    end: () => pglite.close(),
  };
}
