import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { type AgreementDue, agreementReviewDue } from '#domain/due/agreement-due.ts';
import type { NotDue } from '#domain/due/due-result.ts';
import type { Asked } from '#domain/due/make-due.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import {
  type BothParts,
  hasTwoTexts,
  inForceFrom,
  type Side,
  signaturesOf,
  signedDays,
} from './agreement-signatures.ts';

export type AgreementState =
  | { readonly status: 'none' }
  | { readonly status: 'draft' | 'twoVersions'; readonly holds?: Held }
  | { readonly status: 'signedByOne'; readonly who: Side; readonly holds?: Held }
  | {
      readonly status: 'inForce';
      readonly since: CalendarDate;
      readonly review: AgreementDue | NotDue;
    }
  | {
      readonly status: 'reviewDue';
      readonly since: CalendarDate;
      /** The last day on time. */
      readonly on: CalendarDate;
      readonly review: AgreementDue;
    };

/** The version before, which holds until both have signed the one being written (AGREE14). */
export interface Held {
  readonly agreementId: string;
  readonly since: CalendarDate;
}

/** AGREE4: the latest review that was recorded and found that the agreement goes on as it is. */
function reviewedOn({ reviews }: Agreement, today: CalendarDate): CalendarDate | undefined {
  return reviews
    .filter(({ outcome, by }) => outcome === 'continue' && by !== '')
    .map(({ heldOn }) => parseCalendarDate(heldOn))
    .filter((on) => on !== undefined && on <= today) // DUE5
    .toSorted()
    .at(-1);
}

/**
 * How an agreement stands, and when it must be reviewed. `earlier` are the versions before it, newest
 * first: one that was in force holds until the new one is.
 */
export function stateOfAgreement(
  asked: Asked,
  parts: BothParts | undefined,
  earlier: readonly BothParts[] = [],
): AgreementState {
  if (!parts) return { status: 'none' };
  const since = inForceFrom(asked.profile, parts);
  if (since === undefined) return notInForce(asked, parts, earlier);
  const review = agreementReviewDue({
    ...asked,
    signed: signedDays(parts),
    reviewedOn: reviewedOn(parts.agreement, dayOf(asked.now)),
  });
  // From a week before, as every other date (DUE4).
  return review.outcome === 'none' || review.status === 'ok'
    ? { status: 'inForce', since, review }
    : { status: 'reviewDue', since, on: review.dueOn, review };
}

function notInForce(
  { profile }: Asked,
  parts: BothParts,
  earlier: readonly BothParts[],
): AgreementState {
  const [held] = earlier.flatMap((each): Held[] => {
    const since = inForceFrom(profile, each);
    return since === undefined ? [] : [{ agreementId: each.agreement.id, since }];
  });
  const holds = held ? { holds: held } : {};
  if (hasTwoTexts(parts.agreement)) return { status: 'twoVersions', ...holds };
  const { supervisor, practitioner } = signaturesOf(parts);
  if (supervisor.status === 'signed') return { status: 'signedByOne', who: 'supervisor', ...holds };
  if (practitioner.status === 'signed')
    return { status: 'signedByOne', who: 'practitioner', ...holds };
  return { status: 'draft', ...holds };
}
