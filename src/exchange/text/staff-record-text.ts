import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { StaffRecord } from '#domain/records/staff-record.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';
import {
  absenceLines,
  absences,
  agendaAgreed,
  agreed,
  aspects,
  brought,
  forStage,
  gap,
  groupsAttended,
  header,
  joined,
  more,
  next,
  reviewed,
  titled,
  written,
} from './staff-record-parts.ts';
import { supervisionFormBlocks } from './supervision-form-text.ts';

/**
 * The supervision notes of one session as plain text, for the supervision file. It takes a record of the
 * staff file and nothing else: no child's record is made from it.
 */
export function staffRecordText(
  record: StaffRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): string {
  return staffRecordBlocks(record, signatures).join('\n\n');
}

/** The same text in its parts, each under its first line: who it is about first, how it was finalised last. */
export function staffRecordBlocks(
  record: StaffRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): readonly string[] {
  const { finalisedAt, finalisedBy, form } = record;
  if (form) return supervisionFormBlocks(record, form, signatures);
  return written([
    header(record),
    agendaAgreed(record),
    ...brought(record),
    ...absences(record),
    groupsAttended(record),
    ...gap(record, record.gap),
    reviewed(record),
    ...aspects(record, record.threePs),
    ...forStage(record),
    ...more(record),
    agreed(record),
    titled('Any other business', record.text),
    ...next(record),
    withSignatures(
      `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
      signatures,
    ),
  ]);
}

/** Notes that are no record yet, or were finalised before there was one: every typed word is in it. */
export function staffNoteText(note: StaffNote): string {
  return joined([
    titled('Location', note.location),
    ...brought(note),
    titled('Absences since last time', absenceLines(note)),
    ...gap(note, ''),
    ...note.settled.map(({ reason }) => titled('Why it is not done', reason)),
    ...aspects(note, false),
    ...forStage(note),
    ...more(note),
    ...note.actions.map(({ what, owner, byWhen }) =>
      titled('Action', [what, owner, byWhen].filter(Boolean).join('. ')),
    ),
    titled('Next meeting', note.nextMeetingOn),
    note.text,
  ]);
}
