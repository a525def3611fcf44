import { sharedTextOf } from './agreement-text.ts';
import {
  type CalendarDate,
  dateInLondon,
  parseCalendarDate,
  parseInstant,
} from './calendar-date.ts';
import type { Clashed } from './discussion-progress.ts';
import { type AgreementDue, agreedOn, agreementReviewDue } from './due/agreement-due.ts';
import type { NotDue } from './due/due-result.ts';
import type { Asked } from './due/make-due.ts';
import { dayOf } from './recording-deadline.ts';
import type { Agreement } from './records/agreement.ts';
import type { AgreementResponse } from './records/response.ts';

export type Side = 'supervisor' | 'practitioner';

/** One side's signature. `changedSince`: the text is another one now, so it counts as not signed. */
export interface Signature {
  readonly status: 'none' | 'signed' | 'changedSince';
  readonly by: string;
  readonly at: string;
}

/** An agreement and the practitioner's response to it, where she has begun one. */
export interface BothParts {
  readonly agreement: Agreement;
  readonly response: AgreementResponse | undefined;
}

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

/** AGREE7: a signature counts while the text is the one that was signed, to the letter. */
export function signaturesOf({
  agreement,
  response,
}: BothParts): Readonly<Record<Side, Signature>> {
  const text = sharedTextOf(agreement);
  const signature = (by: string, at: string, signedText: string): Signature => {
    if (parseInstant(at) === undefined) return { status: 'none', by: '', at: '' };
    return { status: signedText === text ? 'signed' : 'changedSince', by, at };
  };
  return {
    supervisor: signature(
      agreement.supervisorSignedBy,
      agreement.supervisorSignedAt,
      agreement.supervisorSignedText,
    ),
    practitioner: signature(
      response?.signedBy ?? '',
      response?.signedAt ?? '',
      response?.signedText ?? '',
    ),
  };
}

export const signedByBoth = (parts: BothParts): boolean =>
  !hasTwoTexts(parts.agreement) &&
  Object.values(signaturesOf(parts)).every(({ status }) => status === 'signed');

/** AGREE9: two versions of a text are no text that anybody has signed. */
const hasTwoTexts = (agreement: Agreement): boolean =>
  ((agreement as Clashed).clashes ?? []).length > 0;

function signedDays(parts: BothParts) {
  const { supervisor, practitioner } = signaturesOf(parts);
  const dayOfSigning = ({ status, at }: Signature) => {
    const moment = status === 'signed' ? parseInstant(at) : undefined;
    return moment && dateInLondon(moment);
  };
  return { supervisor: dayOfSigning(supervisor), supervisee: dayOfSigning(practitioner) };
}

/** AGREE2: the day from which this agreement is in force, or undefined while it is not. */
export function inForceFrom(profile: Asked['profile'], parts: BothParts): CalendarDate | undefined {
  return hasTwoTexts(parts.agreement) ? undefined : agreedOn(profile, signedDays(parts));
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
