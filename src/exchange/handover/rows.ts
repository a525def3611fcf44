import type { Child } from '#domain/records/child.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { HandedCollection, RecordRow, ReferenceRow } from './handover-body.ts';

/** Rows on their way out; what each is based on is added when the file is made. */
export type ReferenceOut = Pick<ReferenceRow, 'collection' | 'ref' | 'refs' | 'text'>;
export type RecordOut = Pick<RecordRow, 'collection' | 'id' | 'text'>;

export interface RowsOut {
  readonly reference: readonly ReferenceOut[];
  readonly records: readonly RecordOut[];
  /** Ids of finished records that wait for an answer. */
  readonly awaiting: readonly string[];
}

/** The stored text to the letter. */
export const rowOf = ({ collection, id, text }: OpenRecord<HandedCollection>): RecordOut => ({
  collection,
  id: id as RecordOut['id'], // the id of a stored record
  text,
});

export const rowsOf = (records: readonly OpenRecord<HandedCollection>[]): readonly RecordOut[] =>
  records.map(rowOf);

/** Every reference a child is known by here. */
export const refsOf = ({ ref, reference, aliases }: Child): string[] =>
  [...new Set([ref as string, reference, ...aliases])].filter((each) => each !== '');
