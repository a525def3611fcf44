import type { Planned } from './planned.ts';

export interface News {
  readonly newChildren: number;
  /** Records that are not here yet. */
  readonly added: number;
  /** Records and entries of the list that are here and would change. */
  readonly changed: number;
  /** Records that are here as they came. */
  readonly same: number;
}

/** Entries that only say who works with whom are not counted when they come with a new child. */
const supporting = ['staff', 'allocations', 'priorDiscussions', 'profiles'];

export function newsOf(rows: readonly Planned[]): News {
  const count = (test: (row: Planned) => boolean) => rows.filter(test).length;
  const isRecord = ({ collection }: Planned) =>
    collection !== 'children' && !supporting.includes(collection);
  return {
    newChildren: count((row) => row.collection === 'children' && row.status === 'new'),
    added: count((row) => isRecord(row) && row.status === 'new'),
    changed: count(({ status }) => status === 'changed'),
    same: count((row) => isRecord(row) && row.status === 'same'),
  };
}
