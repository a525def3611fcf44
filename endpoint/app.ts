import { type Context, Hono } from 'hono';
import { GetRequest } from '#sync/wire/changes.ts';
import { Uuid } from '#sync/wire/common.ts';
import { MAX_PAGE, PROTOCOL } from '#sync/wire/limits.ts';
import { PushRequest } from '#sync/wire/push.ts';
import { routes } from '#sync/wire/routes.ts';
import { reachOf, scopeOf } from './access/scope.ts';
import type { Asker } from './asker.ts';
import { forOrigins, knowsAsker, knowsMeta, logged, notKept } from './http/before.ts';
import { makeFailureAnswer } from './http/failure.ts';
import { readBody } from './http/read-body.ts';
import { Refused } from './http/refusal.ts';
import { meOf } from './me.ts';
import { openApi } from './open-api.ts';
import type { EndpointOptions, Env } from './options.ts';
import { readChanges } from './pull/changes.ts';
import { makeCursor, readCursor } from './pull/cursor.ts';
import { readHeads } from './pull/heads.ts';
import { readRecords, readVersions } from './pull/records.ts';
import { push } from './push/push.ts';

const USUAL_PAGE = 200;

/** The whole endpoint but its settings and its socket: `app.fetch(request)` answers. */
export function createEndpoint(options: EndpointOptions): Hono<Env> {
  const { db } = options;
  const app = new Hono<Env>();
  const { answerFailure, remember } = makeFailureAnswer(options);
  app.onError(answerFailure);
  app.notFound((c) => answerFailure(new Refused('unknown'), c));
  app.use(logged(options.log ?? (() => undefined)), notKept, forOrigins(options.origins));

  app.get('/openapi.json', (c) => c.json(openApi));
  app.use(knowsMeta(options, remember));
  app.get(routes.health, (c) => answer(c, { ok: true }));

  app.use('/v1/*', knowsAsker(options));
  app.post(routes.push, async (c) => {
    const request = await readBody(c.req.raw, PushRequest);
    const results = await push(db, c.get('asker'), request);
    c.set('counts', countsOf(results));
    return answer(c, { serverTime: c.get('asker').now, results });
  });
  app.get(routes.changes, async (c) => {
    const asker = c.get('asker');
    const scope = scopeOfAsker(asker);
    const after = positionIn(c.req.query('cursor'), asker, scope);
    const page = await readChanges(db, asker, { after, limit: limitIn(c.req.query('limit')) });
    const { changes, hasMore, seq, scanned, hasLost } = page;
    // Where they began before that, it may still be on the device: there it is compared away.
    if (hasLost && after > 0) throw new Refused('scope_changed');
    c.set('counts', { changes: changes.length, scanned });
    const nextCursor = makeCursor(asker, scope, seq);
    return answer(c, { serverTime: asker.now, changes, nextCursor, hasMore });
  });
  app.get(routes.heads, async (c) => {
    const asker = c.get('asker');
    const { heads, seq } = await readHeads(db, asker);
    c.set('counts', { heads: heads.length });
    const nextCursor = makeCursor(asker, scopeOfAsker(asker), seq);
    return answer(c, { serverTime: asker.now, heads, nextCursor });
  });
  app.post(routes.getRecords, async (c) => {
    const { recordIds } = await readBody(c.req.raw, GetRequest);
    const records = await readRecords(db, c.get('asker'), recordIds);
    c.set('counts', { asked: recordIds.length, records: records.length });
    return answer(c, { records });
  });
  app.get(routes.record(':id'), async (c) => {
    const [record] = await readRecords(db, c.get('asker'), [idIn(c)]);
    if (record === undefined) throw new Refused('unknown');
    return answer(c, { record });
  });
  app.get(routes.versions(':id'), async (c) => {
    const recordId = idIn(c);
    const versions = await readVersions(db, c.get('asker'), recordId);
    if (versions === undefined) throw new Refused('unknown');
    c.set('counts', { versions: versions.length });
    return answer(c, { recordId, versions });
  });
  app.get(routes.me, (c) => {
    const asker = c.get('asker');
    const me = meOf(asker);
    if (me === undefined) throw new Refused('signed_out');
    return answer(c, { serverTime: asker.now, ...me });
  });
  return app;
}

const answer = (c: Context<Env>, body: object) =>
  c.json({ protocol: PROTOCOL, epoch: c.get('meta').epoch, ...body });

const scopeOfAsker = ({ person, relations, today }: Asker) =>
  scopeOf(reachOf(person, relations, today));

function positionIn(cursor: string | undefined, asker: Asker, scope: string): number {
  if (cursor === undefined) return 0;
  const read = readCursor(cursor, asker, scope);
  if (read.outcome !== 'read') throw new Refused(read.outcome);
  return read.seq;
}

function limitIn(text: string | undefined): number {
  if (text === undefined) return USUAL_PAGE;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_PAGE) throw new Refused('malformed');
  return limit;
}

/** What cannot be an id is as unknown as one that is not there. */
function idIn(c: Context<Env>): string {
  const id = Uuid.safeParse(c.req.param('id'));
  if (!id.success) throw new Refused('unknown');
  return id.data;
}

function countsOf(results: readonly { readonly status: string }[]) {
  const counts: Record<string, number> = { mutations: results.length };
  for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
