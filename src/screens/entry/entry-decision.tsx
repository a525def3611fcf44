import { useFormContext } from 'react-hook-form';
import { RadiosField } from '#ui/radios-field.tsx';
import type { EntryValues } from './entry-values.ts';

const weights = [
  { value: 'routine', label: 'Routine' },
  { value: 'significant', label: 'Significant' },
  { value: 'urgent', label: 'Urgent' },
] as const;

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** asked of every decision, with no answer chosen beforehand. */
export function EntryDecision() {
  const { register, formState } = useFormContext<EntryValues>();
  const { errors } = formState;
  return (
    <>
      <RadiosField
        legend="How significant is it?"
        inline
        small
        options={weights}
        error={errors.significance?.message}
        {...register('significance')}
      />
      <RadiosField
        legend="Does it change the direction of the work?"
        inline
        small
        options={yesOrNo}
        error={errors.changesDirection?.message}
        {...register('changesDirection')}
      />
    </>
  );
}
