import { useState } from 'react';
import { finalMonitoring, type Monitoring } from '#domain/records/monitoring.ts';
import { newMonitoring } from '#storage/staff-file/monitoring.ts';
import { mayMonitor } from '#storage/staff-file/monitoring-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { MonitoringFinished } from './monitoring-finished.tsx';
import { MonitoringPage } from './monitoring-page.tsx';

interface MonitoringScreenProps {
  /** "new", or the id of a form. */
  readonly id: string;
  /** Of a new one: the row of the member of staff it is about. */
  readonly about?: string | undefined;
}

/**
 * One monitoring form (domain-spec A8). A new one has its address once its first letter is saved; the form
 * stays where it is, with the focus in it.
 */
export function MonitoringScreen({ id, about = '' }: MonitoringScreenProps) {
  const workspace = useWorkspace();
  useAll('staff');
  const address = `${id}/${about}`;
  const [shown, setShown] = useState(address);
  const [fresh, setFresh] = useState(() => freshForm(workspace, about));
  if (shown !== address) {
    setShown(address);
    if (id === 'new') setFresh(freshForm(workspace, about));
  }
  const formId = id === 'new' ? (fresh?.id ?? '') : id;
  const stored = useRecord('monitoring', formId)?.body;
  const form = stored ?? (formId === fresh?.id ? fresh : undefined);
  if (!form || !mayMonitor(workspace)) return <NotHere />;
  const final = finalMonitoring(form);
  return final ? (
    <MonitoringFinished record={final} />
  ) : (
    <MonitoringPage
      key={formId}
      draft={form}
      isStored={stored !== undefined}
      isNew={id === 'new'}
    />
  );
}

function freshForm(workspace: Workspace, staffRowId: string): Monitoring | undefined {
  const staff = staffRowId === '' ? undefined : workspace.set.find('staff', staffRowId)?.body;
  return staff && newMonitoring(workspace, staff.ref);
}

function NotHere() {
  return (
    <Page title="Not found" width="text" back={<BackLink href="/monitoring">Monitoring</BackLink>}>
      <p className="govuk-body">
        This form is not on this device. <Link href="/">Home</Link>
      </p>
    </Page>
  );
}
