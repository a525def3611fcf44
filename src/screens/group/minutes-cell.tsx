import { useFormContext } from 'react-hook-form';
import { TextField } from '#ui/text-field.tsx';
import type { FamilyRow } from './family-row.ts';
import type { GroupAgendaValues } from './group-agenda-values.ts';

/** Left empty, the plan counts with what it suggests, which is said. */
export function MinutesCell({ row }: { readonly row: FamilyRow }) {
  const { register } = useFormContext<GroupAgendaValues>();
  return (
    <TextField
      label={`Minutes for ${row.label}`}
      labelHidden
      hint={`${row.family.suggestedMinutes} suggested`}
      width="5"
      inputMode="numeric"
      {...register(`lines.${row.rowId}.minutes`)}
    />
  );
}
