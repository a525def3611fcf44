import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import { headerNames, routes } from '#sync/wire/routes.ts';
import {
  headersOf,
  SLOW_START_MS,
  startTestEndpoint,
  type TestEndpoint,
} from '../../test/endpoint.ts';
import {
  asked,
  bodies,
  everythingFor,
  headsOf,
  pushed,
  put,
  removal,
  sent,
} from '../../test/pushes.ts';

const directory = {
  staff: ['sue', 'ama', 'former', 'manager', 'peer'],
  children: ['C1'],
  supervises: [
    ['sue', 'ama', '2026-06-01', null],
    ['former', 'ama', '2025-01-01', '2026-05-31'],
    ['manager', 'sue'],
  ],
  allocations: [['C1', 'ama']],
} as const;
const roles = directory.staff;
const unknown = '00000000-0000-4000-8000-00000000dead';

const records = {
  'her draft note': put('notes', bodies.note('sue', 'ama')),
  'a finished note': put(
    'notes',
    bodies.note('sue', 'ama', { finalisedAt: '2026-11-20T11:00:00Z' }),
  ),
  'a preparation': put('preparations', bodies.preparation('ama')),
  'an action of a child': put('childActions', bodies.action('sue', 'C1')),
};
const names = Object.keys(records) as (keyof typeof records)[]; // of the literal above
/** Who reads which of them; written by hand. */
const readers: Record<keyof typeof records, readonly string[]> = {
  'her draft note': ['sue'],
  'a finished note': ['sue', 'ama'],
  'a preparation': ['ama'],
  'an action of a child': ['sue', 'ama'],
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory });
  const { 'a preparation': preparation, ...hers } = records;
  await pushed(endpoint, 'sue', ...Object.values(hers));
  await pushed(endpoint, 'ama', preparation);
}, SLOW_START_MS);
afterAll(() => endpoint.close());

const cases = roles.flatMap((role) => names.map((name) => [role, name] as const));

/** What differs from answer to answer, and tells nothing. */
const plain = (body: object) =>
  JSON.stringify(body).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');

describe.each(cases)('%s and %s', (role, name) => {
  const { recordId } = records[name];
  const type = records[name].type as CollectionName; // of the literals above
  const isReader = readers[name].includes(role);

  it('[ACL18] one record, and its versions', async () => {
    for (const path of [routes.record, routes.versions]) {
      const [found, missing] = [
        await asked(endpoint, role, path(recordId)),
        await asked(endpoint, role, path(unknown)),
      ];
      expect(missing.status).toBe(404);
      if (isReader) expect(found.status).toBe(200);
      else expect([found.status, plain(found.body)]).toEqual([404, plain(missing.body)]);
    }
  });

  it('[ACL18] by ids, heads, and the feed', async () => {
    const recordIds = [recordId, unknown];
    const got = await sent(endpoint, role, routes.getRecords, { protocol: 1, recordIds });
    const ids = isReader ? [recordId] : [];
    expect(got.body.records.map((record) => record.recordId)).toEqual(ids);
    const { heads } = (await headsOf(endpoint, role)).body;
    expect(heads.some((head) => head.recordId === recordId)).toBe(isReader);
    expect((await everythingFor(endpoint, role)).has(recordId)).toBe(isReader);
  });

  it('[ACL18] a change or a removal of it', async () => {
    if (records[name].payload?.includes(`"createdBy":"${role}"`)) return; // their own
    const body = JSON.parse(records[name].payload ?? '{}') as Record<string, unknown>;
    const change = (id: string) => put(type, { ...body, id, createdBy: role }, { baseRev: 1 });
    const answers = await Promise.all(
      [
        change(recordId),
        change(unknown),
        removal(type, recordId, 1),
        removal(type, unknown, 1),
      ].map((mutation) => pushed(endpoint, role, mutation)),
    );
    for (const [result] of answers)
      expect(result).toMatchObject({ status: 'rejected', code: 'not_yours' });
    const [a = [], b = [], c = [], d = []] = answers;
    expect([plain(a), plain(c)]).toEqual([plain(b), plain(d)]);
  });
});

describe('who is signed in', () => {
  const paths = [
    ['POST', routes.push],
    ['GET', routes.changes],
    ['GET', routes.heads],
    ['POST', routes.getRecords],
    ['GET', routes.record(unknown)],
    ['GET', routes.versions(unknown)],
    ['GET', routes.me],
  ] as const;

  it.each(paths)(
    '[ACL20] %s %s without a token, with a wrong one, and with another scheme',
    async (method, path) => {
      const body = method === 'POST' ? { body: '{}' } : {};
      const { Authorization: _, ...without } = headersOf('sue');
      for (const headers of [
        without,
        { ...without, Authorization: 'Bearer nobody' },
        { ...without, Authorization: 'Bearer ' },
        { ...without, Authorization: 'Basic c3VlOnN1ZQ==' },
        { ...without, Cookie: 'token=token-of-sue' },
      ]) {
        const answer = await endpoint.fetch(path, { method, headers, ...body });
        expect(answer.status).toBe(401);
        expect(await answer.json()).toMatchObject({ protocol: 1, error: { code: 'signed_out' } });
      }
    },
  );

  it('[ACL20] a token counts until and on its last day', async () => {
    endpoint.setDirectory({ ...directory, tokensExpireOn: '2026-11-20' });
    expect((await asked(endpoint, 'sue', routes.me)).status).toBe(200);
    endpoint.setToday('2026-11-21');
    expect((await asked(endpoint, 'sue', routes.me)).status).toBe(401);
    endpoint.setDirectory(directory);
    endpoint.setToday('2026-11-20');
  });

  it('[ACL20] nothing that a device says of itself makes it somebody else', async () => {
    const headers = {
      [headerNames.client]: randomUUID(),
      'X-Person': 'sue',
      'X-Forwarded-User': 'sue',
    };
    const me = await asked<{ person: { id: string } }>(endpoint, 'peer', routes.me, { headers });
    expect(me.body.person.id).toBe('peer');
  });

  it('[ACL18] "me" tells of today’s relations and of nobody else', async () => {
    const of = async (person: string) => {
      const { body } = await asked<Record<string, never[]>>(endpoint, person, routes.me);
      const ids = (key: string, field: string) => (body[key] ?? []).map((one) => one[field]);
      return [ids('staff', 'id'), ids('supervises', 'superviseeId'), ids('children', 'ref')];
    };
    expect(await of('sue')).toEqual([['sue', 'ama', 'manager'], ['ama', 'sue'], ['C1']]);
    expect(await of('ama')).toEqual([['sue', 'ama'], ['ama'], ['C1']]);
    expect(await of('former')).toEqual([['former'], [], []]);
    expect(await of('manager')).toEqual([['sue', 'manager'], ['sue'], []]);
    expect(await of('peer')).toEqual([['peer'], [], []]);
  });
});
