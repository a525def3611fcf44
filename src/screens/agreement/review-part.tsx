import { reviewOutcomes } from '#domain/agreement/agreement-review-outcomes.ts';
import type { Side } from '#domain/agreement/agreement-signatures.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Agreement, Review } from '#domain/records/agreement.ts';
import type { Staff } from '#domain/records/staff.ts';
import { agreementState } from '#storage/agreement/agreement-reads.ts';
import { beginReview, openReview } from '#storage/agreement/agreements.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { EditingPart } from './editing-part.tsx';
import { ReviewForm } from './review-form.tsx';
import { Section } from './section.tsx';

interface ReviewPartProps {
  readonly record: OpenRecord<'agreements'>;
  readonly side: Side;
  readonly staff: Staff;
  /** Not while the text itself is being written: a record has one form. */
  readonly canRecord: boolean;
}

/** The reviews that were held. The supervisor writes the next one down. */
export function ReviewPart({ record, side, staff, canRecord }: ReviewPartProps) {
  const workspace = useWorkspace();
  const state = agreementState(workspace, staff.ref);
  const isInForce = state.status === 'inForce' || state.status === 'reviewDue';
  if (!isInForce) return null;
  const writing = openReview(record.body);
  const mayWrite = side === 'supervisor' && canRecord;
  return (
    <Section heading="Review">
      <HeldReviews agreement={record.body} />
      {mayWrite && !writing && (
        <Button variant="secondary" onClick={() => void beginReview(workspace, record.id)}>
          Write down a review
        </Button>
      )}
      {mayWrite && writing && (
        <EditingPart
          record={record}
          form={(shown) => <ReviewForm key={shown} record={record} review={writing} />}
          reading={<p className="govuk-body">{writing.notes}</p>}
        />
      )}
    </Section>
  );
}

/** Reviews to read, of this version or an earlier one. */
export function HeldReviews({ agreement }: { readonly agreement: Agreement }) {
  const workspace = useWorkspace();
  const held = agreement.reviews.filter(({ by }) => by !== '');
  if (held.length === 0) return <p className="govuk-body">No review is recorded yet.</p>;
  return held.map((review) => (
    <SummaryList
      key={review.id}
      rows={[
        { key: 'Review held on', value: dayWords(review) },
        { key: 'Outcome', value: outcomeWords(review) },
        { key: 'Notes', value: <span className="fp-text">{review.notes}</span> },
        { key: 'Recorded by', value: staffName(workspace, review.by) },
      ]}
    />
  ));
}

function dayWords({ heldOn }: Review): string {
  const on = parseCalendarDate(heldOn);
  return on ? formatDate(on) : heldOn;
}

const outcomeWords = ({ outcome }: Review): string =>
  reviewOutcomes.find(({ value }) => value === outcome)?.label ?? outcome;
