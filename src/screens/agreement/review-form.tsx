import { useState } from 'react';
import { type FieldValues, useFormContext, useWatch } from 'react-hook-form';
import { reviewOutcomes } from '#domain/agreement/agreement-review-outcomes.ts';
import { type CalendarDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Review } from '#domain/records/agreement.ts';
import { type HeldReview, reviewAgreement } from '#storage/agreement/agreements.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { DraftForm } from './draft-form.tsx';

interface ReviewFormProps {
  readonly record: OpenRecord<'agreements'>;
  readonly review: Review;
}

interface Faults {
  readonly heldOn?: string;
  readonly outcome?: string;
}

/** A review while it is written down: saved as it is typed, and counted once it is recorded. */
export function ReviewForm({ record, review }: ReviewFormProps) {
  return (
    <DraftForm id="review" record={record}>
      <ReviewFields record={record} review={review} />
    </DraftForm>
  );
}

function ReviewFields({ record, review }: ReviewFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, getValues, control } = useFormContext<FieldValues>();
  const [{ faults, count }, setFaults] = useState({ faults: {} as Faults, count: 0 });
  const today = todayIn(workspace);
  const at = `reviews.${record.body.reviews.findIndex(({ id }) => id === review.id)}`;
  const typed: unknown = useWatch({ control, name: `${at}.heldOn` });
  const read = readTypedDate(typeof typed === 'string' ? typed : '', today, { prefer: 'past' });

  async function recordNow() {
    const checked = checkReview(getValues(at) as Review, today); // the form owns the whole record
    setFaults({ faults: checked.faults, count: count + 1 });
    if (!checked.held) return;
    await reviewAgreement(workspace, record.id, checked.held);
    announce('The review is recorded');
  }

  const errors = Object.entries(faults).map(([field, message]) => ({
    id: fieldId('review', `${at}.${field}`),
    message,
  }));
  return (
    <>
      <ErrorSummary errors={errors} submitCount={count} />
      <DateTextField
        label="Review held on"
        echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
        error={faults.heldOn}
        {...register(`${at}.heldOn`)}
      />
      <RadiosField
        legend="What becomes of the agreement"
        options={reviewOutcomes}
        error={faults.outcome}
        {...register(`${at}.outcome`)}
      />
      <TextAreaField label="Notes (optional)" rows={3} grow {...register(`${at}.notes`)} />
      <Button onClick={() => void recordNow()}>Record the review</Button>
    </>
  );
}

interface CheckedReview {
  readonly faults: Faults;
  readonly held?: HeldReview;
}

function checkReview({ heldOn, outcome, notes }: Review, today: CalendarDate): CheckedReview {
  const read = readTypedDate(heldOn, today, { prefer: 'past' });
  const faults: Faults = {
    ...(read.outcome === 'read' ? {} : { heldOn: dateFault(read) }),
    ...(read.outcome === 'read' && read.date > today
      ? { heldOn: 'Enter a day that has been: a review that was held' }
      : {}),
    ...(outcome === '' ? { outcome: 'Choose what becomes of the agreement' } : {}),
  };
  const isFine = Object.keys(faults).length === 0;
  if (!isFine || read.outcome !== 'read' || outcome === '') return { faults };
  return { faults, held: { heldOn: read.date, outcome, notes } };
}

const dateFault = (read: Exclude<ReturnType<typeof readTypedDate>, { outcome: 'read' }>): string =>
  read.outcome === 'unreadable' ? read.reason : 'Enter the day the review was held';
