import type { ChildActionEvent } from '#domain/records/action.ts';

type Outcome = ChildActionEvent['outcome'];

/** What happened to an action, at the beginning of a line of its history. */
export const actionEventTitles: Readonly<Record<Outcome, string>> = {
  done: 'Done',
  carried: 'Not done, carried on',
  noLongerNeeded: 'No longer needed',
  withdrawn: 'Taken out',
  restored: 'Put back',
  saidDone: 'Said to be done',
  saidNotDone: 'Said not to be done',
  changed: 'Owner or date changed',
  undone: 'Undone',
};
