/**
 * RxDB’s side of `sync-ratio.mjs`: its Dexie storage and its replication over HTTP as its guide has them, with
 * no validation, no second tab and nothing sealed.
 */
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { changed } from '../sync-change.ts';
import type { Side, Sizes } from '../sync-side.ts';

const text = { type: 'string' };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    sessionId: text,
    familySummary: text,
    children: { type: 'array', items: { type: 'object' } },
    createdAt: text,
    createdBy: text,
    savedAt: text,
  },
  required: ['id'],
};

export async function open({ origin, pullBatch, pushBatch }: Sizes): Promise<Side> {
  const database = await createRxDatabase({
    name: 'peer',
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  const { discussions } = await database.addCollections({ discussions: { schema } });

  const pull = {
    batchSize: pullBatch,
    async handler(checkpoint: { seq: number } | undefined, limit: number) {
      const answer = await fetch(`${origin}/pull?after=${checkpoint?.seq ?? 0}&limit=${limit}`);
      return answer.json();
    },
  };
  const push = {
    batchSize: pushBatch,
    async handler(rows: unknown) {
      const answer = await fetch(`${origin}/push`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(rows),
      });
      return answer.json();
    },
  };

  async function replicate(how: object): Promise<void> {
    const replication = replicateRxCollection({
      ...{ collection: discussions, replicationIdentifier: 'peer', live: false },
      ...{ waitForLeadership: false, ...how },
    });
    const failed = new Promise<never>((_, reject) => replication.error$.subscribe(reject));
    await Promise.race([replication.awaitInitialReplication(), failed]);
  }

  return {
    pull: () => replicate({ pull }),
    async held(id) {
      const count = await discussions.count().exec();
      const [stored] = await discussions.storageInstance.findDocumentsById([id], false);
      if (!stored) throw new Error('it is not here');
      const { _deleted, _attachments, _meta, _rev, ...one } = stored;
      return { count, one };
    },
    async change(ids) {
      // It learns here, and not on the clock, that what it pulled is not to be pushed.
      await replicate({ push });
      const documents = await discussions.findByIds([...ids]).exec();
      const all = [...documents.values()].map((document) => changed(document.toMutableJSON()));
      await discussions.bulkUpsert(all);
    },
    push: () => replicate({ push }),
  };
}
