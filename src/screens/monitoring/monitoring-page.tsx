import { monitoringHeading } from '#domain/monitoring/monitoring-heading.ts';
import type { Monitoring } from '#domain/records/monitoring.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { PutAside } from '#exchange/draft/put-aside.tsx';
import { useStoredAddress } from '#exchange/draft/use-stored-address.ts';
import { profileOf, staffName, superviseeTerm } from '#storage/settings.ts';
import { setMonitoringAside } from '#storage/staff-file/monitoring.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { MonitoringForm } from './monitoring-form.tsx';

interface MonitoringPageProps {
  readonly draft: Monitoring;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** The form while it is written: saved as typed, by one tab at a time. */
export function MonitoringPage({ draft, isStored, isNew }: MonitoringPageProps) {
  const workspace = useWorkspace();
  const { id } = draft;
  useStoredAddress(isNew && isStored, `/monitoring/${id}`);
  return (
    <Page
      title={monitoringHeading(profileOf(workspace))}
      width="text"
      compact
      back={<BackLink href="/monitoring">Monitoring</BackLink>}
    >
      <WhoseMonitoring form={draft} />
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <PutAside
        droppedAt={draft.droppedAt}
        onTakeUp={() => setMonitoringAside(workspace, id, false)}
      />
      <DraftFrame
        collection="monitoring"
        id={id}
        body={draft}
        formId="monitoring"
        before="before this is finalised"
      >
        <MonitoringForm draft={draft} />
      </DraftFrame>
    </Page>
  );
}

/** Whose supervision it is about, and by whom: part 0 of the form. */
export function WhoseMonitoring({ form }: { readonly form: Monitoring }) {
  const workspace = useWorkspace();
  return (
    <IdentityBar
      name={staffName(workspace, form.superviseeRef)}
      facts={[
        { label: 'As', value: superviseeTerm(workspace) },
        { label: 'Supervisor', value: staffName(workspace, form.supervisorRef) },
      ]}
    />
  );
}
