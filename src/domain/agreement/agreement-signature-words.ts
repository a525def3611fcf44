import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { Signature } from './agreement-signatures.ts';

/** Who signed and when, or that the text is another one now. */
export function signatureWords({ status, by, at }: Signature): string {
  if (status === 'none') return 'Not signed';
  const when = formatDateTime(toInstant(at));
  return status === 'signed'
    ? `Signed by ${by} at ${when}`
    : `Changed since ${by} signed at ${when}. Sign again`;
}
