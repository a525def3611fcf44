import { formatDate } from '#domain/dates/calendar-date.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { useStoredAddress } from '#exchange/draft/use-stored-address.ts';
import { staffName } from '#storage/settings.ts';
import { settleEntitlement } from '#storage/staff-file/entitlements.ts';
import { notHappeningSince } from '#storage/staff-file/entitlements-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EntitlementForm } from './entitlement-form.tsx';
import { EntitlementText } from './entitlement-read.tsx';
import { WhoSeesIt } from './who-sees-it.tsx';

interface EntitlementPageProps {
  readonly record: Entitlement;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** Hers alone until it is sent: what to do where supervision is not happening as agreed (003:158-165). */
export function EntitlementPage({ record, isStored, isNew }: EntitlementPageProps) {
  const workspace = useWorkspace();
  useAll('sessions');
  const { id, supervisorRef, settledAt } = record;
  const supervisor = staffName(workspace, supervisorRef);
  const since = notHappeningSince(workspace);
  useStoredAddress(isNew && isStored, `/entitlement/${id}`);
  const settle = async (isSettled: boolean) => {
    await workspace.queue.flushOne(id);
    await settleEntitlement(workspace, id, isSettled);
  };
  return (
    <Page
      title="Your entitlement to supervision"
      width="text"
      back={<BackLink href="/">Home</BackLink>}
    >
      {since && (
        <p className="govuk-body">
          By the policy your supervision has been overdue since {formatDate(since)}.
        </p>
      )}
      <p className="govuk-body">
        First talk about it with {supervisor}, the two of you. If that does not solve it, you can
        ask for a meeting of three with {supervisor}’s line manager.
      </p>
      <WhoSeesIt record={record} supervisor={supervisor} />
      {settledAt !== '' && (
        <InsetText>
          You said that this is settled.{' '}
          <Button variant="link" onClick={() => void settle(false)}>
            It is not settled
          </Button>
        </InsetText>
      )}
      <DraftFrame
        collection="entitlements"
        id={id}
        body={record}
        formId="entitlement"
        shown={`${record.sentAt} ${settledAt}`}
        before="before this is sent"
      >
        <EntitlementForm record={record} supervisor={supervisor} />
      </DraftFrame>
      {isStored && settledAt === '' && (
        <p className="govuk-body">
          <Button variant="link" onClick={() => void settle(true)}>
            Supervision is happening again: this is settled
          </Button>
        </p>
      )}
      {isStored && (
        <Details summary="Read and print it">
          <EntitlementText record={record} />
        </Details>
      )}
    </Page>
  );
}
