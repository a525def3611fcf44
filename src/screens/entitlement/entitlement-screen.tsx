import { useState } from 'react';
import { settingsOf, staffName } from '#storage/settings.ts';
import { newEntitlement } from '#storage/staff-file/entitlements.ts';
import { isMine, myEntitlements } from '#storage/staff-file/entitlements-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EntitlementPage } from './entitlement-page.tsx';
import { EntitlementText } from './entitlement-read.tsx';

/** "new", or the id of one: mine to write, or one that somebody sent me to read. */
export function EntitlementScreen({ id }: { readonly id: string }) {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('settings');
  useAll('entitlements');
  const { supervisorRef } = settingsOf(workspace);
  // Only somebody who is supervised can begin one: whoever reads one may have no supervisor here.
  const [fresh] = useState(() => (supervisorRef === '' ? undefined : newEntitlement(workspace)));
  // One that is not settled goes on: a second one beside it would be the same matter twice.
  const open = myEntitlements(workspace).find(({ settledAt }) => settledAt === '');
  const recordId = id === 'new' ? (open?.id ?? fresh?.id ?? '') : id;
  const stored = useRecord('entitlements', recordId)?.body;
  const record = stored ?? (recordId === fresh?.id ? fresh : undefined);
  if (!record && id === 'new' && supervisorRef === '') {
    return (
      <Page title="Your entitlement to supervision" width="text">
        <p className="govuk-body">
          This is for somebody who is supervised. No supervisor is set on this device.
        </p>
      </Page>
    );
  }
  if (!record) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This is not on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  }
  if (!isMine(workspace, record)) {
    return (
      <Page
        title={`Entitlement route: ${staffName(workspace, record.superviseeRef)}`}
        documentTitle="Entitlement route"
        width="text"
        back={<BackLink href="/">Home</BackLink>}
      >
        <p className="govuk-body">
          <Destination file="staff" />
        </p>
        <EntitlementText record={record} />
      </Page>
    );
  }
  return (
    <EntitlementPage
      key={recordId}
      record={record}
      isStored={stored !== undefined}
      isNew={id === 'new'}
    />
  );
}
