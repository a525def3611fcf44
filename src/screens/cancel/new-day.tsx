import { useFormContext, useWatch } from 'react-hook-form';
import { considersCover } from '#domain/cancellations/cancellation.ts';
import { readRearranged } from '#domain/cancellations/cancellation-missing.ts';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { coverFacts } from '#storage/session/cancellations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { CancelValues } from './cancel-values.ts';

/** The new day, or why there is none, and who covers meanwhile. */
export function NewDay({ record }: { readonly record: CancellationRecord }) {
  const workspace = useWorkspace();
  useAll('absences');
  const { register, control, formState } = useFormContext<CancelValues>();
  const { errors } = formState;
  const typed = useWatch({ control, name: 'rearrangedFor' });
  const today = todayIn(workspace);
  const read = readRearranged({ rearrangedFor: typed }, today);
  const on = parseCalendarDate(record.plannedFor) ?? today;
  const cover = coverFacts(workspace, record.superviseeRef, { from: on, to: on });
  const isAsked = considersCover(profileOn(workspace, on), cover);
  return (
    <>
      <h2 className="govuk-heading-m">What happens instead</h2>
      <DateTextField
        label="New day"
        hint="For example, 27 11 2026, friday or 2 weeks. The session is planned when you record this."
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.rearrangedFor?.message}
        {...register('rearrangedFor')}
      />
      <TextAreaField
        label="Why there is no new day yet, where there is none"
        rows={2}
        grow
        error={errors.whyNotRearranged?.message}
        {...register('whyNotRearranged')}
      />
      <TextAreaField
        label={`Cover, or passing cases on to someone else${isAsked ? '' : ' (optional)'}`}
        hint={
          isAsked
            ? 'What was considered: a child is at high risk, or the absence is longer than 10 working days.'
            : undefined
        }
        rows={2}
        grow
        error={errors.coverConsidered?.message}
        {...register('coverConsidered')}
      />
    </>
  );
}
