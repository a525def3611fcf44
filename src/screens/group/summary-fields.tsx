import { useFormContext } from 'react-hook-form';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { GroupAgendaValues } from './group-agenda-values.ts';
import { Unseen } from './unseen.tsx';

interface SummaryFieldsProps {
  readonly path: `lines.${string}.summaries.${number}`;
  readonly number: number;
  readonly label: string;
  readonly people: readonly SelectOption[];
  readonly onRemove: () => void;
}

/** One profession’s summary for the group (000:259): who prepares it, and its text once it is there. */
export function SummaryFields({ path, number, label, people, onRemove }: SummaryFieldsProps) {
  const { register } = useFormContext<GroupAgendaValues>();
  const of = (
    <Unseen>
      of summary {number} for {label}
    </Unseen>
  );
  return (
    <div className="fp-repeat">
      <div className="fp-columns">
        <TextField
          label={<>Profession{of}</>}
          hint="For example, health visitor or adult mental health worker."
          {...register(`${path}.role`)}
        />
        <SelectField
          label={<>Prepared by{of}</>}
          options={people}
          {...register(`${path}.memberId`)}
        />
      </div>
      <Details
        summary={
          <>
            Text of summary {number}
            <Unseen>for {label}</Unseen>
          </>
        }
      >
        <TextField label={<>Period{of}</>} width="20" {...register(`${path}.period`)} />
        <TextAreaField label={<>Summary{of}</>} rows={3} grow {...register(`${path}.summary`)} />
        <TextAreaField label={<>Progress{of}</>} rows={2} grow {...register(`${path}.progress`)} />
      </Details>
      <Button variant="link" onClick={onRemove}>
        Remove summary {number}
        <Unseen>for {label}</Unseen>
      </Button>
    </div>
  );
}
