import type { Selectable } from 'kysely';
import type { RecordHeader } from '#domain/record-header.ts';
import type { WireRecord } from '#sync/wire/common.ts';
import type { GuardedRecord } from '../access/may-read.ts';
import type { HeaderColumns, RecordTable } from './tables.ts';

export type RecordRow = Selectable<RecordTable>;

export const guardedOf = (row: Selectable<HeaderColumns>): GuardedRecord => ({
  type: row.type,
  file: row.file,
  superviseeRef: row.supervisee_ref,
  childRefs: JSON.parse(row.child_refs) as readonly string[], // written by `columnsOf`
  state: row.state,
  authorRef: row.author_ref,
  held: row.held,
});

export const columnsOf = (header: RecordHeader) => ({
  type: header.type,
  file: header.file,
  supervisee_ref: header.superviseeRef,
  child_refs: JSON.stringify(header.childRefs),
  state: header.state,
});

/** Only for who may read it: `mayRead` comes before this, everywhere. */
export const wireRecordOf = (row: RecordRow): WireRecord => ({
  recordId: row.id,
  type: row.type,
  rev: row.rev,
  deleted: row.deleted,
  payload: row.payload,
  payloadSchema: row.payload_schema,
  payloadHash: row.payload_hash,
  authorRef: row.author_ref,
  held: row.held,
  mutationId: row.mutation_id,
});
