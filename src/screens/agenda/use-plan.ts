import type { Session } from '#domain/records/session.ts';
import { type AgendaPlan, agendaPlan } from '#storage/session/session-plan.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';

/** The plan of the agenda as it is typed now, planned again when a record that it rests on changes. */
export function usePlan(session: Session): AgendaPlan | undefined {
  const workspace = useWorkspace();
  useAll('preparations');
  useAll('responses');
  useAll('childRecords');
  useAll('decisions');
  useAll('notes');
  useAll('absences');
  useAll('profiles');
  useAll('holidays');
  // Children, allocations, sessions, dates and actions: the columns of facts draw again for those.
  return agendaPlan(workspace, session);
}
