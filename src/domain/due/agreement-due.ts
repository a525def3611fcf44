import { addInterval, type CalendarDate, laterOf } from '#domain/dates/calendar-date.ts';
import { agreedOn, type Signatures } from './agreed-on.ts';
import type { Due, NotDue } from './due-result.ts';
import { intervalWords } from './interval.ts';
import { cited } from './interval-rule.ts';
import { type Asked, makeDue, notDue } from './make-due.ts';

export interface AgreementDue extends Due {
  /** The day it is agreed: the later signature (C-18). */
  readonly effectiveFrom: CalendarDate;
}

/** When the agreement must be reviewed (AGREE1–AGREE4, R-37, R-38). `none` says what is missing. */
export function agreementReviewDue(
  question: Asked & {
    readonly signed: Signatures;
    /** The latest review that was held. */
    readonly reviewedOn?: CalendarDate | undefined;
  },
): AgreementDue | NotDue {
  const { profile, signed, reviewedOn } = question;
  const { agreement, source, terms } = profile;
  if (!agreement?.required) return notDue(`${source.name} asks for no agreement.`);
  const effectiveFrom = agreedOn(profile, signed);
  if (effectiveFrom === undefined)
    return notDue(`No ${terms.agreement} is in place: it is not signed by both.`);
  const { reviewInterval, reviewStrength, strength, src } = agreement;
  if (!reviewInterval) return notDue(`${source.name} gives no interval for a review.`);

  const from = reviewedOn === undefined ? effectiveFrom : laterOf(reviewedOn, effectiveFrom);
  const due = makeDue(question, {
    rule: { rule: 'R-38', ...cited(src, reviewStrength ?? strength) },
    what: `review of the ${terms.agreement} every ${intervalWords(reviewInterval)}`,
    dueOn: addInterval(from, reviewInterval),
    countedFrom: { on: from, what: from === effectiveFrom ? 'signed' : 'lastHeld' },
  });
  return { ...due, effectiveFrom };
}
