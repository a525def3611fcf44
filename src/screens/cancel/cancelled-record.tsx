import { type CancellationRecord, finalOfCancellation } from '#domain/records/cancellation.ts';
import { AmendStaffRecord } from '#exchange/parts/amend-staff-record.tsx';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { cancellationBlocks } from '#exchange/text/cancellation-text.ts';
import { StaffTextOut } from '#exchange/text/staff-text-out.tsx';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useNoteSignatures } from '#storage/signing/use-signatures.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** Recorded for good: its text, and the way to the session on the new day. */
export function CancelledRecord({ record }: { readonly record: CancellationRecord }) {
  const workspace = useWorkspace();
  useAll('sessions');
  const final = finalOfCancellation(record);
  const next = workspace.set.find('sessions', record.newSessionId)?.body;
  return (
    <Page
      title={`Cancelled: session with ${staffName(workspace, record.superviseeRef)}`}
      documentTitle="Cancelled session"
      width="text"
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
      focusKey={`recorded ${record.id}`}
    >
      <p className="govuk-hint">
        This cancellation is recorded and stays as it is. If the session takes place after all, plan
        another one.
      </p>
      {next?.status === 'planned' && (
        <p className="govuk-body">
          The session on the new day is planned.{' '}
          <Link href={`/sessions/${next.id}/agenda`}>Its agenda</Link>
        </p>
      )}
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {final && <CancellationText final={final} />}
    </Page>
  );
}

type Final = NonNullable<ReturnType<typeof finalOfCancellation>>;

/** Children by the council's reference as it is now: no name stands on the supervision file. */
export function CancellationText({ final }: { readonly final: Final }) {
  const workspace = useWorkspace();
  useAll('children');
  const signatures = useNoteSignatures(final.id);
  const labelOf = (ref: string) =>
    findChild(workspace, ref)?.body.reference || 'reference not known yet';
  return (
    <>
      <StaffTextOut
        blocks={cancellationBlocks(final, labelOf, signatures)}
        href={`/print/cancellation/${final.id}`}
        words="Print this record"
      />
      <SignRecord recordId={final.id} />
      <AmendStaffRecord recordId={final.id} />
    </>
  );
}
