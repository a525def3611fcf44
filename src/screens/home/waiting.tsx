import { lazy, Suspense } from 'react';
import { useAll } from '#storage/use-workspace.ts';

const EntriesWaiting = lazy(async () => ({
  default: (await import('./entries-waiting.tsx')).EntriesWaiting,
}));
const ActionsDue = lazy(async () => ({
  default: (await import('./actions-due.tsx')).ActionsDue,
}));
const GroupsWaiting = lazy(async () => ({
  default: (await import('./groups-waiting.tsx')).GroupsWaiting,
}));
const ObservationsWaiting = lazy(async () => ({
  default: (await import('./observations-waiting.tsx')).ObservationsWaiting,
}));
const CancellationsWaiting = lazy(async () => ({
  default: (await import('./cancellations-waiting.tsx')).CancellationsWaiting,
}));

/** What else waits, each part fetched where there is something for it to show. */
export function Waiting() {
  const hasEntries = useAll('entryDrafts').length > 0;
  const childActions = useAll('childActions').length;
  const staffActions = useAll('staffActions').length;
  const hasGroups = useAll('groups').length > 0;
  const hasObservations = useAll('observations').length > 0;
  const hasCancellations = useAll('cancellations').length > 0;
  return (
    <Suspense fallback={null}>
      {hasCancellations && <CancellationsWaiting />}
      {hasEntries && <EntriesWaiting />}
      {childActions + staffActions > 0 && <ActionsDue />}
      {hasObservations && <ObservationsWaiting />}
      {hasGroups && <GroupsWaiting />}
    </Suspense>
  );
}
