import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { HandoverNote } from '#domain/records/handover-note.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';
import { sectionsOfNote } from '#domain/supervision/handover-note.ts';
import type { PrintDocument, PrintSection } from './document.ts';
import { initialsOf, syntheticMarks } from './initials.ts';
import { type BesideText, correctionSections } from './staff-document.ts';

interface PrintedNote extends BesideText {
  readonly note: HandoverNote;
  readonly signatures?: readonly Checked[];
}

/** The note on a change of supervisor, with what it listed on that day; undefined for a draft. */
export function handoverNoteDocument(printed: PrintedNote): PrintDocument | undefined {
  const { note, signatures = [], worth = [] } = printed;
  const { finalisedAt, finalisedBy, policy } = note;
  if (finalisedAt === '') return undefined;
  const finalised = `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`;
  return {
    title: 'Handover note',
    file: 'staff',
    reference: initialsOf(note.supervisee),
    marks: syntheticMarks(note.synthetic),
    header: [
      ['Supervision of', note.supervisee],
      ['Handed over by', note.supervisor],
      ['To', note.toName],
    ],
    sections: [
      ...sectionsOfNote(note).map(
        ({ title, lines, none }): PrintSection =>
          lines.length > 1
            ? { heading: title, list: lines }
            : { heading: title, paragraphs: [lines[0] ?? none] },
      ),
      ...correctionSections(printed),
    ],
    signatures: [
      ...withSignatures(finalised, signatures).split('\n'),
      ...worth,
      ...(policy === '' ? [] : [`Policy: ${policy}.`]),
    ],
  };
}
