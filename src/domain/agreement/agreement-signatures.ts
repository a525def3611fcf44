import { type CalendarDate, dateInLondon, parseInstant } from '#domain/dates/calendar-date.ts';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import { agreedOn, type Signatures } from '#domain/due/agreed-on.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { AgreementResponse } from '#domain/records/response.ts';
import { sharedTextOf } from './agreement-text.ts';

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
export const hasTwoTexts = (agreement: Agreement): boolean =>
  ((agreement as Clashed).clashes ?? []).length > 0;

/** The days on which the two sides signed this very text. */
export function signedDays(parts: BothParts): Signatures {
  const { supervisor, practitioner } = signaturesOf(parts);
  const dayOfSigning = ({ status, at }: Signature) => {
    const moment = status === 'signed' ? parseInstant(at) : undefined;
    return moment && dateInLondon(moment);
  };
  return { supervisor: dayOfSigning(supervisor), supervisee: dayOfSigning(practitioner) };
}

/** AGREE2: the day from which this agreement is in force, or undefined while it is not. */
export function inForceFrom(profile: PolicyProfile, parts: BothParts): CalendarDate | undefined {
  return hasTwoTexts(parts.agreement) ? undefined : agreedOn(profile, signedDays(parts));
}
