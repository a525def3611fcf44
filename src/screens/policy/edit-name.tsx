import { useFormContext, useWatch } from 'react-hook-form';
import { TextField } from '#ui/text-field.tsx';
import type { EditValues } from './edit-values.ts';
import { FromDay } from './from-day.tsx';

export function EditName({ isInForce }: { readonly isInForce: boolean }) {
  const { register, control, formState } = useFormContext<EditValues>();
  // Watched here alone: the rest of the form is not drawn again for each key.
  const effectiveFrom = useWatch({ control, name: 'effectiveFrom' });
  const { errors } = formState;
  return (
    <>
      {!isInForce && (
        <p className="govuk-body">
          To use this profile as it is, change nothing: enter the day it begins and save.
        </p>
      )}
      <TextField
        label="What this profile is called"
        error={errors.label?.message}
        {...register('label')}
      />
      <TextField
        label="What stands beside each date"
        hint="Usually the name of your council."
        width="20"
        error={errors.sourceName?.message}
        {...register('sourceName')}
      />
      <TextField
        label="Year of the policy’s text (optional)"
        width="5"
        inputMode="numeric"
        error={errors.year?.message}
        {...register('year')}
      />
      <TextField
        label="Version"
        hint="A finalised record says which version it was finalised under."
        width="10"
        error={errors.version?.message}
        {...register('version')}
      />
      <FromDay
        typed={effectiveFrom}
        error={errors.effectiveFrom?.message}
        {...register('effectiveFrom')}
      />
    </>
  );
}
