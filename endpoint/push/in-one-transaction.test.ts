import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { routes } from '#sync/wire/routes.ts';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../../test/endpoint.ts';
import { bodies, everythingFor, pushed, pushRequest, put, sent } from '../../test/pushes.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({
    directory: { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] },
  });
}, SLOW_START_MS);
afterAll(() => endpoint.close());
afterEach(async () => {
  await sql`drop trigger if exists fails on record_version`.execute(endpoint.db);
  await endpoint.empty();
});

/** The database fails, with this code, where a text says POISON. */
async function failWith(code: string): Promise<void> {
  await sql
    .raw(`create or replace function fails() returns trigger language plpgsql as $$ begin
    if new.payload like '%POISON%' then raise exception 'no' using errcode = '${code}'; end if;
    return new; end $$`)
    .execute(endpoint.db);
  await sql`create trigger fails before insert on record_version for each row execute function fails()`.execute(
    endpoint.db,
  );
}
const note = (text: string) => put('notes', bodies.note('sue', 'ama', { text }));

it('[SRV3, SRV8] a text that the database cannot hold leaves out that one, and may come again', async () => {
  await failWith('22021');
  const [one, bad, two] = [note('one'), note('POISON'), note('two')];
  expect(await pushed(endpoint, 'sue', one, bad, two)).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', code: 'not_a_record' },
    { status: 'applied' },
  ]);
  const records = await everythingFor(endpoint, 'sue');
  expect([...records.keys()]).toEqual([one.recordId, two.recordId]);
  const counter = await endpoint.db.selectFrom('feed').select('seq').executeTakeFirstOrThrow();
  expect(Number(counter.seq)).toBe(2);
});

it('[SRV3] a failure leaves all of the request undone, its log included', async () => {
  await failWith('57P01');
  const mutations = [note('one'), note('POISON'), note('two')];
  const answer = await sent(endpoint, 'sue', routes.push, pushRequest(mutations));
  expect(answer.status).toBe(503);
  for (const table of ['record', 'record_version', 'mutation_log'] as const)
    expect(await endpoint.db.selectFrom(table).selectAll().execute()).toEqual([]);
  await sql`drop trigger fails on record_version`.execute(endpoint.db);
  const results = await pushed(endpoint, 'sue', ...mutations);
  expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
});

it('[SRV3] two requests that stand in each other’s way are both done', async () => {
  await sql`create sequence if not exists tries`.execute(endpoint.db);
  await sql`alter sequence tries restart`.execute(endpoint.db);
  await sql
    .raw(`create or replace function fails() returns trigger language plpgsql as $$ begin
    if nextval('tries') < 3 then raise exception 'no' using errcode = '40P01'; end if;
    return new; end $$`)
    .execute(endpoint.db);
  await sql`create trigger fails before insert on record_version for each row execute function fails()`.execute(
    endpoint.db,
  );
  expect(await pushed(endpoint, 'sue', note('one'))).toMatchObject([{ status: 'applied', rev: 1 }]);
});
