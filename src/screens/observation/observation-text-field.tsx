import { useFormContext } from 'react-hook-form';
import type { ObservationField } from '#domain/observations/observation-fields.ts';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useNamedIn } from './named-children.tsx';
import type { ObservationValues } from './observation-values.ts';

/** One text of the table, as typed. */
export function ObservationTextField({ field }: { readonly field: ObservationField }) {
  const { control, register, formState } = useFormContext<ObservationValues>();
  const { key, label, hint } = field;
  const named = useNamedIn(control, key);
  return (
    <TextAreaField
      label={label}
      {...(hint ? { hint } : {})}
      rows={2}
      grow
      error={formState.errors[key]?.message}
      below={named && <p className="fp-echo">{named}</p>}
      {...register(key)}
    />
  );
}
