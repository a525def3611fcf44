import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '#sync/wire/limits.ts';
import { headerNames, routes } from '#sync/wire/routes.ts';
import { TEST_ORIGIN } from '../../test/directories.ts';
import {
  headersOf,
  SLOW_START_MS,
  startTestEndpoint,
  type TestEndpoint,
} from '../../test/endpoint.ts';
import {
  asked,
  bodies,
  changesOf,
  everythingFor,
  pushed,
  pushRequest,
  put,
  sent,
} from '../../test/pushes.ts';

const directory = { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] } as const;
let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory });
}, SLOW_START_MS);
afterAll(() => endpoint.close());
beforeEach(() => endpoint.empty());

const note = (over = {}) => put('notes', bodies.note('sue', 'ama', over));
const codeIn = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error: { code: string } }).error.code,
];

describe('what is asked', () => {
  it('[SRV15] what is not a request of the contract is refused as a whole', async () => {
    const good = pushRequest([note()]);
    const { payloadHash: _, ...withoutHash } = note();
    for (const body of [
      'not json',
      '[]',
      { ...good, protocol: 2 },
      { ...good, mutations: [] },
      { ...good, mutations: Array.from({ length: 101 }, () => note()) },
      { ...good, mutations: [{ ...note(), mutationId: 'x' }] },
      { ...good, mutations: [withoutHash] },
      { ...good, mutations: [note(), { ...note(), op: 'burn' }] },
    ])
      expect(codeIn(await sent(endpoint, 'sue', routes.push, body))).toEqual([400, 'malformed']);
    expect((await everythingFor(endpoint, 'sue')).size).toBe(0);
  });

  it('[SRV15] fields of a newer app are no fault', async () => {
    const body = { ...pushRequest([{ ...note(), later: 1 } as never]), later: 2 };
    expect((await sent(endpoint, 'sue', routes.push, body)).status).toBe(200);
  });

  it.each(['0', '501', '-1', '1.5', 'all', ''])('[SRV10] a page of "%s"', async (limit) => {
    const answer = await asked(endpoint, 'sue', `${routes.changes}?limit=${limit}`);
    expect(codeIn(answer)).toEqual([400, 'malformed']);
  });

  it('[SRV15] more than 1 MB, whatever the header says of it', async () => {
    const large = JSON.stringify(pushRequest([note({ text: 'x'.repeat(MAX_BODY_BYTES) })]));
    expect(codeIn(await sent(endpoint, 'sue', routes.push, large))).toEqual([413, 'too_large']);

    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 65_536;
        if (given > 100 * MAX_BODY_BYTES) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(120));
      },
    });
    const headers = { ...headersOf('sue'), 'Content-Length': '10' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await endpoint.fetch(routes.push, init);
    expect(answer.status).toBe(413);
    expect(given).toBeLessThan(2 * MAX_BODY_BYTES); // the rest was not waited for
  });

  it.each([undefined, '0', '2', '1.0'])('[SRV15] the contract %s is not ours', async (version) => {
    const { [headerNames.protocol]: _, ...without } = headersOf('sue');
    const headers =
      version === undefined ? without : { ...without, [headerNames.protocol]: version };
    const answer = await endpoint.fetch(routes.me, { headers });
    expect(codeIn({ status: answer.status, body: await answer.json() })).toEqual([
      426,
      'newer_app_needed',
    ]);
  });

  it('[SRV15] an address that there is not', async () => {
    for (const path of ['/', '/v1/nothing', '/v1/records/not-an-id', '/v1/sync/push'])
      expect(codeIn(await asked(endpoint, 'sue', path))).toEqual([404, 'unknown']);
  });
});

