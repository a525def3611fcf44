import { type Insertable, sql, type Transaction } from 'kysely';
import type { Asker } from '../asker.ts';
import { columnsOf, type RecordRow } from '../database/stored-record.ts';
import type { RecordTable, RecordVersionTable, Tables } from '../database/tables.ts';
import type { KeptText, PushPlan } from './plan-push.ts';
import { CreatedMeanwhile, cannotBeStored } from './refused-by-database.ts';

export interface Writing {
  readonly asker: Asker;
  readonly clientId: string;
  /** Records that were there before, by id. */
  readonly stored: ReadonlyMap<string, RecordRow>;
}

export type WrittenPush =
  | { readonly outcome: 'written' }
  /** Nothing was written. Without this mutation it may be. */
  | { readonly outcome: 'unstorable'; readonly mutationId: string };

/**
 * All texts of a request at once: a round trip for each of them is what a push costs. Where the database
 * cannot hold one, they are tried each by itself, to leave out that one and no other (SRV3).
 */
export async function writePush(
  trx: Transaction<Tables>,
  { texts, rows }: PushPlan,
  writing: Writing,
): Promise<WrittenPush> {
  if (texts.length === 0) return { outcome: 'written' };
  try {
    await sql`savepoint texts`.execute(trx);
    await keepTexts(trx, texts, writing);
    await writeRows(trx, [...rows.values()], writing);
    await sql`release savepoint texts`.execute(trx);
    return { outcome: 'written' };
  } catch (cause) {
    if (!cannotBeStored(cause)) throw cause;
    await sql`rollback to savepoint texts`.execute(trx);
    for (const text of texts) {
      if (await isUnstorable(trx, text, writing))
        return { outcome: 'unstorable', mutationId: text.mutation.mutationId };
    }
    throw cause; // not of one of them
  }
}

async function isUnstorable(trx: Transaction<Tables>, text: KeptText, writing: Writing) {
  await sql`savepoint text`.execute(trx);
  try {
    await keepTexts(trx, [text], writing);
    return false;
  } catch (cause) {
    if (!cannotBeStored(cause)) throw cause;
    return true;
  } finally {
    await sql`rollback to savepoint text`.execute(trx);
  }
}

async function keepTexts(
  trx: Transaction<Tables>,
  texts: readonly KeptText[],
  { asker, clientId }: Writing,
): Promise<void> {
  const rows = texts.map(
    ({ mutation, header, ...text }): Insertable<RecordVersionTable> => ({
      record_id: mutation.recordId,
      ...columnsOf(header),
      author_ref: text.authorRef,
      held: text.held,
      rev: text.rev,
      base_rev: mutation.baseRev,
      deleted: mutation.op === 'delete',
      payload: mutation.payload,
      payload_hash: mutation.payloadHash,
      payload_schema: mutation.payloadSchema,
      mutation_id: mutation.mutationId,
      by_ref: asker.person,
      client_id: clientId,
      client_time: mutation.clientTime,
      at: asker.now,
    }),
  );
  await trx.insertInto('record_version').values(rows).execute();
}

/** Their places in the feed are given last. */
async function writeRows(
  trx: Transaction<Tables>,
  rows: readonly RecordRow[],
  { stored }: Writing,
): Promise<void> {
  // In one order: two requests that create the same records in opposite ones would wait for each other
  // for ever (seen on PostgreSQL).
  const inOrder = [...rows]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => ({ ...row, seq: null }));
  const [known, created] = [true, false].map((is) =>
    inOrder.filter(({ id }) => stored.has(id) === is),
  );
  if (known && known.length > 0) await change(trx, known);
  if (created && created.length > 0) await create(trx, created);
}

type Row = Insertable<RecordTable>;

/** They are locked by this request, so each is there. `author_ref` never changes. */
async function change(trx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  await trx
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        child_refs: ref('excluded.child_refs'),
        state: ref('excluded.state'),
        held: ref('excluded.held'),
        rev: ref('excluded.rev'),
        deleted: ref('excluded.deleted'),
        payload: ref('excluded.payload'),
        payload_hash: ref('excluded.payload_hash'),
        payload_schema: ref('excluded.payload_schema'),
        payload_bytes: ref('excluded.payload_bytes'),
        mutation_id: ref('excluded.mutation_id'),
        changed_at: ref('excluded.changed_at'),
      })),
    )
    .execute();
}

async function create(trx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  const created = await trx
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (created.length < rows.length) throw new CreatedMeanwhile();
}
