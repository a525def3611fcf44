/**
 * Ideal servers for `sync-ratio.mjs`: each speaks its side’s protocol and answers from memory. Pages are made
 * before the clock runs; what is pushed is kept as it came and read when the run is over.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { listen } from '../scripts/static-server.mjs';

const epoch = randomUUID();
const envelope = { protocol: 1, epoch };
const serverTime = '2026-11-21T10:00:00.000Z';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const json = (value) => Buffer.from(JSON.stringify(value));

/** `list` in pages, by where each begins; the empty one after the last is there too. */
function pagesOf(list, limit, pageOf) {
  const pages = new Map();
  for (let from = 0; from <= list.length; from += limit) {
    const part = list.slice(from, from + limit);
    pages.set(from, json(pageOf(part, from + part.length)));
  }
  return pages;
}

/** The contract of `src/sync/wire`: pages of 200, as the client asks for them. */
function footprint(documents, me) {
  const records = documents.map((document) => {
    const payload = JSON.stringify(document);
    return {
      ...{ recordId: document.id, type: 'discussions', rev: 1, deleted: false },
      ...{ payload, payloadSchema: 1, payloadHash: sha256(payload) },
      ...{ authorRef: me, held: false, mutationId: randomUUID() },
    };
  });
  // As long as a real one: it says for whom it is and is signed.
  const inside = { person: sha256(me).slice(0, 43), epoch, scope: sha256(epoch).slice(0, 43) };
  const cursorOf = (seq) =>
    `${Buffer.from(JSON.stringify({ ...inside, seq })).toString('base64url')}.${sha256(String(seq)).slice(0, 43)}`;
  const seqOf = (cursor) =>
    cursor === null ? 0 : JSON.parse(Buffer.from(cursor.split('.')[0], 'base64url').toString()).seq;
  const pageOf = (changes, end) => ({
    ...{ ...envelope, serverTime, changes, nextCursor: cursorOf(end) },
    hasMore: end < records.length,
  });
  const pages = pagesOf(records, 200, pageOf);
  const person = { id: me, name: 'SYNTHETIC Supervisor', role: 'practiceSupervisor', teamId: 'T1' };
  const none = { staff: [], supervises: [], children: [], allocations: [] };
  const pushed = [];
  return {
    answer(path, query, body) {
      if (path === '/v1/me') return json({ ...envelope, serverTime, person, ...none });
      if (path === '/v1/sync/changes' && query.get('limit') === '200')
        return pages.get(seqOf(query.get('cursor')));
      if (path !== '/v1/sync/push') return undefined;
      const { mutations } = JSON.parse(body);
      pushed.push(...mutations);
      const results = mutations.map(({ mutationId, recordId, baseRev }) => ({
        ...{ mutationId, recordId, status: 'applied', rev: baseRev + 1, held: false },
      }));
      return json({ ...envelope, serverTime, results });
    },
    pushed: () =>
      pushed.map(({ payload, payloadHash, baseRev }) => {
        if (payloadHash !== sha256(payload) || baseRev !== 1) throw new Error('not as it was sent');
        return JSON.parse(payload);
      }),
  };
}

/** RxDB’s HTTP replication, as its guide has it: documents after a checkpoint, and rows with no conflict. */
function rxdb(documents, limit) {
  const pageOf = (part, seq) => ({
    documents: part.map((document) => ({ ...document, _deleted: false })),
    checkpoint: { seq },
  });
  const pages = pagesOf(documents, limit, pageOf);
  const pushed = [];
  return {
    answer(path, query, body) {
      if (path === '/pull' && Number(query.get('limit')) === limit)
        return pages.get(Number(query.get('after')));
      if (path !== '/push') return undefined;
      pushed.push(body);
      return json([]);
    },
    pushed: () =>
      pushed.flatMap((body) =>
        JSON.parse(body).map(({ newDocumentState: { _deleted, ...document } }) => document),
      ),
  };
}