describe('the feed', () => {
  it('[SRV10] pages bring each record once, the hidden ones end none of them early', async () => {
    const drafts = Array.from({ length: 12 }, () => note());
    const finals = Array.from({ length: 5 }, (_, i) =>
      note({ finalisedAt: `2026-11-20T11:00:0${i}Z` }),
    );
    for (const [i, draft] of drafts.entries()) {
      const final = finals[i];
      await pushed(endpoint, 'sue', ...(final ? [draft, final] : [draft]));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let hasMore = true; hasMore; ) {
      const { body } = await changesOf(endpoint, 'ama', cursor, 2);
      seen.push(...body.changes.map(({ recordId }) => recordId));
      expect(body.changes.length > 0 || !body.hasMore).toBe(true);
      ({ nextCursor: cursor, hasMore } = body);
    }
    expect(seen).toEqual(finals.map(({ recordId }) => recordId));
  });

  it('[SRV10] one that changes while pages are read comes again at the end', async () => {
    const notes = [note(), note(), note()];
    await pushed(endpoint, 'sue', ...notes);
    const first = await changesOf(endpoint, 'sue', undefined, 2);
    const [a] = notes;
    const edit = put('notes', bodies.note('sue', 'ama', { text: 'meanwhile' }), {
      recordId: a?.recordId ?? '',
      baseRev: 1,
    });
    await pushed(endpoint, 'sue', edit);
    const rest = await changesOf(endpoint, 'sue', first.body.nextCursor, 500);
    expect(rest.body.changes.map(({ recordId, rev }) => [recordId, rev])).toEqual([
      [notes[2]?.recordId, 1],
      [a?.recordId, 2],
    ]);
    expect(rest.body.hasMore).toBe(false);
  });

  it('[SRV10] an answer stays about 1 MB, and brings a large record alone', async () => {
    const large = Array.from({ length: 4 }, () => note({ text: 'x'.repeat(500_000) }));
    for (const each of large) await pushed(endpoint, 'sue', each);
    const sizes: number[] = [];
    let cursor: string | undefined;
    for (let hasMore = true; hasMore; ) {
      const { body } = await changesOf(endpoint, 'sue', cursor);
      sizes.push(body.changes.length);
      ({ nextCursor: cursor, hasMore } = body);
    }
    expect(sizes).toEqual([2, 2]);
    const got = await sent(endpoint, 'sue', routes.getRecords, {
      protocol: 1,
      recordIds: large.map(({ recordId }) => recordId),
    });
    expect(got.body.records).toHaveLength(2);
  });

  it('[SRV11] a cursor that is not ours, not hers, or of another epoch', async () => {
    await pushed(endpoint, 'sue', note());
    const { nextCursor } = (await changesOf(endpoint, 'sue')).body;
    const [text = '', mac = ''] = nextCursor.split('.');
    const inside = JSON.parse(Buffer.from(text, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...inside, seq: 0 })).toString('base64url');
    const resync = [410, 'resync_required'];
    for (const cursor of ['x', text, `${forged}.${mac}`, `${text}.${mac}x`, `.${mac}`])
      expect(codeIn(await changesOf(endpoint, 'sue', cursor))).toEqual(resync);
    expect(codeIn(await changesOf(endpoint, 'ama', nextCursor))).toEqual(resync);
    expect(nextCursor).not.toContain('sue');
    expect(Buffer.from(text, 'base64url').toString()).not.toContain('sue');
  });

  it('[SRV14] restored from a copy: every device compares, and what came after the copy is sent anew', async () => {
    const before = note();
    await pushed(endpoint, 'sue', before);
    const kept = await endpoint.keep();
    const after = note();
    await pushed(endpoint, 'sue', after);
    const { nextCursor, epoch } = (await changesOf(endpoint, 'sue')).body;
    await endpoint.restore(kept);
    const stale = await changesOf(endpoint, 'sue', nextCursor);
    expect(codeIn(stale)).toEqual([410, 'resync_required']);
    expect(stale.body.epoch).not.toBe(epoch);
    expect([...(await everythingFor(endpoint, 'sue')).keys()]).toEqual([before.recordId]);
    expect(await pushed(endpoint, 'sue', after, before)).toMatchObject([
      { status: 'applied', rev: 1 },
      { status: 'duplicate', rev: 1 },
    ]);
  });
});

