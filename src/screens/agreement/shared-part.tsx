import { agreementFields } from '#domain/agreement/agreement-fields.ts';
import { intervalOptions } from '#domain/agreement/agreement-interval.ts';
import { type PrefilledField, prefilledWords } from '#domain/agreement/agreement-prefill.ts';
import { sharedSections } from '#domain/agreement/agreement-sections.ts';
import { type Side, signaturesOf } from '#domain/agreement/agreement-signatures.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import { partsOf } from '#storage/agreement/agreement-in-force.ts';
import { profileOfAgreement, superviseeOf } from '#storage/agreement/agreement-reads.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { fieldId } from '#ui/field.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { DraftForm } from './draft-form.tsx';
import { EditingPart } from './editing-part.tsx';
import { FieldInput } from './field-input.tsx';
import type { Names, Problems } from './page-types.ts';
import { ReadFields } from './read-fields.tsx';
import { Section } from './section.tsx';

interface SharedPartProps {
  readonly record: OpenRecord<'agreements'>;
  readonly side: Side;
  readonly names: Names;
  readonly canWrite: boolean;
  readonly problems: Problems;
}

/** What both agree, and the supervisor's part, which only the supervisor writes. */
export function SharedPart(props: SharedPartProps) {
  const { record, names, canWrite } = props;
  const reading = <SharedReading agreement={record.body} names={names} />;
  if (!canWrite) return reading;
  return (
    <>
      <OtherHasSigned {...props} />
      <EditingPart
        record={record}
        form={(shown) => <SharedForm key={shown} {...props} />}
        reading={reading}
      />
    </>
  );
}

function OtherHasSigned({ record, side, names }: SharedPartProps) {
  const workspace = useWorkspace();
  const other = side === 'supervisor' ? 'practitioner' : 'supervisor';
  if (signaturesOf(partsOf(workspace, record.body))[other].status !== 'signed') return null;
  return (
    <InsetText>
      {names[other]} has signed this text. Where it is changed, {names[other]} signs again.
    </InsetText>
  );
}

const fieldsIn = (section: string) => agreementFields.filter((field) => field.section === section);

/** The shared text and the supervisor's part, to read. */
function SharedReading({ agreement, names }: { agreement: Agreement; names: Names }) {
  return (
    <>
      {sharedSections.map(({ section, heading }) => (
        <Section key={section} heading={heading}>
          <ReadFields fields={fieldsIn(section)} body={agreement} />
        </Section>
      ))}
      <SupervisorReading agreement={agreement} names={names} />
    </>
  );
}

function SupervisorReading({ agreement, names }: { agreement: Agreement; names: Names }) {
  return (
    <Section
      heading={`${names.supervisor}’s part`}
      id={fieldId('agreement', 'statements')} // where a practitioner is told that it is not filled in
    >
      <ReadFields fields={fieldsIn('supervisor')} body={agreement} />
    </Section>
  );
}

function SharedForm({ record, side, names, problems }: SharedPartProps) {
  const workspace = useWorkspace();
  const agreement = record.body;
  const profile = profileOfAgreement(workspace, agreement);
  const worker = workerOf(superviseeOf(workspace, agreement.superviseeRef));
  const today = todayIn(workspace);
  const words = prefilledWords({ profile, worker, today });
  const chosen = agreement.agreedInterval;
  const intervals = intervalOptions({ profile, worker, today, chosen });
  const inputs = (section: string) =>
    fieldsIn(section).map((field) => (
      <FieldInput
        key={field.key}
        field={field}
        today={today}
        source={words[field.key as PrefilledField]?.source} // undefined for what is not filled in
        intervals={intervals}
        error={problems[fieldId('agreement', field.key)]}
      />
    ));
  return (
    <>
      <DraftForm id="agreement" record={record}>
        {sharedSections.map(({ section, heading }) => (
          <Section key={section} heading={heading}>
            {inputs(section)}
          </Section>
        ))}
        {side === 'supervisor' && (
          <Section heading={`${names.supervisor}’s part`}>{inputs('supervisor')}</Section>
        )}
      </DraftForm>
      {side === 'practitioner' && (
        <>
          <SupervisorReading agreement={agreement} names={names} />
          <p className="govuk-hint">{names.supervisor} writes this on their own device.</p>
        </>
      )}
    </>
  );
}
