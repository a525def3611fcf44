import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';

/** As a correction is typed: what the record should say, and why. */
interface Correction {
  readonly text: string;
  readonly reason: string;
}

interface CorrectionsProps {
  readonly id: string;
  readonly amendments: readonly (Correction & { id: string; at: string; by: string })[];
  /** Why nothing is corrected or signed here; undefined where it may be. */
  readonly gone: string | undefined;
  /** The form for a new one. */
  readonly children: ReactNode;
}

/** Below a finished record of either file: its corrections with their dates, each signed on its own. */
export function Corrections({ id: headingId, amendments, gone, children }: CorrectionsProps) {
  return (
    <section aria-labelledby={headingId}>
      <h2 className="govuk-heading-m" id={headingId}>
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
      {children}
    </section>
  );
}

interface CorrectionFormProps {
  readonly id: string;
  readonly summary: string;
  readonly destination: ReactNode;
  readonly onAdd: (correction: Correction) => Promise<unknown>;
}

/** A finished record is never changed. A correction stands beside it, dated, with its reason. */
export function CorrectionForm({ id, summary, destination, onAdd }: CorrectionFormProps) {
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
  const once = useOnce();
  const submit = handleSubmit((correction) =>
    once(async () => {
      await onAdd(correction);
      reset();
    }),
  );
  return (
    <Details summary={summary} open={formState.submitCount > 0}>
      <ErrorSummary {...useFormErrors(id, formState)} />
      <p className="govuk-body">{destination}</p>
      <Form id={id} onSubmit={(event) => void submit(event)}>
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
