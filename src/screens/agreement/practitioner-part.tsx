import { responseFields } from '#domain/agreement/agreement-fields.ts';
import type { Side } from '#domain/agreement/agreement-signatures.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { type OpenResponse, ownAgreementResponse } from '#storage/agreement/agreement-in-force.ts';
import { beginAgreementResponse } from '#storage/agreement/agreements.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { fieldId } from '#ui/field.tsx';
import { DraftForm } from './draft-form.tsx';
import { EditingPart } from './editing-part.tsx';
import { FieldInput } from './field-input.tsx';
import type { Names, Problems } from './page-types.ts';
import { ReadFields } from './read-fields.tsx';
import { Section } from './section.tsx';

interface PractitionerPartProps {
  readonly agreement: Agreement;
  readonly side: Side;
  readonly names: Names;
  readonly canWrite: boolean;
  readonly problems: Problems;
}

/** The practitioner's own part: her response, written by nobody else. */
export function PractitionerPart(props: PractitionerPartProps) {
  const { agreement, side, names, canWrite } = props;
  const workspace = useWorkspace();
  const response = ownAgreementResponse(workspace, agreement.id);
  const heading = `${names.practitioner}’s part`;
  if (!response) {
    return (
      <Section heading={heading}>
        {side === 'practitioner' ? (
          <Button
            variant="secondary"
            onClick={() => void beginAgreementResponse(workspace, agreement.id)}
          >
            Begin my part
          </Button>
        ) : (
          <p className="govuk-body">
            {names.practitioner} writes this on their own device. Nothing of it is here yet.
          </p>
        )}
      </Section>
    );
  }
  const reading = <ReadFields fields={responseFields} body={response.body} />;
  if (side === 'supervisor') {
    return (
      <Section heading={heading}>
        <p className="govuk-hint">{names.practitioner} writes this on their own device.</p>
        {reading}
      </Section>
    );
  }
  return (
    <Section heading={heading}>
      {canWrite ? (
        <>
          <TwoVersions
            collection="responses"
            id={response.id}
            body={response.body}
            sectionId={fieldId('response', 'twoVersions')}
            before="before you sign"
            other={{ key: 'The other', keep: 'Keep the other' }}
          />
          <EditingPart
            record={response}
            form={(shown) => <OwnForm key={shown} response={response} {...props} />}
            reading={reading}
          />
        </>
      ) : (
        reading
      )}
    </Section>
  );
}

interface OwnFormProps extends PractitionerPartProps {
  readonly response: OpenResponse;
}

function OwnForm({ response, problems }: OwnFormProps) {
  const workspace = useWorkspace();
  return (
    <DraftForm id="response" record={response}>
      {responseFields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          today={todayIn(workspace)}
          error={problems[fieldId('response', field.key)]}
        />
      ))}
    </DraftForm>
  );
}
