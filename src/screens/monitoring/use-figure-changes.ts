import { useAll } from '#storage/use-workspace.ts';

/** Draws again when anything changes that a figure is counted from. */
export function useFigureChanges(): void {
  useAll('absences');
  useAll('agreements');
  useAll('allocations');
  useAll('cancellations');
  useAll('childActionEvents');
  useAll('childActions');
  useAll('childEntries');
  useAll('childMarks');
  useAll('childRecords');
  useAll('children');
  useAll('decisionRevisits');
  useAll('decisions');
  useAll('discussions');
  useAll('groupDiscussions');
  useAll('groups');
  useAll('holidays');
  useAll('notes');
  useAll('observations');
  useAll('priorDiscussions');
  useAll('profiles');
  useAll('responses');
  useAll('sessions');
  useAll('staff');
  useAll('staffActionEvents');
  useAll('staffActions');
}