/** CouchDB’s replication protocol, as far as PouchDB asks for it. */
function couch(documents, limit) {
  const stored = documents.map((document, i) => {
    const hash = sha256(document.id).slice(0, 32);
    const revisions = { start: 1, ids: [hash] };
    const ok = { _id: document.id, _rev: `1-${hash}`, ...document, _revisions: revisions };
    return { seq: i + 1, id: document.id, rev: ok._rev, text: JSON.stringify({ id: ok._id, docs: [{ ok }] }) };
  });
  const changesOf = (part, end) => ({
    results: part.map(({ seq, id, rev }) => ({ seq, id, changes: [{ rev }] })),
    last_seq: end,
    pending: stored.length - end,
  });
  const pages = pagesOf(stored, limit, changesOf);
  const byId = new Map(stored.map((each) => [each.id, each]));
  const locals = new Map();
  const pushed = [];
  return {
    answer(path, query, body, method) {
      if (path === '/') return json({ couchdb: 'Welcome', uuid: epoch });
      if (path === '/db/' || path === '/db')
        return json({ db_name: 'db', update_seq: stored.length, doc_count: stored.length });
      if (path.startsWith('/db/_local/')) return local(path.slice(4), method, body);
      if (path === '/db/_changes' && Number(query.get('limit')) === limit)
        return pages.get(Number(query.get('since')));
      if (path === '/db/_bulk_get') {
        const texts = JSON.parse(body).docs.map(({ id }) => byId.get(id).text);
        return Buffer.from(`{"results":[${texts.join(',')}]}`);
      }
      if (path === '/db/_revs_diff') return json(missing(JSON.parse(body)));
      if (path !== '/db/_bulk_docs') return undefined;
      pushed.push(body);
      return json([]);
    },
    pushed: () =>
      pushed.flatMap((body) =>
        JSON.parse(body).docs.map(({ _id, _rev, _revisions, ...document }) => document),
      ),
  };

  function local(id, method, body) {
    if (method !== 'PUT') return locals.get(id) ?? { status: 404, body: json({ error: 'not_found', reason: 'missing' }) };
    const rev = `0-${locals.size + 1}`;
    locals.set(id, json({ ...JSON.parse(body), _rev: rev }));
    return { status: 201, body: json({ ok: true, id, rev }) };
  }

  function missing(asked) {
    const unknown = Object.entries(asked).filter(([id, [rev]]) => byId.get(id)?.rev !== rev);
    return Object.fromEntries(unknown.map(([id, revs]) => [id, { missing: revs }]));
  }
}

const makers = {
  footprint: (documents, { me }) => footprint(documents, me),
  rxdb: (documents, { peerPull }) => rxdb(documents, peerPull),
  pouchdb: (documents, { peerPull }) => couch(documents, peerPull),
};

/**
 * Serves `files` and, under `/footprint`, `/rxdb` and `/pouchdb`, the server of that side. `begin` makes it anew;
 * `end` answers with what was pushed to it and throws where anything was asked that it does not know.
 */
export async function startServers(files, documents, settings) {
  let side = '';
  let current;
  let unknown = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url, 'http://localhost');
      const { status, type, body } = answerTo(url, request.method, Buffer.concat(chunks));
      response.writeHead(status, {
        ...{ 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': 'no-store' },
      });
      response.end(body);
    });
  });

  function answerTo({ pathname, searchParams }, method, sent) {
    const file = files.get(pathname);
    if (file) return { status: 200, ...file };
    const prefix = `/${side}`;
    const made = pathname.startsWith(`${prefix}/`)
      ? current.answer(pathname.slice(prefix.length), searchParams, sent, method)
      : undefined;
    const type = 'application/json';
    if (Buffer.isBuffer(made)) return { status: 200, type, body: made };
    if (made) return { type, ...made };
    unknown.push(`${method} ${pathname}`);
    return { status: 404, type, body: json({ error: 'not_found' }) };
  }

  const { port, stop } = await listen(server, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    stop,
    originOf: (name) => `${url}/${name}${name === 'pouchdb' ? '/db' : ''}`,
    begin(name) {
      [side, current, unknown] = [name, makers[name](documents, settings), []];
    },
    end() {
      if (unknown.length > 0) throw new Error(`${side} asked for ${[...new Set(unknown)].join(', ')}`);
      return current.pushed();
    },
  };
}
