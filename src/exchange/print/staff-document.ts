import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { StaffAmendment } from '#domain/records/staff-amendment.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { type Checked, correctionSigned } from '#domain/signing/signature-state.ts';
import { staffNoteText, staffRecordBlocks } from '#exchange/text/staff-record-text.ts';
import type { PrintDocument, PrintSection } from './document.ts';
import { evidenceLines } from './evidence.ts';
import { documentOfBlocks } from './from-blocks.ts';
import { initialsOf } from './initials.ts';

/** What stands beside the text of a record of the supervision file. */
export interface BesideText {
  readonly amendments?: readonly StaffAmendment[];
  /** Under a correction, by its id: each is signed on its own. */
  readonly signaturesUnder?: (amendmentId: string) => readonly Checked[];
  readonly worth?: readonly string[];
}

interface StaffBlocks extends BesideText {
  /** The parts of the text: the head first, how it was finalised last. */
  readonly blocks: readonly string[];
  readonly title: string;
  /** Whose supervision it is: told by initials at the head of each page. */
  readonly about: string;
  readonly evidence?: readonly string[];
}

/** Any finished text of the supervision file on paper, with its corrections and what its signatures are worth. */
export function staffDocument(printed: StaffBlocks): PrintDocument {
  const { blocks, title, about, worth = [], evidence = [] } = printed;
  const document = documentOfBlocks({ blocks, title, file: 'staff', reference: initialsOf(about) });
  return {
    ...document,
    sections: [...document.sections, ...correctionSections(printed)],
    signatures: [...document.signatures, ...worth, ...evidence],
  };
}

/** SIGN9: each correction with its reason, its words and its own signatures. */
export const correctionSections = ({
  amendments = [],
  signaturesUnder = () => [],
}: BesideText): readonly PrintSection[] =>
  amendments.map(({ id, at, by, reason, text }) => ({
    heading: `Corrected at ${formatDateTime(toInstant(at))} by ${by}`,
    paragraphs: [`Reason: ${reason}`, text, correctionSigned(signaturesUnder(id))],
  }));

interface PrintedNotes extends BesideText {
  readonly note: StaffNote;
  /** Whose notes they are, for notes from before they were a record of their own. */
  readonly supervisee: string;
  readonly signatures?: readonly Checked<StaffSignature>[];
}

/** Supervision notes on paper; undefined for a draft. It takes a record of the staff file and nothing else. */
export function notesDocument(printed: PrintedNotes): PrintDocument | undefined {
  const { note, supervisee, signatures = [], ...beside } = printed;
  if (note.finalisedAt === '') return undefined;
  const record = finalOf(note);
  if (!record) {
    const finalised = `Finalised at ${formatDateTime(toInstant(note.finalisedAt))}.`;
    const blocks = ['Supervision notes', `Notes\n${staffNoteText(note)}`, finalised];
    return staffDocument({ ...beside, blocks, title: 'Supervision notes', about: supervisee });
  }
  return staffDocument({
    ...beside,
    blocks: staffRecordBlocks(record, signatures),
    title: record.heading,
    about: record.supervisee,
    evidence: evidenceLines(record),
  });
}
