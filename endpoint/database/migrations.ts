import { randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** SQL of PostgreSQL 15, which the embedded engine runs too. A version is never changed once it was released. */
const versions: readonly (readonly string[])[] = [
  [
    'create table meta (key text primary key, value text not null)',
    'create table feed (id integer primary key check (id = 1), seq bigint not null)',
    'insert into feed (id, seq) values (1, 0)',
    `create table record (
      id text primary key,
      type text not null, file text not null, supervisee_ref text not null, child_refs text not null,
      state text not null, author_ref text not null, held boolean not null,
      rev integer not null, seq bigint unique, deleted boolean not null,
      payload text, payload_hash text, payload_schema integer not null, payload_bytes integer not null,
      mutation_id text not null, changed_at text not null)`,
    `create table record_version (
      n bigint generated always as identity primary key, record_id text not null,
      type text not null, file text not null, supervisee_ref text not null, child_refs text not null,
      state text not null, author_ref text not null, held boolean not null,
      rev integer, base_rev integer, deleted boolean not null,
      payload text, payload_hash text, payload_schema integer not null,
      mutation_id text not null, by_ref text not null,
      client_id text not null, client_time text not null, at text not null)`,
    'create index record_version_of on record_version (record_id, n)',
    `create table mutation_log (
      person_ref text not null, mutation_id text not null, record_id text not null, op text not null,
      payload_hash text, result text, at text not null,
      primary key (person_ref, mutation_id))`,
  ],
];

const TRIES = 5;

/** Brings the database to the newest version. Two processes that start together do it once. */
export async function migrate(db: Kysely<Tables>, now: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.transaction().execute((trx) => migrateIn(trx, now));
    } catch (cause) {
      // "create table if not exists" is not safe against itself: the second process comes again.
      if (!isTakenByAnother(cause) || tried === TRIES) throw cause;
    }
  }
}

async function migrateIn(trx: Kysely<Tables>, at: string): Promise<void> {
  await sql`create table if not exists migration (version integer primary key, at text not null)`.execute(
    trx,
  );
  for (const [i, statements] of versions.entries()) {
    const row = { version: i + 1, at };
    // Waits here for another process that is doing the same, and then finds that it is done.
    const mine = await trx
      .insertInto('migration')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    if (mine === undefined) continue;
    for (const statement of statements) await sql.raw(statement).execute(trx);
  }
  await trx
    .insertInto('meta')
    .values([
      { key: 'epoch', value: randomUUID() },
      { key: 'mac_key', value: randomBytes(32).toString('base64url') },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const UNIQUE_VIOLATION = '23505';
const DUPLICATE_TABLE = '42P07';

function isTakenByAnother(cause: unknown): boolean {
  const code = (cause as { readonly code?: unknown } | null)?.code; // drivers put SQLSTATE there
  return code === UNIQUE_VIOLATION || code === DUPLICATE_TABLE;
}
