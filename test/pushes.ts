import { createHash, randomUUID } from 'node:crypto';
import type { CollectionName } from '#domain/collections.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { ChangesAnswer, GetAnswer, HeadsAnswer, VersionsAnswer } from '#sync/wire/changes.ts';
import type { WireRecord } from '#sync/wire/common.ts';
import type { Mutation, PushAnswer, Result } from '#sync/wire/push.ts';
import { routes } from '#sync/wire/routes.ts';
import { headersOf, type TestEndpoint } from './endpoint.ts';

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

type Body = Readonly<Record<string, unknown>>;
type Over = Partial<Mutation>;

/** A change of a record, with the hash of its text. A new record where no `baseRev` is given. */
export function put(type: CollectionName, body: Body, over: Over = {}): Mutation {
  const recordId = over.recordId ?? String(body.id ?? randomUUID());
  const parsed = recordSchemas[type].parse({ ...body, id: recordId });
  const payload = over.payload ?? JSON.stringify(parsed);
  return {
    mutationId: randomUUID(),
    recordId,
    type,
    op: 'put',
    baseRev: null,
    payload,
    payloadSchema: 1,
    payloadHash: sha256Of(payload),
    clientTime: '2026-11-20T10:00:00.000Z',
    ...over,
  };
}

export const removal = (type: CollectionName, recordId: string, baseRev: number): Mutation => ({
  mutationId: randomUUID(),
  recordId,
  type,
  op: 'delete',
  baseRev,
  payload: null,
  payloadSchema: 1,
  payloadHash: null,
  clientTime: '2026-11-20T10:00:00.000Z',
});

type Fetches = Pick<TestEndpoint, 'fetch'>;

/** An answer as it came, whatever its status. */
export async function asked<T = Record<string, unknown>>(
  endpoint: Fetches,
  person: string,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: T; headers: Headers }> {
  const headers = { ...headersOf(person), ...(init.headers as Record<string, string> | undefined) };
  const answer = await endpoint.fetch(path, { ...init, headers });
  return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
}

export const sent = (endpoint: Fetches, person: string, path: string, body: unknown) =>
  asked<PushAnswer & GetAnswer>(endpoint, person, path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export const pushRequest = (mutations: readonly Mutation[]) => ({
  protocol: 1,
  clientId: '00000000-0000-4000-8000-000000000001',
  schema: 1,
  mutations,
});

/** The results of a push that was answered. */
export async function pushed(
  endpoint: Fetches,
  person: string,
  ...mutations: readonly Mutation[]
): Promise<readonly Result[]> {
  const { status, body } = await sent(endpoint, person, routes.push, pushRequest(mutations));
  if (status !== 200) throw new Error(`push: ${status} ${JSON.stringify(body)}`);
  return body.results;
}

export const statuses = (results: readonly Result[]) => results.map(({ status }) => status);

export const changesOf = (endpoint: Fetches, person: string, cursor?: string, limit = 200) => {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
  return asked<ChangesAnswer>(endpoint, person, `${routes.changes}?${query}`);
};

/** All pages from the start, each record as it was last said. */
export async function everythingFor(endpoint: Fetches, person: string, limit = 200) {
  const records = new Map<string, WireRecord>();
  let cursor: string | undefined;
  for (let hasMore = true; hasMore; ) {
    const { body } = await changesOf(endpoint, person, cursor, limit);
    for (const record of body.changes) records.set(record.recordId, record);
    ({ nextCursor: cursor, hasMore } = body);
  }
  return records;
}

export const headsOf = (endpoint: Fetches, person: string) =>
  asked<HeadsAnswer>(endpoint, person, routes.heads);

export const versionsOf = (endpoint: Fetches, person: string, id: string) =>
  asked<VersionsAnswer>(endpoint, person, routes.versions(id));

const at = '2026-11-20T09:00:00.000Z';

/** Bodies of the kinds that the tests push, each by `author`. */
export const bodies = {
  note: (author: string, superviseeRef: string, over: Body = {}): Body => ({
    ...{ sessionId: 's1', superviseeRef, text: 'As discussed', createdAt: at, createdBy: author },
    ...over,
  }),
  session: (author: string, superviseeRef: string, over: Body = {}): Body => ({
    ...{
      superviseeRef,
      supervisorRef: author,
      status: 'planned',
      createdAt: at,
      createdBy: author,
    },
    ...over,
  }),
  discussion: (author: string, children: readonly string[], over: Body = {}): Body => ({
    sessionId: 's1',
    children: children.map((childRef) => ({ id: childRef, childRef })),
    createdAt: at,
    createdBy: author,
    ...over,
  }),
  action: (author: string, childRef: string, over: Body = {}): Body => ({
    ...{ childRef, sessionId: 's1', discussionId: 'd1', what: 'Ring the school' },
    ...{ createdAt: at, createdBy: author },
    ...over,
  }),
  preparation: (author: string, over: Body = {}): Body => ({
    ...{ superviseeRef: author, supervisorRef: 'sup', createdAt: at, createdBy: author },
    ...over,
  }),
} as const;
