import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import { routes } from '#sync/wire/routes.ts';
import {
  headersOf,
  SLOW_START_MS,
  startTestEndpoint,
  type TestEndpoint,
} from '../test/endpoint.ts';
import { bodies, pushRequest, put, removal } from '../test/pushes.ts';

const published = JSON.parse(
  readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8'),
);

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({
    directory: {
      staff: ['sue', 'ama'],
      children: ['C1'],
      supervises: [['sue', 'ama']],
      allocations: [['C1', 'ama']],
    },
  });
}, SLOW_START_MS);
afterAll(() => endpoint.close());

it('[SRV23] the published file is what the schemas say', async () => {
  const answered = await endpoint.fetch('/openapi.json');
  const text = `${JSON.stringify(await answered.json(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../docs/openapi.json');
});

describe('every answer fits the published file', () => {
  /** The shape that the file gives for this operation and status, and whether the answer has it. */
  async function fits(
    method: 'get' | 'post',
    path: string,
    pattern: string,
    init: RequestInit = {},
  ) {
    const answer = await endpoint.fetch(path, {
      headers: headersOf('sue'),
      method: method.toUpperCase(),
      ...init,
    });
    const { responses } = published.paths[pattern][method];
    const shape = responses[answer.status]?.content['application/json'].schema.$ref;
    expect(shape, `${method} ${path} may answer ${answer.status}`).toBeTruthy();
    const name = String(shape).split('/').at(-1) ?? '';
    const fitting = fromJSONSchema(published.components.schemas[name]);
    expect(fitting.safeParse(await answer.json()).error?.issues ?? []).toEqual([]);
    return [answer.status, name];
  }
  const post = (body: unknown): RequestInit => ({
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  it('[SRV23] a push with each of its results', async () => {
    const a = put('notes', bodies.note('sue', 'ama'));
    const { recordId } = a;
    const stale = put('notes', bodies.note('sue', 'ama', { text: 'x' }), { recordId });
    const later = put('notes', bodies.note('sue', 'ama', { text: 'y' }), { recordId, baseRev: 1 });
    const mutations = [
      a,
      a,
      { ...put('notes', bodies.note('sue', 'ama')), type: 'poems' },
      stale,
      later,
      removal('notes', recordId, 9),
    ];
    const push = (body: unknown) => fits('post', routes.push, routes.push, post(body));
    expect(await push(pushRequest(mutations))).toEqual([200, 'PushAnswer']);
    expect(await push('{')).toEqual([400, 'ErrorAnswer']);
    expect(await push('x'.repeat(2_000_000))).toEqual([413, 'ErrorAnswer']);
  });

  it('[SRV23] the others, answered and refused', async () => {
    const a = put('notes', bodies.note('sue', 'ama'));
    await endpoint.fetch(routes.push, {
      method: 'POST',
      headers: headersOf('sue'),
      ...post(pushRequest([a])),
    });
    const [record, versions] = [routes.record('{id}'), routes.versions('{id}')];
    const get = { protocol: 1, recordIds: [a.recordId] };
    expect([
      await fits('get', routes.changes, routes.changes),
      await fits('get', `${routes.changes}?cursor=x`, routes.changes),
      await fits('get', `${routes.changes}?limit=0`, routes.changes),
      await fits('get', routes.heads, routes.heads),
      await fits('post', routes.getRecords, routes.getRecords, post(get)),
      await fits('post', routes.getRecords, routes.getRecords, post({})),
      await fits('get', routes.record(a.recordId), record),
      await fits('get', routes.record('nothing'), record),
      await fits('get', routes.versions(a.recordId), versions),
      await fits('get', routes.me, routes.me),
      await fits('get', routes.me, routes.me, { headers: {} }),
      await fits('get', routes.me, routes.me, { headers: { 'X-Protocol': '1' } }),
      await fits('get', routes.health, routes.health),
    ]).toEqual([
      [200, 'ChangesAnswer'],
      [410, 'ErrorAnswer'],
      [400, 'ErrorAnswer'],
      [200, 'HeadsAnswer'],
      [200, 'GetAnswer'],
      [400, 'ErrorAnswer'],
      [200, 'RecordAnswer'],
      [404, 'ErrorAnswer'],
      [200, 'VersionsAnswer'],
      [200, 'MeAnswer'],
      [426, 'ErrorAnswer'],
      [401, 'ErrorAnswer'],
      [200, 'HealthAnswer'],
    ]);
  });
});
