import type { WhenDue } from '#domain/actions/actions-list.ts';
import type { ChildActionRow, StaffActionRow } from '#storage/actions/action-list.ts';

export type AnyRow = ChildActionRow | StaffActionRow;

/** What is open, or what was settled in the last four weeks. */
export type Shown = 'open' | 'settled';

export const isShown = ({ state }: AnyRow, shown: Shown): boolean =>
  (state.status === 'open') === (shown === 'open');

/** What was said on this page: the line that takes the focus, wherever the action went to. */
export interface SaidHere {
  readonly actionId: string;
  readonly words: string;
}

/** By what an action is found in a finished record; one about a person is in none of a child. */
export function originOfRow(row: AnyRow) {
  const { sessionId, agreedOn } = row.state.action;
  return { sessionId, agreedOn, childRef: row.file === 'child' ? row.state.action.childRef : '' };
}

/** The headings of the list, in its order. */
export const groupTitles: readonly (readonly [WhenDue, string])[] = [
  ['overdue', 'Overdue'],
  ['thisWeek', 'Due this week'],
  ['later', 'Later'],
  ['noDate', 'No date'],
];
