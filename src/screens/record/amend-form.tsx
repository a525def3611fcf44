import { useForm } from 'react-hook-form';
import { formatDateTime, toInstant } from '#domain/calendar-date.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { amendmentsOf } from '#storage/child-record-reads.ts';
import { amendRecord } from '#storage/child-records.ts';
import { handedOverRecord } from '#storage/handed-over.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** A finalised record is never changed. A correction stands beside it, dated, with its reason. */
export function AmendForm({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  useAll('staff');
  const amendments = amendmentsOf(workspace, record.id);
  const gone = handedOverRecord(workspace, record.id);
  return (
    <section aria-labelledby="amend-heading">
      <h2 className="govuk-heading-m" id="amend-heading">
        Corrections
      </h2>
      {amendments.length === 0 ? (
        <p className="govuk-body">None. The record is as it was finalised.</p>
      ) : (
        <Timeline>
          {amendments.map(({ id, at, by, reason, text }) => (
            <TimelineItem
              key={id}
              title={`Reason: ${reason}`}
              byline={by}
              dateText={formatDateTime(toInstant(at))}
              dateTime={at}
              headingLevel={3}
            >
              <p className="fp-text">{text}</p>
              <SignRecord recordId={id} what="this correction" isReadOnly={gone !== undefined} />
            </TimelineItem>
          ))}
        </Timeline>
      )}
      {gone === undefined ? (
        <AddCorrection record={record} />
      ) : (
        <p className="govuk-hint">You do not correct it: {gone}</p>
      )}
    </section>
  );
}

function AddCorrection({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const { register, handleSubmit, formState, reset } = useForm({
    defaultValues: { text: '', reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const whole = (text: string) => !hasLoneSurrogate(text) || loneSurrogateMessage;
  const filled = (message: string) => ({
    validate: { filled: (text: string) => text.trim() !== '' || message, whole },
  });

  const submit = handleSubmit(async (amendment) => {
    await amendRecord(workspace, record, amendment);
    reset();
  });
  return (
    <Details summary="Add a correction" open={formState.submitCount > 0}>
      <ErrorSummary {...useFormErrors('amend', formState)} />
      <p className="govuk-body">
        <Destination file="child" name={record.child.name || record.child.reference} />
      </p>
      <Form id="amend" onSubmit={(event) => void submit(event)}>
        <TextAreaField
          label="Correction"
          hint="What the record should say. The original stays as it is."
          rows={3}
          grow
          error={errors.text?.message}
          {...register('text', filled('Write the correction'))}
        />
        <TextField
          label="Reason"
          error={errors.reason?.message}
          {...register('reason', filled('Write the reason for the correction'))}
        />
        <Button type="submit">Add the correction</Button>
      </Form>
    </Details>
  );
}
