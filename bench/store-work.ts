/** What `store-ratio.mjs` measures: sealed rows written, read and saved, beside the same rows unsealed. */
import '#app/zod-config.ts'; // as the policy of the app's page makes it
import type { Discussion } from '#domain/records/discussion.ts';
import { Settings } from '#domain/records/settings.ts';
import { FootprintDb, noRows, readRows, type Row } from '#storage/db.ts';
import { bindingOf, codeOf } from '#storage/open-record.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import { unsent } from '#storage/save.ts';
import { created, updated } from '#storage/writes.ts';
import { newMasterKey, openVault, type Vault } from '#vault/vault.ts';
import { documents, ME } from './sync-documents.ts';

const ports = { nowMs: () => Date.now(), newId: () => crypto.randomUUID() };
const SAVES = 200;

const REST_MS = 700;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Rows as the browser's own database takes them, with the same columns and the body as it is. */
interface RawRow {
  readonly id: string;
  readonly c: number;
  readonly v: number;
  readonly rev: null;
  readonly body: Discussion;
}

const rawOf = (body: Discussion): RawRow => ({
  ...{ id: body.id, c: codeOf('discussions'), v: 1, rev: null },
  body,
});

const openRaw = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const store of ['rows', 'outbox']) opening.result.createObjectStore(store, { keyPath: 'id' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const inOne = (db: IDBDatabase, work: (of: (store: string) => IDBObjectStore) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(['rows', 'outbox'], 'readwrite', { durability: 'strict' });
    work((store) => transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

const readAll = (db: IDBDatabase): Promise<readonly RawRow[]> =>
  new Promise((resolve, reject) => {
    const asked = db.transaction('rows').objectStore('rows').getAll();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

async function sealed(vault: Vault, all: readonly Discussion[]): Promise<readonly Row[]> {
  return Promise.all(
    all.map(async (body) => {
      const place = { c: codeOf('discussions'), id: body.id, v: 1 };
      return { ...place, rev: null, ...(await vault.seal(bindingOf(place), JSON.stringify(body))) };
    }),
  );
}

async function ours(all: readonly Discussion[]) {
  const vault = await openVault(crypto.randomUUID(), newMasterKey());
  const db = new FootprintDb(vault.id);
  await db.open();
  const settings = await vault.referenceId('settings', 'own');
  await rest();
  const write = await timed(async () => db.rows.bulkPut(await sealed(vault, all)));
  await db.meta.put({ k: 'commits', value: 1 }); // as whatever writes rows does
  await rest();
  let workspace = await openWorkspace(db, vault, noRows, ports); // closed below: it only stands for the type
  workspace.tabs.close();
  const read = await timed(async () => {
    workspace = await openWorkspace(db, vault, await readRows(db), ports);
  });
  const held = workspace.set.all('discussions');
  if (held.size !== all.length || held.get(all[7]?.id ?? '')?.body.familySummary !== all[7]?.familySummary)
    throw new Error('not what was written');
  await workspace.change(() => [
    created('settings', settings, Settings.parse({ me: ME, profileId: 'islington-001' })),
  ]);
  const id = all[11]?.id ?? '';
  const saves: number[] = [];
  for (let i = 0; i < SAVES; i++) {
    const text = `SYNTHETIC ${i}`;
    saves.push(
      await timed(() =>
        workspace.change((set) => {
          const record = set.find('discussions', id);
          return record ? [updated(record, { ...record.body, familySummary: text })] : [];
        }),
      ),
    );
  }
  if ((await db.rows.get(id))?.v !== 1 + SAVES || (await db.outbox.count()) !== 1)
    throw new Error('not saved each time');
  workspace.tabs.close();
  await db.delete();
  return { write, read, saves };
}

async function raw(all: readonly Discussion[]) {
  const name = 'raw';
  const db = await openRaw(name);
  await rest();
  const write = await timed(() =>
    inOne(db, (of) => {
      for (const body of all) of('rows').put(rawOf(body));
    }),
  );
  await rest();
  let read: readonly RawRow[] = [];
  const readMs = await timed(async () => {
    read = await readAll(db);
  });
  if (read.length !== all.length) throw new Error('not what was written');
  const row = read.find(({ id }) => id === all[11]?.id);
  const saves: number[] = [];
  for (let i = 0; i < SAVES && row; i++) {
    const next = { ...row, v: row.v + i + 1, body: { ...row.body, familySummary: `SYNTHETIC ${i}` } };
    saves.push(
      await timed(() =>
        inOne(db, (of) => {
          of('rows').put(next);
          of('outbox').put({ id: row.id, ...unsent('a') });
        }),
      ),
    );
  }
  db.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  return { write, read: readMs, saves };
}

/** Both sides once, the other first each time. */
export async function round(count: number, oursFirst: boolean) {
  const all = documents(count);
  await documentsWarm();
  const first = await (oursFirst ? ours(all) : raw(all));
  const second = await (oursFirst ? raw(all) : ours(all));
  return oursFirst ? { ours: first, raw: second } : { ours: second, raw: first };
}

let isWarm = false;
/** Once with few, so that neither side is the one that is compiled on the clock. */
async function documentsWarm(): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  const few = documents(200);
  await ours(few);
  await raw(few);
}
