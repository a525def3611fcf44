import { useFormContext, useWatch } from 'react-hook-form';
import { cancellationReasons } from '#domain/cancellations/cancellation.ts';
import { readCancelledOn } from '#domain/cancellations/cancellation-missing.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { CancelValues } from './cancel-values.ts';

/** Who, when and why. No reason is exceptional by itself: a person says so (CANCEL1). */
export function WhyCancelled() {
  const workspace = useWorkspace();
  const { register, control, formState } = useFormContext<CancelValues>();
  const { errors } = formState;
  const [reason, typed] = useWatch({ control, name: ['reason', 'cancelledOn'] });
  const read = readCancelledOn({ cancelledOn: typed }, todayIn(workspace));
  return (
    <>
      <TextField
        label="Cancelled by"
        width="20"
        error={errors.cancelledBy?.message}
        {...register('cancelledBy')}
      />
      <DateTextField
        label="Cancelled on"
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.cancelledOn?.message}
        {...register('cancelledOn')}
      />
      <RadiosField
        legend="Reason"
        small
        options={cancellationReasons}
        error={errors.reason?.message}
        {...register('reason')}
      />
      {reason === 'other' && (
        <TextField
          label="Which reason"
          error={errors.otherReason?.message}
          {...register('otherReason')}
        />
      )}
      <RadiosField
        legend="Was the reason exceptional?"
        hint="An exceptional reason explains a supervision that was missed. It stays missed."
        small
        inline
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        error={errors.exceptional?.message}
        {...register('exceptional')}
      />
    </>
  );
}
