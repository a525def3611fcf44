import { type FieldValues, useFormContext, useWatch } from 'react-hook-form';
import {
  employmentOptions,
  type FieldOption,
  stageOptions,
} from '#domain/agreement/agreement-choices.ts';
import type { AgreementField } from '#domain/agreement/agreement-fields.ts';
import {
  superviseeStatements,
  supervisorStatements,
} from '#domain/agreement/agreement-statements.ts';
import { type CalendarDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';

interface FieldInputProps {
  readonly field: AgreementField;
  readonly today: CalendarDate;
  /** Whose words the field was filled in with. */
  readonly source?: string | undefined;
  readonly intervals?: readonly FieldOption[];
  readonly error?: string | undefined;
}

/** One field of the agreement, by its line in the field table. */
export function FieldInput(props: FieldInputProps) {
  const { field, source, intervals = [], error, today } = props;
  const { register } = useFormContext<FieldValues>();
  const { key, input, label, required } = field;
  const hint = [field.hint, source].filter(Boolean).join(' ');
  const isOptional = !required && (input === 'text' || input === 'area' || input === 'date');
  const text = {
    label: isOptional ? `${label} (optional)` : label,
    hint,
    error,
    ...register(key),
  };
  if (input === 'area') return <TextAreaField rows={3} grow {...text} />;
  if (input === 'tick') return <CheckboxField small {...text} label={label} />;
  if (input === 'date') return <DateInput text={text} name={key} today={today} />;
  if (input === 'minutes') return <TextField width="5" inputMode="numeric" {...text} />;
  if (input === 'stage') return <SelectField options={stageOptions} {...text} />;
  if (input === 'employment') return <SelectField options={employmentOptions} {...text} />;
  if (input === 'interval') return <SelectField options={intervals} {...text} />;
  if (input === 'statements') return <Statements field={field} error={error} />;
  return <TextField {...text} />;
}

interface DateInputProps {
  readonly text: Parameters<typeof DateTextField>[0];
  readonly name: string;
  readonly today: CalendarDate;
}

function DateInput({ text, name, today }: DateInputProps) {
  const { control } = useFormContext<FieldValues>();
  const typed: unknown = useWatch({ control, name });
  const read = readTypedDate(typeof typed === 'string' ? typed : '', today, { prefer: 'future' });
  const echo = read.outcome === 'read' ? formatLongDate(read.date) : undefined;
  return <DateTextField {...text} echo={echo} />;
}

function Statements({ field, error }: Pick<FieldInputProps, 'field' | 'error'>) {
  const { register } = useFormContext<FieldValues>();
  const statements = field.who === 'supervisor' ? supervisorStatements : superviseeStatements;
  return (
    <CheckboxesField
      small
      legend={field.label}
      legendSize="s"
      hint="From Bracknell Forest’s sample contract and its list of roles. Tick what you take on."
      options={statements.map(({ key, text, clause }) => ({
        value: key,
        label: `${text} (${clause})`,
      }))}
      error={error}
      {...register(field.key)}
    />
  );
}
