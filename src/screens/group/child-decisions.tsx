import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import { DraftDecision } from '#domain/records/discussion.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyValues } from './family-values.ts';
import { Unseen } from './unseen.tsx';

interface ChildDecisionsProps {
  readonly index: number;
  readonly name: string;
}

const significances = [
  { value: 'routine', label: 'Routine' },
  { value: 'significant', label: 'Significant' },
  { value: 'urgent', label: 'Urgent' },
] as const;

/** What is decided for one child; called an idea where nobody is here who may decide. */
export function ChildDecisions({ index, name }: ChildDecisionsProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const path = `children.${index}.decisions` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path, keyName: 'key' });
  const isIdea = useWatch({ control, name: 'managerPresent' }) === 'no';
  const what = isIdea ? 'idea' : 'decision';
  const about = <Unseen>for {name}</Unseen>;

  function add() {
    const id = workspace.ports.newId() as RecordId; // a port makes ids
    append(DraftDecision.parse({ id, decidedAt: workspace.now }));
  }
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {isIdea ? 'Ideas' : 'Decisions and reasons'}
        {about}
      </legend>
      {isIdea && (
        <p className="govuk-hint">The accountable manager is not here: these decide nothing.</p>
      )}
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextAreaField
            label={
              <>
                {isIdea ? 'Idea' : 'Decision'} {i + 1}
                {about}
              </>
            }
            rows={2}
            grow
            {...register(`${path}.${i}.text`)}
          />
          <TextAreaField
            label={
              <>
                Reasons
                <Unseen>
                  of {what} {i + 1} for {name}
                </Unseen>
              </>
            }
            rows={2}
            grow
            {...register(`${path}.${i}.rationale`)}
          />
          {!isIdea && (
            <>
              <SelectField
                label={<>How significant is it?{about}</>}
                options={significances}
                {...register(`${path}.${i}.significance`)}
              />
              <CheckboxField
                small
                label={<>This changes the direction of the work{about}</>}
                {...register(`${path}.${i}.changesDirection`)}
              />
            </>
          )}
          <Button variant="link" onClick={() => remove(i)}>
            Remove {what} {i + 1}
            {about}
          </Button>
        </div>
      ))}
      <Button variant="secondary" onClick={add}>
        {isIdea ? 'Add an idea' : 'Add a decision'}
        {about}
      </Button>
      {fields.length === 0 && !isIdea && (
        <CheckboxField
          small
          label={<>No decisions{about}</>}
          {...register(`children.${index}.noDecisions`)}
        />
      )}
    </fieldset>
  );
}
