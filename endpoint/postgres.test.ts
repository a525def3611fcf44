import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { directoryFrom } from '../test/directories.ts';
import { databasesAt, startTestEndpoint } from '../test/endpoint.ts';
import { postgresIsHere, startPostgres } from '../test/postgres.ts';
import {
  bodies,
  changesOf,
  everythingFor,
  pushed,
  pushRequest,
  put,
  statuses,
} from '../test/pushes.ts';
import type { Asker } from './asker.ts';
import { readMeta } from './database/meta.ts';
import { migrate } from './database/migrations.ts';
import { openServer } from './database/open-database.ts';
import { relationsOf } from './directory/relations.ts';
import { takeIn } from './push/take-in.ts';

const postgres = postgresIsHere() ? await startPostgres() : undefined;
if (postgres) databasesAt(postgres.newDatabase);
afterAll(() => postgres?.stop());

const directory = { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] } as const;

/** The tests that run on the embedded engine, once more. */
describe.runIf(postgres)('the same on PostgreSQL', () => {
  describe('push', async () => void (await import('./push/push.test.ts')));
  describe('codes', async () => void (await import('./http/codes.test.ts')));
  describe('six cases', async () => void (await import('./access/six-cases.test.ts')));
  describe('routes and roles', async () =>
    void (await import('./access/routes-and-roles.test.ts')));
});

describe.runIf(postgres)('two connections', () => {
  const opened = async () => {
    const url = postgres?.newDatabase() ?? '';
    const db = await openServer(url, () => undefined);
    await migrate(db, '');
    const other = await openServer(url, () => undefined);
    const close = () => Promise.all([db.destroy(), other.destroy()]);
    return { db, other, close, url };
  };

  it('[SRV2] who writes first and commits last holds the other up: no row is lost to a reader', async () => {
    const { db, other, close } = await opened();
    const endpoint = await startTestEndpoint({ directory, db });
    const asker: Asker = {
      person: 'sue',
      relations: relationsOf(directoryFrom(directory)),
      today: toCalendarDate('2026-11-20'),
      now: '2026-11-20T12:00:00Z',
      meta: await readMeta(db),
    };
    const [slow, fast] = [
      put('notes', bodies.note('sue', 'ama')),
      put('notes', bodies.note('sue', 'ama')),
    ];
    const first = await db.startTransaction().execute();
    await takeIn(first, asker, pushRequest([slow]) as never);
    let isDone = false;
    const second = other.transaction().execute(async (trx) => {
      await takeIn(trx, asker, pushRequest([fast]) as never);
      isDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isDone).toBe(false);
    const before = await changesOf(endpoint, 'sue');
    expect(before.body.changes).toEqual([]);
    await first.commit().execute();
    await second;
    const after = await changesOf(endpoint, 'sue', before.body.nextCursor);
    expect(after.body.changes.map(({ recordId }) => recordId)).toEqual([
      slow.recordId,
      fast.recordId,
    ]);
    await close();
  });

  it('[SRV1, SRV2] many at once on two, with a reader all the while: each once, in the order of commits', async () => {
    const { db, other, close } = await opened();
    const [one, two] = [
      await startTestEndpoint({ directory, db }),
      await startTestEndpoint({ directory, db: other }),
    ];
    const mutations = Array.from({ length: 60 }, () => put('notes', bodies.note('sue', 'ama')));
    let isWriting = true;
    const seen: string[] = [];
    const reading = (async () => {
      let cursor: string | undefined;
      for (let hasMore = true; isWriting || hasMore; ) {
        const { body } = await changesOf(one, 'sue', cursor, 7);
        seen.push(...body.changes.map(({ recordId }) => recordId));
        ({ nextCursor: cursor, hasMore } = body);
      }
    })();
    // Each is sent to both at once, as after a lost answer.
    const results = await Promise.all(
      mutations.flatMap((mutation) => [pushed(one, 'sue', mutation), pushed(two, 'sue', mutation)]),
    );
    isWriting = false;
    await reading;
    expect(results.flatMap(statuses).sort()).toEqual([
      ...mutations.map(() => 'applied'),
      ...mutations.map(() => 'duplicate'),
    ]);
    expect([...seen].sort()).toEqual(mutations.map(({ recordId }) => recordId).sort());
    expect((await everythingFor(two, 'sue')).size).toBe(mutations.length);
    await close();
  });

  it('[SRV1] two that create the same records in opposite orders never stand in each other’s way', async () => {
    const { db, other, close, url } = await opened();
    // Slow enough for the two to meet in the middle.
    await sql`create function slow() returns trigger language plpgsql as
      'begin perform pg_sleep(0.01); return new; end'`.execute(db);
    await sql`create trigger slow before insert on record for each row execute function slow()`.execute(
      db,
    );
    const [one, two] = [
      await startTestEndpoint({ directory, db }),
      await startTestEndpoint({ directory, db: other }),
    ];
    for (let round = 0; round < 3; round += 1) {
      const text = (said: string) => bodies.note('sue', 'ama', { text: said });
      const here = Array.from({ length: 8 }, () => put('notes', text('here')));
      const there = here.map(({ recordId }) => put('notes', text('there'), { recordId })).reverse();
      const both = await Promise.all([pushed(one, 'sue', ...here), pushed(two, 'sue', ...there)]);
      const all = both.flatMap(statuses);
      expect(all.filter((status) => status === 'applied')).toHaveLength(8);
      expect(all.filter((status) => status === 'conflict')).toHaveLength(8);
    }
    await close(); // a server process tells what it counted when it ends
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await openServer(url, () => undefined);
    const counted = await sql<{ deadlocks: string }>`select deadlocks from pg_stat_database
      where datname = current_database()`.execute(after);
    expect(Number(counted.rows[0]?.deadlocks)).toBe(0);
    await after.destroy();
  });

  it('[SRV24] two that start at once bring the database up once', async () => {
    const url = postgres?.newDatabase() ?? '';
    const dbs = await Promise.all([1, 2, 3].map(() => openServer(url, () => undefined)));
    await Promise.all(dbs.map((db) => migrate(db, '')));
    const epochs = await Promise.all(dbs.map(async (db) => (await readMeta(db)).epoch));
    expect(new Set(epochs).size).toBe(1);
    await Promise.all(dbs.map((db) => db.destroy()));
  });
});
