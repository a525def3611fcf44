import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { ChildAmendment } from '#domain/records/child-record.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import { type Checked, correctionSigned, withSignatures } from '#domain/signing/signature-state.ts';

/** A correction of either kind of text on the child’s file, with the signatures that are under it. */
export function amended(
  { id, at, by, text, reason }: ChildAmendment,
  signatures: readonly Checked<ChildSignature>[],
): string {
  const signed = correctionSigned(signatures.filter(({ recordId }) => recordId === id));
  return `Amended at ${formatDateTime(toInstant(at))} by ${by}. Reason: ${reason}\n${text}\n${signed}`;
}

/** How it was finalised and by whom it is signed: what is under a correction stands there. */
export function finalisedLines(
  { id, finalisedAt, finalisedBy }: OnChildFile,
  signatures: readonly Checked<ChildSignature>[],
): string {
  const finalised = `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`;
  const own = signatures.filter(({ recordId }) => recordId === id);
  return withSignatures(finalised, own);
}
