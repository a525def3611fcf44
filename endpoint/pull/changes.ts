import type { Kysely, Selectable } from 'kysely';
import type { WireRecord } from '#sync/wire/common.ts';
import { MAX_BODY_BYTES } from '#sync/wire/limits.ts';
import { mayRead } from '../access/may-read.ts';
import type { Asker } from '../asker.ts';
import { guardedOf, wireRecordOf } from '../database/stored-record.ts';
import type { HeaderColumns, Tables } from '../database/tables.ts';

export interface Page {
  readonly changes: readonly WireRecord[];
  /** Up to here everything was looked at. */
  readonly seq: number;
  readonly hasMore: boolean;
  readonly scanned: number;
  /** SRV12: something this person wrote is kept for somebody else by now. */
  readonly hasLost: boolean;
}

interface Asked {
  readonly after: number;
  readonly limit: number;
  /** Fewer in tests. */
  readonly maxScanned?: number;
}

/** How many headers one request looks at: what is not for this person costs no page, and no request is long. */
const MAX_SCANNED = 5_000;

const headerColumns = [
  'id',
  'seq',
  'payload_bytes',
  'type',
  'file',
  'supervisee_ref',
  'child_refs',
  'state',
  'author_ref',
  'held',
] as const;

/** SRV10: each record once, at its latest change, of those that this person may read today. */
export async function readChanges(
  db: Kysely<Tables>,
  asker: Asker,
  { after, limit, maxScanned = MAX_SCANNED }: Asked,
): Promise<Page> {
  const rows = await db
    .selectFrom('record')
    .select(headerColumns)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(maxScanned)
    .execute();
  const { ids, seq, isFull } = chooseFrom(rows, asker, { after, limit });
  const hasMore = isFull || rows.length === maxScanned;
  const changes = await textsOf(db, ids);
  const hasLost = rows.some(
    (row) =>
      row.held && asker.relations.staffRef(row.author_ref) === asker.person && !isFor(row, asker),
  );
  return { changes, seq, hasMore, scanned: rows.length, hasLost };
}

type HeaderRow = Selectable<HeaderColumns> & {
  readonly id: string;
  readonly seq: string | number | bigint | null;
  readonly payload_bytes: number;
};

const isFor = (row: HeaderRow, { person, relations, today }: Asker): boolean =>
  mayRead(person, guardedOf(row), relations, today);

/** As many as there is room for, and at least one: a record of any size can be read. */
function chooseFrom(rows: readonly HeaderRow[], asker: Asker, { after, limit }: Asked) {
  const ids = new Map<string, number>();
  let seq = after;
  let bytes = 0;
  for (const row of rows) {
    if (isFor(row, asker)) {
      const isFull =
        ids.size === limit || (ids.size > 0 && bytes + row.payload_bytes > MAX_BODY_BYTES);
      if (isFull) return { ids, seq, isFull };
      ids.set(row.id, Number(row.seq));
      bytes += row.payload_bytes;
    }
    seq = Number(row.seq);
  }
  return { ids, seq, isFull: false };
}

/** One that changed since it was chosen is left out: it stands later in the feed, and comes then. */
async function textsOf(db: Kysely<Tables>, chosen: ReadonlyMap<string, number>) {
  if (chosen.size === 0) return [];
  const rows = await db
    .selectFrom('record')
    .selectAll()
    .where('id', 'in', [...chosen.keys()])
    .orderBy('seq')
    .execute();
  return rows.filter(({ id, seq }) => Number(seq) === chosen.get(id)).map(wireRecordOf);
}
