import type { ColumnType, Generated } from 'kysely';
import type { CollectionName } from '#domain/collections.ts';
import type { RecordState } from '#domain/record-header.ts';

/** PostgreSQL's bigint is a string in one driver and a number in the other: `Number()` where it is read. */
type BigInteger = ColumnType<string | number | bigint, number, number>;

/** What of a record says who may read it. `child_refs` is a JSON list: engines differ in arrays. */
export interface HeaderColumns {
  type: CollectionName;
  file: 'child' | 'staff' | 'working';
  supervisee_ref: string;
  child_refs: string;
  state: RecordState;
  author_ref: string;
  held: boolean;
}

/** `text`, never jsonb: jsonb orders keys anew and refuses NUL, and the hash is of the bytes as they came. */
interface TextColumns {
  deleted: boolean;
  payload: string | null;
  payload_hash: string | null;
  payload_schema: number;
  mutation_id: string;
}

/** Each record as it is now. */
export interface RecordTable extends HeaderColumns, TextColumns {
  id: string;
  rev: number;
  /** Null only inside the request that creates it: the counter is taken last. */
  seq: BigInteger | null;
  payload_bytes: number;
  changed_at: string;
}

/** Every text that was ever taken, the ones that lost included. Rows are added and never changed. */
export interface RecordVersionTable extends HeaderColumns, TextColumns {
  n: Generated<BigInteger>;
  record_id: string;
  /** Null of a text that lost. */
  rev: number | null;
  base_rev: number | null;
  by_ref: string;
  client_id: string;
  client_time: string;
  at: string;
}

/** What was answered to each mutation, for ever: one that is sent again changes nothing. */
export interface MutationLogTable {
  person_ref: string;
  mutation_id: string;
  record_id: string;
  op: 'put' | 'delete';
  payload_hash: string | null;
  /** Null only inside the request that took it. */
  result: string | null;
  at: string;
}

export interface Tables {
  record: RecordTable;
  record_version: RecordVersionTable;
  mutation_log: MutationLogTable;
  feed: { id: number; seq: BigInteger };
  meta: { key: 'epoch' | 'mac_key'; value: string };
  migration: { version: number; at: string };
}