describe('what stands around an answer', () => {
  it('[SRV16] an exact address, and nothing for any other', async () => {
    const preflight = (origin: string) =>
      endpoint.fetch(routes.push, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization',
        },
      });
    const ours = await preflight(TEST_ORIGIN);
    expect(ours.headers.get('Access-Control-Allow-Origin')).toBe(TEST_ORIGIN);
    expect(ours.headers.get('Access-Control-Allow-Headers')).toMatch(
      /Authorization.*X-Client-Id.*X-Protocol/,
    );
    for (const origin of [
      'http://127.0.0.1:4392',
      'https://127.0.0.1:4391',
      'http://127.0.0.1:4391.evil.example',
      'null',
    ]) {
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    const answer = await asked(endpoint, 'sue', routes.me, { headers: { Origin: TEST_ORIGIN } });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(TEST_ORIGIN);
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Vary')).toContain('Origin');
  });

  it('[SRV16] nothing is kept on the way, refusals included, and no cookie is set', async () => {
    for (const path of [routes.me, routes.health, routes.heads, '/v1/nothing', '/openapi.json']) {
      const { headers } = await endpoint.fetch(path, { headers: headersOf('sue') });
      expect([headers.get('Cache-Control'), headers.get('Set-Cookie')]).toEqual(['no-store', null]);
    }
  });

  it('[SRV18] the log has what was asked and what came of it, and nothing of a record or a person', async () => {
    const mine = note({ text: 'Amina cried' });
    await pushed(endpoint, 'sue', mine);
    await asked(endpoint, 'sue', routes.record(mine.recordId));
    await changesOf(endpoint, 'sue');
    const lines = endpoint.log.slice(-3);
    expect(
      lines.map(({ method, route, status, mutations, applied, changes }) => [
        method,
        route,
        status,
        mutations ?? changes,
        applied,
      ]),
    ).toEqual([
      ['POST', routes.push, 200, 1, 1],
      ['GET', routes.record(':id'), 200, undefined, undefined],
      ['GET', routes.changes, 200, 1, undefined],
    ]);
    const all = JSON.stringify(endpoint.log);
    for (const word of ['Amina', mine.recordId, mine.mutationId, 'token', '"sue"', '"ama"'])
      expect(all).not.toContain(word);
  });
});

describe('too often, and not at all', () => {
  it('[SRV17] each person has room of their own, which comes back', async () => {
    const limited = await startTestEndpoint({
      directory,
      db: endpoint.db,
      options: { rate: { burst: 3, perSecond: 0.5 } },
    });
    const ask = async (person: string) => (await asked(limited, person, routes.me)).status;
    expect([await ask('sue'), await ask('sue'), await ask('sue')]).toEqual([200, 200, 200]);
    const refused = await asked(limited, 'sue', routes.me);
    expect([...codeIn(refused), refused.headers.get('Retry-After')]).toEqual([
      429,
      'slow_down',
      '2',
    ]);
    expect(await ask('ama')).toBe(200);
    limited.setToday('2026-11-20T12:00:02.000Z');
    expect([await ask('sue'), await ask('sue')]).toEqual([200, 429]);
  });

  it('[SRV22] a database that does not answer is said with when to come again', async () => {
    const broken = await startTestEndpoint({ directory });
    expect((await asked(broken, 'sue', routes.health)).status).toBe(200);
    const { epoch } = (await asked<{ epoch: string }>(broken, 'sue', routes.me)).body;
    await broken.close();
    for (const path of [routes.me, routes.health, routes.changes]) {
      const answer = await asked<{ epoch: string }>(broken, 'sue', path);
      expect([...codeIn(answer), answer.headers.get('Retry-After')]).toEqual([
        503,
        'unavailable',
        '5',
      ]);
      expect(answer.body.epoch).toBe(epoch);
    }
    expect(broken.log.some(({ what }) => what === 'failed')).toBe(true);
  });

  it('[SRV22] what nobody foresaw is 500, so that the change behind it can be found', async () => {
    const odd = await startTestEndpoint({
      directory,
      db: endpoint.db,
      options: {
        directory: () => {
          throw new TypeError('x is not a function');
        },
      },
    });
    const answer = await asked(odd, 'sue', routes.me);
    expect(codeIn(answer)).toEqual([500, 'unavailable']);
    expect(JSON.stringify([answer.body, odd.log])).not.toContain('not a function');
  });
});
