import { useForm } from 'react-hook-form';
import { stageOptions } from '#domain/agreement/agreement-choices.ts';
import { intervalOptions } from '#domain/agreement/agreement-interval.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { hasGroupTeams } from '#domain/due/every-open-case.ts';
import type { WorkerStage } from '#domain/due/worker.ts';
import type { Staff } from '#domain/records/staff.ts';
import { checkOwnInterval } from '#storage/agenda/due.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import { changeStaff, profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

const dateFields = [
  ['startedOn', 'Started on', 'In this job, or on the ASYE.'],
  ['sixMonthReviewDate', 'Six-month review held on', 'For the ASYE, where it is known.'],
  ['agreedFortnightlyFrom', 'Fortnightly agreed from', 'For a student.'],
] as const;

/** What the interval of this person's supervision, and of the children's discussions, follows from. */
export function StageForm({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const text = (iso: string) => {
    const date = parseCalendarDate(iso);
    return date ? formatDate(date) : '';
  };
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: {
      stage: staff.stage as string,
      startedOn: text(staff.startedOn),
      sixMonthReviewDate: text(staff.sixMonthReviewDate),
      agreedFortnightlyFrom: text(staff.agreedFortnightlyFrom),
      ownInterval: staff.ownInterval,
      ownIntervalReason: staff.ownIntervalReason,
      familySafeguarding: staff.familySafeguarding,
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const profile = profileOf(workspace);
  const options = intervalOptions({
    profile,
    worker: workerOf(staff),
    today,
    chosen: staff.ownInterval,
  });

  const submit = handleSubmit(async (values) => {
    const dates: Record<string, string> = {};
    let isFine = true;
    for (const [field] of dateFields) {
      const read = readTypedDate(values[field], today, { prefer: 'past' });
      dates[field] = read.outcome === 'read' ? read.date : '';
      if (read.outcome !== 'unreadable') continue;
      isFine = false;
      setError(field, { type: 'date', message: read.reason });
    }
    const stage = values.stage as WorkerStage; // one of the options
    const next: Staff = { ...staff, ...values, ...dates, stage };
    if (values.ownInterval !== '') {
      const check = checkOwnInterval(workspace, next);
      if (check.outcome === 'refused') {
        isFine = false;
        setError('ownInterval', { type: 'interval', message: check.error });
      }
    }
    if (!isFine) return;
    await changeStaff(workspace, staff.ref, next);
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('stage', formState)} />
      <Form id="stage" onSubmit={(event) => void submit(event)}>
        <SelectField label="Stage" options={stageOptions} {...register('stage')} />
        {dateFields.map(([field, label, hint]) => (
          <DateTextField
            key={field}
            label={label}
            hint={hint}
            error={errors[field]?.message}
            {...register(field)}
          />
        ))}
        <SelectField
          label="An interval of your own"
          hint="It may be shorter than the policy’s. Longer only where the policy says that hours count."
          options={options}
          error={errors.ownInterval?.message}
          {...register('ownInterval')}
        />
        <TextField label="Reason for it" {...register('ownIntervalReason')} />
        {hasGroupTeams(profile) && (
          <CheckboxField
            label="This team works in Family Safeguarding"
            hint="All supervision of practice takes place in group supervision. The children are then covered by the group, and the one-to-one does not ask for each of them again."
            {...register('familySafeguarding')}
          />
        )}
        <Button type="submit">Save</Button>
      </Form>
    </>
  );
}
