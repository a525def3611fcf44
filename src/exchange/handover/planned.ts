import type { CollectionName } from '#domain/collections.ts';
import { type Clash, sameValue } from '#domain/versions/merge.ts';
import type { OpenRecord } from '#storage/open-record.ts';

/** Where a new row of reference data goes: its id is an HMAC, worked out when it is written. */
export interface ReferencePlace {
  readonly kind: 'child' | 'staff' | 'prior' | 'allocation';
  readonly ref: string;
}

/** What came in and what it was merged with: kept as the base of the next merge. */
export interface Met {
  readonly key: string;
  /** As it came, to the letter. */
  readonly text: string;
  readonly basedOn: string;
  /** In our references, turned. */
  readonly theirs: object;
  readonly base: object;
  readonly as: string;
}

/** One row of a file, worked out against what is here. */
export interface Planned {
  readonly collection: CollectionName;
  readonly status: 'new' | 'changed' | 'same';
  readonly held: OpenRecord | undefined;
  readonly place: string | ReferencePlace;
  readonly body: object;
  /** Finished text, stored as it came. */
  readonly text?: string;
  /** What is asked now and was not before. */
  readonly clashes: readonly Clash[];
  readonly met?: Met;
}

/** A row that did not come in, and the sentence for it. */
export interface NotTaken {
  readonly reason: string;
}

export const isTaken = (row: Planned | NotTaken): row is Planned => 'collection' in row;

type Change = Pick<Planned, 'collection' | 'held' | 'place' | 'body'> &
  Partial<Pick<Planned, 'text' | 'clashes' | 'met'>>;

export function planned(change: Change): Planned {
  const { held, body } = change;
  const isSame = held !== undefined && sameValue(held.body, body);
  const status = held === undefined ? 'new' : isSame ? 'same' : 'changed';
  return { clashes: [], ...change, status };
}
