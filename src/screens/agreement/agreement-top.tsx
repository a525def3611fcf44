import type { AgreementState } from '#domain/agreement/agreement-state.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { DueTag } from '#ui/due-tag.tsx';
import { Tag } from '#ui/tag.tsx';
import type { Names } from './page-types.ts';

interface AgreementTopProps {
  readonly state: AgreementState;
  readonly names: Names;
}

/** How the agreement stands, and when it is reviewed, with the clause that says so. */
export function AgreementTop({ state, names }: AgreementTopProps) {
  if (state.status === 'none') return null;
  if (state.status === 'inForce' || state.status === 'reviewDue') {
    const { review, since } = state;
    return (
      <>
        <p className="govuk-body">
          <Tag tone="green">In force</Tag> since {formatDate(since)}.
        </p>
        <p className="govuk-body">
          {review.outcome === 'due' ? (
            <>
              {state.status === 'reviewDue' && <DueTag what="Review" status={review.status} />}{' '}
              {review.words}.
            </>
          ) : (
            review.why
          )}
        </p>
      </>
    );
  }
  return (
    <p className="govuk-body">
      {notInForce(state, names)}
      {state.holds &&
        ` The version before this one holds until then. It is in force since ${formatDate(state.holds.since)}.`}
    </p>
  );
}

function notInForce(
  state: Extract<AgreementState, { status: 'draft' | 'signedByOne' | 'twoVersions' }>,
  names: Names,
) {
  if (state.status === 'signedByOne') {
    const other = state.who === 'supervisor' ? 'practitioner' : 'supervisor';
    return (
      <>
        <Tag tone="yellow">Signed by one</Tag> {names[state.who]} has signed. {names[other]} has not
        signed yet.
      </>
    );
  }
  return state.status === 'draft' ? (
    <>
      <Tag tone="grey">Draft</Tag> Not signed.
    </>
  ) : (
    <>
      <Tag tone="yellow">Two versions</Tag> A text was changed in two places. Nobody signs before
      one is chosen.
    </>
  );
}
