import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readRecordedOn } from '#domain/recording/recorded-on.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import { forgetClipboard } from '#exchange/text/copied-text.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { markRecorded } from '#storage/child-file/child-records.ts';
import { settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';

/** "Recorded in Mosaic on …": the end of the job, and of the deadline. */
export function MarkRecorded({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const { caseSystem } = settingsOf(workspace);
  const mark = markOf(workspace, record.id);
  if (!mark) return <MarkForm record={record} />;
  const on = parseCalendarDate(mark.on);
  return (
    <section aria-labelledby="recorded-heading">
      <h2 className="govuk-heading-m" id="recorded-heading">
        Recorded in {mark.caseSystem} on {on ? formatDate(on) : mark.on}
      </h2>
      <p className="govuk-body">
        By {mark.by}
        {mark.reference && `, reference ${mark.reference}`}.{' '}
        <Button
          variant="link"
          onClick={() =>
            void markRecorded(workspace, record, { state: 'undone', on: '', reference: '' })
          }
        >
          Undo: it is not in {caseSystem} yet
        </Button>
      </p>
    </section>
  );
}

function MarkForm({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const { caseSystem } = settingsOf(workspace);
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { on: formatDate(today), reference: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const once = useOnce();
  const read = readRecordedOn(watch('on'), record, today);

  const submit = handleSubmit(async ({ reference }) => {
    if (read.outcome === 'fault') {
      setError('on', { type: 'date', message: read.message });
      return;
    }
    await once(async () => {
      await markRecorded(workspace, record, { state: 'recorded', on: read.date, reference });
      void forgetClipboard();
    });
  });
  return (
    <section aria-labelledby="mark-heading">
      <h2 className="govuk-heading-m" id="mark-heading">
        Is it in {caseSystem}?
      </h2>
      <ErrorSummary {...useFormErrors('mark', formState)} />
      <Form id="mark" onSubmit={(event) => void submit(event)}>
        <DateTextField
          label={`Recorded in ${caseSystem} on`}
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <TextField
          label={`${caseSystem} reference (optional)`}
          width="20"
          {...register('reference')}
        />
        <Button type="submit">Recorded in {caseSystem}</Button>
      </Form>
    </section>
  );
}
