import type { UseFormReturn } from 'react-hook-form';
import { type CalendarDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { type OutFile, type OutKind, outKinds } from '#domain/out/kinds.ts';
import { type OutFormat, outFormats } from '#exchange/out/make-batch.ts';
import { CheckboxesField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';

/** As it is ticked and typed. */
export interface Chosen {
  readonly file: OutFile;
  /** '' everybody; `team …` or `staff …` and a reference. */
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly child: readonly OutKind[];
  readonly staff: readonly OutKind[];
  readonly formats: readonly OutFormat[];
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const files = [
  {
    value: 'child',
    label: 'Children’s records',
    hint: 'Personal supervision is never in it',
  },
  {
    value: 'staff',
    label: 'The supervision file',
    hint: 'Records about practitioners, in a ZIP of their own',
  },
];

interface ChooseProps {
  readonly form: UseFormReturn<Chosen>;
  readonly today: CalendarDate;
  readonly who: readonly SelectOption[];
  /** Shown once somebody tried to save. */
  readonly errors: ChosenErrors;
}

export type ChosenErrors = Partial<Record<'from' | 'to' | OutFile | 'formats', string>>;

/** What is not right, by its field. A period that ends before it begins has nothing in it. */
export function errorsOf(chosen: Chosen, today: CalendarDate): ChosenErrors {
  const [from, to] = [chosen.from, chosen.to].map((typed) =>
    readTypedDate(typed, today, { prefer: 'past' }),
  );
  const isTurned = from?.outcome === 'read' && to?.outcome === 'read' && to.date < from.date;
  return {
    ...(from?.outcome === 'unreadable' ? { from: from.reason } : {}),
    ...(to?.outcome === 'unreadable' ? { to: to.reason } : {}),
    ...(isTurned ? { to: 'The last day must be the same as or after the first' } : {}),
    ...(listOf(chosen[chosen.file]).length === 0
      ? { [chosen.file]: 'Select at least one kind of record' }
      : {}),
    ...(listOf(chosen.formats).length === 0 ? { formats: 'Select at least one kind of file' } : {}),
  };
}

/** One box that is ticked alone may be handed over by itself. */
export const listOf = <Value,>(value: Value | readonly Value[] | false): readonly Value[] =>
  Array.isArray(value) ? value : value ? [value as Value] : [];

export function ChooseRecords({ form: { register, watch }, today, who, errors }: ChooseProps) {
  const { file, from, to } = watch();
  return (
    <>
      <RadiosField
        legend="Which records?"
        legendSize="m"
        small
        {...register('file')}
        options={files}
      />
      <SelectField
        label="Whose work?"
        hint={
          file === 'child'
            ? 'Children by who worked with them on the day of the record'
            : 'Whose supervision it was'
        }
        {...register('who')}
        options={who}
      />
      <DateTextField
        label="From (optional)"
        hint="The day of the discussion, decision or session, for example 1/9/2026"
        error={errors.from}
        echo={errors.from ? '' : echoOf(from, today)}
        {...register('from')}
      />
      <DateTextField
        label="To (optional)"
        error={errors.to}
        echo={errors.to ? '' : echoOf(to, today)}
        {...register('to')}
      />
      <CheckboxesField
        key={file}
        legend="Kinds of record"
        legendSize="s"
        small
        error={errors[file]}
        {...register(file)}
        options={optionsOf(outKinds[file])}
      />
      <CheckboxesField
        legend="Kinds of file"
        legendSize="s"
        small
        error={errors.formats}
        {...register('formats')}
        options={optionsOf(outFormats)}
      />
    </>
  );
}

/** The day that was read, or what would be right. */
function echoOf(typed: string, today: CalendarDate): string {
  const read = readTypedDate(typed, today, { prefer: 'past' });
  if (read.outcome === 'empty') return '';
  return read.outcome === 'read' ? formatLongDate(read.date) : read.reason;
}
