import { useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readPastDay } from '#domain/monitoring/monitoring-missing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { MonitoringActions } from './monitoring-actions.tsx';
import type { MonitoringValues } from './monitoring-values.ts';

/** What follows from it: strengths first, then what to develop, what will be done, and who was told. */
export function PartThree() {
  const workspace = useWorkspace();
  const { register, control, formState } = useFormContext<MonitoringValues>();
  const { errors } = formState;
  const read = readPastDay(useWatch({ control, name: 'feedbackOn' }), todayIn(workspace));
  return (
    <section>
      <h2 className="govuk-heading-m">Part 3: what follows</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <TextAreaField
        label="Strengths"
        rows={3}
        grow
        error={errors.strengths?.message}
        {...register('strengths')}
      />
      <TextAreaField
        label="Areas to develop"
        rows={3}
        grow
        error={errors.toDevelop?.message}
        {...register('toDevelop')}
      />
      <MonitoringActions />
      <DateTextField
        label="Feedback given to the supervisor on (optional)"
        hint="28 11 2026, 28 nov, friday or yesterday."
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={errors.feedbackOn?.message}
        {...register('feedbackOn')}
      />
      <TextField
        label="Auditor"
        width="20"
        error={errors.auditor?.message}
        {...register('auditor')}
      />
    </section>
  );
}
