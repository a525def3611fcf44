import type { Observation } from '#domain/records/observation.ts';
import { finalObservation } from '#domain/records/observation.ts';
import { AmendStaffRecord } from '#exchange/parts/amend-staff-record.tsx';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { observationText } from '#exchange/text/observation-text.ts';
import { readableText } from '#exchange/text/readable-text.ts';
import { findStaff, settingsOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';

interface ObservationFinalisedProps {
  readonly id: string;
  readonly observation: Observation;
}

/** The finished record, to read. Its correction and its signature are acts of their own. */
export function ObservationFinalised({ id, observation }: ObservationFinalisedProps) {
  const workspace = useWorkspace();
  const { superviseeRef } = observation;
  const record = finalObservation(observation);
  const { me, alsoMe } = settingsOf(workspace);
  const isMine = [me as string, ...alsoMe].includes(superviseeRef);
  const personRow = findStaff(workspace, superviseeRef)?.id ?? '';
  const name = staffName(workspace, superviseeRef);
  return (
    <Page
      title={record?.heading ?? 'Observation'}
      width="text"
      back={
        <BackLink href={`/practitioners/${personRow}`}>{isMine ? 'Your entry' : name}</BackLink>
      }
      focusKey={`${id} finalised`}
    >
      <IdentityBar name={name} />
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <TextAreaField
        name="observation"
        label="Observation, finalised"
        readOnly
        value={
          record
            ? observationText(record)
            : readableText({ collection: 'observations', id, body: observation })
        }
        rows={10}
        grow
      />
      {record && record.nextDue !== '' && <p className="govuk-body">Next: {record.nextDue}.</p>}
      {record && (
        <p className="govuk-body">
          <Link href={`/print/observation/${id}`}>Print this observation</Link>
        </p>
      )}
      <SignRecord recordId={id} what="this observation" />
      <AmendStaffRecord recordId={id} />
    </Page>
  );
}
