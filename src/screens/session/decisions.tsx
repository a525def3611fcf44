import { useFieldArray, useFormContext } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface DecisionsProps {
  readonly index: number;
  readonly depth: '' | 'brief' | 'inDepth';
  readonly newId: () => RecordId;
  readonly now: () => string;
  readonly childName: string;
}

const significances = [
  { value: 'routine', label: 'Routine' },
  { value: 'significant', label: 'Significant' },
  { value: 'urgent', label: 'Urgent' },
] as const;

export function Decisions({ index, depth, newId, now, childName }: DecisionsProps) {
  const { control, register } = useFormContext<DiscussionValues>();
  const name = `children.${index}.decisions` as const;
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Decisions and reasons
      </legend>
      <p className="govuk-body">
        <Destination file="child" name={childName} />
      </p>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextAreaField
            label={`Decision ${i + 1}`}
            rows={2}
            grow
            {...register(`${name}.${i}.text`)}
          />
          <TextAreaField label="Reasons" rows={2} grow {...register(`${name}.${i}.rationale`)} />
          <SelectField
            label="How significant is it?"
            options={significances}
            {...register(`${name}.${i}.significance`)}
          />
          <CheckboxField
            small
            label="This changes the direction of the work"
            {...register(`${name}.${i}.changesDirection`)}
          />
          <Button variant="link" onClick={() => remove(i)}>
            Remove decision {i + 1}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() =>
          append({
            id: newId(),
            text: '',
            rationale: '',
            significance: 'routine',
            changesDirection: false,
            decidedAt: now(),
          })
        }
      >
        Add a decision
      </Button>
      {depth === 'inDepth' && fields.length === 0 && (
        <CheckboxField small label="No decisions" {...register(`children.${index}.noDecisions`)} />
      )}
    </fieldset>
  );
}
