import { useForm } from 'react-hook-form';
import { formatDateTime, toInstant } from '#domain/calendar-date.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { handedOverRecord } from '#storage/handed-over.ts';
import {
  amendStaffRecord,
  mayAmendStaffRecord,
  staffAmendmentsOf,
} from '#storage/staff-amendments.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { SignRecord } from './signing/sign-record.tsx';

interface AmendStaffRecordProps {
  /** Of any finished record of the supervision file. */
  readonly recordId: string;
}

/** Below a finished record: its corrections with their dates, each signed on its own, and a new one. */
export function AmendStaffRecord({ recordId }: AmendStaffRecordProps) {
  const workspace = useWorkspace();
  useAll('staffAmendments');
  useAll('staff');
  const amendments = staffAmendmentsOf(workspace, recordId);
  const gone = handedOverRecord(workspace, recordId);
  return (
    <section aria-labelledby={`amend-${recordId}`}>
      <h2 className="govuk-heading-m" id={`amend-${recordId}`}>
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
      {gone !== undefined && <p className="govuk-hint">You do not correct it: {gone}</p>}
      {mayAmendStaffRecord(workspace, recordId) && <CorrectForm recordId={recordId} />}
    </section>
  );
}

/** A finished record is never changed. A correction stands beside it, dated, with its reason. */
function CorrectForm({ recordId }: AmendStaffRecordProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, handleSubmit, formState, reset } = useForm({
    defaultValues: { text: '', reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const formId = `correct-${recordId}`;
  const whole = (text: string) => !hasLoneSurrogate(text) || loneSurrogateMessage;
  const filled = (message: string) => ({
    validate: { filled: (text: string) => text.trim() !== '' || message, whole },
  });
  const submit = handleSubmit(async (amendment) => {
    await amendStaffRecord(workspace, recordId, amendment);
    reset();
    announce('Correction added');
  });
  return (
    <Details summary="Correct this record" open={formState.submitCount > 0}>
      <ErrorSummary {...useFormErrors(formId, formState)} />
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <Form id={formId} onSubmit={(event) => void submit(event)}>
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
