import { agreementFields, responseFields } from '#domain/agreement/agreement-fields.ts';
import { signatureWords } from '#domain/agreement/agreement-signature-words.ts';
import { signaturesOf } from '#domain/agreement/agreement-signatures.ts';
import { dateInLondon, formatDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { Staff } from '#domain/records/staff.ts';
import { agreementsWith, ownAgreementResponse } from '#storage/agreement/agreement-in-force.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Details } from '#ui/details.tsx';
import { ReadFields } from './read-fields.tsx';
import { HeldReviews } from './review-part.tsx';

interface EarlierVersionsProps {
  readonly current: OpenRecord<'agreements'>;
  readonly staff: Staff;
}

/** The versions before this one stay as they were signed, to read. */
export function EarlierVersions({ current, staff }: EarlierVersionsProps) {
  const workspace = useWorkspace();
  const earlier = agreementsWith(workspace, staff.ref).filter(({ id }) => id !== current.id);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier-heading">
      <h2 className="govuk-heading-m" id="earlier-heading">
        Earlier versions
      </h2>
      {earlier.map(({ id, body }) => (
        <Details key={id} summary={`Begun on ${begunOn(body)}`}>
          <EarlierVersion agreement={body} />
        </Details>
      ))}
    </section>
  );
}

function EarlierVersion({ agreement }: { readonly agreement: Agreement }) {
  const workspace = useWorkspace();
  const response = ownAgreementResponse(workspace, agreement.id)?.body;
  const { supervisor, practitioner } = signaturesOf({ agreement, response });
  return (
    <>
      <p className="govuk-body">Supervisor: {signatureWords(supervisor)}.</p>
      <p className="govuk-body">Practitioner: {signatureWords(practitioner)}.</p>
      <ReadFields fields={agreementFields} body={agreement} />
      {response && <ReadFields fields={responseFields} body={response} />}
      <HeldReviews agreement={agreement} />
    </>
  );
}

function begunOn({ createdAt }: Agreement): string {
  const at = parseInstant(createdAt);
  return at ? formatDate(dateInLondon(at)) : createdAt;
}
