import type { Staff } from '#domain/records/staff.ts';
import { SchoolNotice } from '#exchange/parts/school-notice.tsx';
import { agreementWith, mySide } from '#storage/agreement/agreement-reads.ts';
import { beginAgreement } from '#storage/agreement/agreements.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { myName, profileOf, settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { AgreementPage } from './agreement-page.tsx';

/** The supervision agreement with one person, by that person's entry: my own on my own device. */
export function AgreementScreen({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  useAll('agreements');
  useAll('responses');
  const staff = useRecord('staff', rowId)?.body;
  const title = profileOf(workspace).terms.agreement;
  // Whoever supervises me has an agreement with me, and it is mine.
  if (!staff || mySupervisors(workspace).includes(staff.ref)) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          There is no such agreement on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  }
  const side = mySide(workspace, staff.ref);
  const back =
    side === 'practitioner' ? (
      <BackLink href="/">Home</BackLink>
    ) : (
      <BackLink href={`/practitioners/${rowId}`}>{staff.name}</BackLink>
    );
  const supervisor =
    side === 'supervisor'
      ? myName(workspace)
      : staffName(workspace, settingsOf(workspace).supervisorRef);
  const record = agreementWith(workspace, staff.ref);
  if (record) {
    return (
      <AgreementPage
        key={record.id}
        rowId={rowId}
        title={title}
        back={back}
        staff={staff}
        side={side}
        record={record}
      />
    );
  }
  return (
    <Page title={title} back={back} width="text" focusKey={rowId}>
      <IdentityBar name={staff.name} />
      <SchoolNotice supervisor={supervisor} />
      {side === 'supervisor' ? (
        <NotBegun staff={staff} title={title} />
      ) : (
        <p className="govuk-body">
          There is no {title} here yet. Your supervisor begins it on their own device and sends it
          with the next hand-over file.
        </p>
      )}
    </Page>
  );
}

function NotBegun({ staff, title }: { readonly staff: Staff; readonly title: string }) {
  const workspace = useWorkspace();
  return (
    <>
      <p className="govuk-body">
        There is no {title} yet. It begins with the words of {profileOf(workspace).source.label}.
        Change them as you both agree.
      </p>
      <Button onClick={() => void beginAgreement(workspace, staff.ref)}>Begin the agreement</Button>
    </>
  );
}
