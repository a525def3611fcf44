/** PouchDB’s side of `sync-ratio.mjs`: the adapter it takes by itself, CouchDB’s protocol, nothing sealed. */
import PouchDB from 'pouchdb-browser';
import { changed } from '../sync-change.ts';
import type { Side, Sizes } from '../sync-side.ts';

export async function open({ origin, pullBatch, pushBatch }: Sizes): Promise<Side> {
  const db = new PouchDB('peer');
  await db.info(); // open
  const push = async () => {
    const end = await db.replicate.to(origin, { batch_size: pushBatch });
    if (!end.ok || end.doc_write_failures > 0) throw new Error('it was not pushed');
  };

  return {
    async pull() {
      const end = await db.replicate.from(origin, { batch_size: pullBatch });
      if (!end.ok || end.doc_write_failures > 0) throw new Error('it was not pulled');
    },
    async held(id) {
      const { doc_count: count } = await db.info();
      const { _id, _rev, ...one } = await db.get(id);
      return { count, one };
    },
    async change(ids) {
      await push(); // it learns here, and not on the clock, that what it pulled is not to be pushed
      const { rows } = await db.allDocs({ keys: [...ids], include_docs: true });
      const results = await db.bulkDocs(rows.map(({ doc }) => changed(doc)));
      if (results.some(({ ok }) => !ok)) throw new Error('it was not changed');
    },
    push,
  };
}
