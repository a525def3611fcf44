import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { type EntryField, entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryKind } from '#domain/records/entry.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { EntryValues } from './entry-values.ts';

interface EntryTextsProps {
  readonly kind: EntryKind;
  readonly which: 'first' | 'more';
}

/** The texts of this kind, as its table has them. */
export function EntryTexts({ kind, which }: EntryTextsProps) {
  const fields = entryTables[kind].fields.filter(
    ({ more }) => (which === 'more') === (more === true),
  );
  return fields.map((field) => <EntryText key={field.key} field={field} />);
}

function EntryText({ field }: { readonly field: EntryField }) {
  const { register, formState } = useFormContext<EntryValues>();
  const { key, input, hint } = field;
  const text = {
    label: field.label('child'),
    ...(hint ? { hint } : {}),
    error: formState.errors[key]?.message,
    ...register(key),
  };
  if (input === 'longText') return <TextAreaField rows={2} grow {...text} />;
  if (input === 'line') return <TextField {...text} />;
  return <EntryDate field={field} />;
}

/** A day to come: kept as typed, with the date that is read from it said beside it. */
function EntryDate({ field: { key, label } }: { readonly field: EntryField }) {
  const workspace = useWorkspace();
  const { register, control } = useFormContext<EntryValues>();
  const typed = useWatch({ control, name: key });
  const read = readTypedDate(typed, todayIn(workspace));
  return (
    <DateTextField
      label={label('child')}
      hint="28 11 2026, 28 nov, friday or 2 weeks."
      echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
      {...register(key)}
    />
  );
}
