import type { Kysely } from 'kysely';
import type { HeadsAnswer } from '#sync/wire/changes.ts';
import { mayRead } from '../access/may-read.ts';
import type { Asker } from '../asker.ts';
import { guardedOf } from '../database/stored-record.ts';
import type { Tables } from '../database/tables.ts';

const PAGE = 5_000;

export interface Heads {
  readonly heads: HeadsAnswer['heads'];
  /** From here the changes after it are read. */
  readonly seq: number;
}

/** SRV12: the ids and revisions of everything this person may read today. */
export async function readHeads(db: Kysely<Tables>, asker: Asker): Promise<Heads> {
  // Before the records: what changes while they are read is seen twice and never missed.
  const feed = await db.selectFrom('feed').select('seq').executeTakeFirstOrThrow();
  const heads: HeadsAnswer['heads'] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('record')
      .select([
        ...(['id', 'rev', 'deleted', 'type', 'file', 'supervisee_ref'] as const),
        ...(['child_refs', 'state', 'author_ref', 'held'] as const),
      ])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const isReadable = mayRead(asker.person, guardedOf(row), asker.relations, asker.today);
      if (isReadable) heads.push({ recordId: row.id, rev: row.rev, deleted: row.deleted });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { heads, seq: Number(feed.seq) };
    after = last.id;
  }
}
