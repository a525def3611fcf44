import { formatDate } from '#domain/dates/calendar-date.ts';
import { monitoringHeading } from '#domain/monitoring/monitoring-heading.ts';
import type { Staff } from '#domain/records/staff.ts';
import { StaffBroughtInList } from '#exchange/brought-in/brought-in-list.tsx';
import { fieldOfPath } from '#exchange/handover/describe.ts';
import { AgreementNotice } from '#exchange/parts/agreement-notice.tsx';
import { SchoolNotice } from '#exchange/parts/school-notice.tsx';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { workerDueOf } from '#storage/agenda/due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { profileOf, settingsOf, staffName, superviseeTerm } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { DueTag } from '#ui/due-tag.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { AwayFromWork } from './away-from-work.tsx';
import { LiveSupervision, ObservationsHeld } from './live-supervision.tsx';
import { QualificationAndTraining } from './qualification-and-training.tsx';
import { RoutesSent } from './routes-sent.tsx';
import { StageForm } from './stage-form.tsx';
import { WhoSupervises } from './who-supervises.tsx';

/** What one person's interval of supervision follows from, and when it is due by that. */
export function PractitionerScreen({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  useAll('absences');
  useAll('agreements');
  useAll('notes');
  useAll('responses');
  useAll('sessions');
  const staff = useRecord('staff', rowId)?.body;
  if (!staff) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This person is not on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  }
  const { me, alsoMe } = settingsOf(workspace);
  if ([me as string, ...alsoMe].includes(staff.ref)) return <MyEntry rowId={rowId} staff={staff} />;
  const due = workerDueOf(workspace, staff);
  const open = openChildren(workspace, staff.ref).length;
  return (
    <Page
      title={superviseeTerm(workspace)}
      back={<BackLink href="/">Home</BackLink>}
      width="text"
      focusKey={rowId}
    >
      <IdentityBar name={staff.name} facts={[{ label: 'Open cases', value: String(open) }]} />
      <p className="govuk-body">
        {due.outcome === 'due' ? (
          <>
            {/* The words say it themselves where no date is held. */}
            {due.status !== 'no_date_held' && <DueTag what="Supervision" status={due.status} />}{' '}
            {due.words}. Plan by {formatDate(due.planBy)}.{due.prompt ? ` ${due.prompt}` : ''}
          </>
        ) : (
          due.why
        )}
      </p>
      <EntryVersions rowId={rowId} staff={staff} />
      <AgreementNotice superviseeRef={staff.ref} />
      <SchoolNotice supervisor={staffName(workspace, me)} />
      <ul className="govuk-list">
        <li>
          <Link href={`/agreements/${rowId}`}>{profileOf(workspace).terms.agreement}</Link>
        </li>
        <li>
          <Link href={`/monitoring/new/${rowId}`}>{monitoringHeading(profileOf(workspace))}</Link>
        </li>
        <li>
          <Link href={`/handover/make/${rowId}`}>Make a file for {staff.name}</Link>
        </li>
        <li>
          <Link href={`/gaps/${rowId}`}>Gap in supervision</Link>
        </li>
        <li>
          <Link href={`/access/staff/${rowId}`}>Access request pack</Link>
        </li>
        <RoutesSent staffRef={staff.ref} />
      </ul>
      <StaffBroughtInList rowId={rowId} of={staff.ref} />
      <WhoSupervises key={`${rowId} supervises`} staff={staff} />
      <StageForm key={rowId} staff={staff} />
      <LiveSupervision key={`${rowId} observed`} rowId={rowId} staff={staff} />
      <AwayFromWork key={staff.ref} staff={staff} />
      <QualificationAndTraining key={`${rowId} training`} staff={staff} />
    </Page>
  );
}

interface EntryProps {
  readonly rowId: string;
  readonly staff: Staff;
}

function EntryVersions({ rowId, staff }: EntryProps) {
  return (
    <TwoVersions
      collection="staff"
      id={rowId}
      body={staff}
      before="which one stands"
      other={{ key: 'The other', keep: 'Keep the other' }}
      labelOf={(path) => fieldOfPath('staff', path)}
    />
  );
}

/** My own entry: nobody's interval is set by themselves. */
function MyEntry({ rowId, staff }: EntryProps) {
  return (
    <Page
      title="Your qualification and training"
      back={<BackLink href="/settings">Settings</BackLink>}
      width="text"
      focusKey={rowId}
    >
      <EntryVersions rowId={rowId} staff={staff} />
      <ObservationsHeld staff={staff} />
      <QualificationAndTraining staff={staff} isMe />
      <p className="govuk-body">
        <Link href={`/access/staff/${rowId}`}>Access request pack</Link>
      </p>
    </Page>
  );
}
