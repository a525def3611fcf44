import { byDay } from '#domain/actions/actions-list.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import {
  type ChildActionRow,
  childActionRows,
  type StaffActionRow,
  staffActionRows,
} from './action-list.ts';

export interface ActionLists {
  /** Of the children I work with. */
  readonly mine: readonly ChildActionRow[];
  /** Of the children of everyone I supervise, with those that nobody is allocated to. */
  readonly ofChildren: readonly ChildActionRow[];
  readonly ofStaff: readonly StaffActionRow[];
}

/** Whoever supervises settles actions; who is only supervised says what has become of hers (ACT4). */
export const supervises = (workspace: Workspace): boolean =>
  settingsOf(workspace).supervisorRef === '' || practitioners(workspace).length > 0;

/** What is mine to say something of without settling it: somebody supervises me, and it is my work. */
export const onlySays = (workspace: Workspace, { isMine }: { readonly isMine: boolean }): boolean =>
  isMine && settingsOf(workspace).supervisorRef !== '';

/** ALIST6: the children's, and those about people apart; a practitioner's device has her own alone. */
export function actionLists(workspace: Workspace): ActionLists {
  const children = childActionRows(workspace).toSorted(byDay);
  const staff = staffActionRows(workspace).toSorted(byDay);
  const people = new Set<string>(practitioners(workspace).map(({ ref }) => ref));
  // Nobody else has what nobody is allocated to; whoever was handed on is somebody else's now.
  const isOurs = ({ worker }: { readonly worker: string }) => worker === '' || people.has(worker);
  return {
    mine: children.filter(({ isMine }) => isMine),
    ofChildren: supervises(workspace) ? children.filter(isOurs) : [],
    ofStaff: staff.filter((row) => row.isMine || isOurs(row)),
  };
}

export interface ActionsDue {
  readonly overdue: number;
  readonly thisWeek: number;
}

/** For Home. What is settled counts for nothing. */
export function actionsDueOf(workspace: Workspace): ActionsDue {
  const { mine, ofChildren, ofStaff } = actionLists(workspace);
  const open = [...mine, ...ofChildren, ...ofStaff].filter(({ state }) => state.status === 'open');
  const count = (when: string) => open.filter(({ due }) => due.when === when).length;
  return { overdue: count('overdue'), thisWeek: count('thisWeek') };
}
