import { formatDate } from '#domain/dates/calendar-date.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { mayMonitor } from '#storage/staff-file/monitoring-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Page } from '#ui/page.tsx';
import { MonitoredPerson } from './monitored-person.tsx';
import { useFigureChanges } from './use-figure-changes.ts';

/** Everybody I supervise, by name: nobody is put in an order by their figures (FIG18). */
export function MonitoringListScreen() {
  const workspace = useWorkspace();
  useFigureChanges();
  useAll('monitoring');
  useAll('settings');
  if (!mayMonitor(workspace)) return <ForSupervisors />;
  const people = practitioners(workspace);
  return (
    <Page title="Monitoring" compact>
      <p className="govuk-body">
        The figures are counted from what is held on this device on {formatDate(todayIn(workspace))}
        . They are about supervision, and measure nobody. Each form says what its figures count and
        what is behind them.
      </p>
      {people.length === 0 && <p className="govuk-body">Nobody is on your list yet.</p>}
      {people.map((staff) => (
        <MonitoredPerson key={staff.ref} staff={staff} />
      ))}
    </Page>
  );
}

function ForSupervisors() {
  return (
    <Page title="Monitoring" width="text">
      <p className="govuk-body">Whoever supervises fills in the monitoring form.</p>
    </Page>
  );
}
