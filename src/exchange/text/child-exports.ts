import { assert } from '#domain/assert.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { recordedMark } from '#domain/recording/marks.ts';
import type { ChildBroughtIn } from '#domain/records/brought-in.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildAmendment, ChildMark } from '#domain/records/child-record.ts';
import { isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { broughtInParts } from '#exchange/print/brought-in-document.ts';
import { documentText, type PrintDocument } from '#exchange/print/document.ts';
import { evidenceLines } from '#exchange/print/evidence.ts';
import { documentOfBlocks } from '#exchange/print/from-blocks.ts';
import { decisionFormOf, decisionRecordBlocks } from './child-decision-text.ts';
import { childEntryBlocks } from './child-entry-text.ts';
import { childRecordBlocks } from './child-record-text.ts';

/**
 * All that an export of a child may be made from: records of the child's file. There is no field here
 * that a note, a session, a preparation or a response would fit, and no way to ask for one.
 */
export interface ChildExportInput {
  readonly record: OnChildFile;
  readonly amendments: readonly ChildAmendment[];
  readonly marks: readonly ChildMark[];
  /** As they were checked on this device. */
  readonly signatures?: readonly Checked<ChildSignature>[];
}

export interface ChildExport {
  readonly id: string;
  readonly label: string;
  readonly kind: 'clipboard' | 'print' | 'file';
  readonly build: (input: ChildExportInput) => string;
}

/** Every way a child's text leaves the app. The screens and the leak test go through this one list. */
export const childExports = [
  {
    id: 'caseSystemText',
    label: 'Text for the case system',
    kind: 'clipboard',
    build: (input) => blocksOf(input).join('\n\n'),
  },
  {
    id: 'printedRecord',
    label: 'Printed record',
    kind: 'print',
    build: (input) => documentText(childDocument(input)),
  },
  {
    id: 'decisionRecord',
    label: 'Decision record',
    kind: 'clipboard',
    build: (input) => decisionBlocks(input).join('\n\n'),
  },
  {
    id: 'printedDecisionRecord',
    label: 'Printed decision record',
    kind: 'print',
    build: (input) => documentText(decisionDocument(input)),
  },
] as const satisfies readonly ChildExport[];

export type ChildExportId = (typeof childExports)[number]['id'];

export function buildChildExport(id: ChildExportId, input: ChildExportInput): string {
  const found = childExports.find((each) => each.id === id);
  assert(found, `no export of a child is called ${id}`);
  return found.build(input);
}

function blocksOf(input: ChildExportInput): readonly string[] {
  const { record } = input;
  return isEntry(record)
    ? childEntryBlocks(record, correctionsOf(input), signaturesOf(input))
    : childRecordBlocks(record, correctionsOf(input), signaturesOf(input));
}

/**
 * The printed record: the same text under headings, then by which policy and by when, and where it is
 * recorded. `worth` is what was found out about its signatures, with the hash.
 */
export function childDocument(
  input: ChildExportInput,
  worth: readonly string[] = [],
): PrintDocument {
  const { record } = input;
  const document = documentOfBlocks({
    blocks: blocksOf(input),
    title: record.heading,
    file: 'child',
    reference: record.child.reference,
  });
  const about = [...worth, ...evidenceLines(record), recordedLine(input)];
  return {
    ...document,
    signatures: [...document.signatures, ...about.filter((line) => line !== '')],
  };
}

/** An old record on paper: as it was pasted, and that it was brought in. Undefined for a draft. */
export function broughtInDocument(
  record: ChildBroughtIn,
  child: Pick<Child, 'name' | 'reference'> | undefined,
  synthetic: boolean,
): PrintDocument | undefined {
  const { name, reference } = child ?? { name: 'No name held', reference: '' };
  const parts = broughtInParts(record, { label: 'Child', name, synthetic });
  return parts && { ...parts, file: 'child', reference };
}

/** A5: of a discussion's record; nothing where the record is one that was made outside a session. */
function decisionBlocks(input: ChildExportInput): readonly string[] {
  const { record } = input;
  if (isEntry(record)) return [];
  const [amendments, signatures] = [correctionsOf(input), signaturesOf(input)];
  return decisionRecordBlocks({ record, amendments, signatures });
}

/** The decision record on paper, under the words of the policy that it was finalised by. */
export function decisionDocument(
  input: ChildExportInput,
  worth: readonly string[] = [],
): PrintDocument {
  const { record } = input;
  const title = isEntry(record) ? record.heading : decisionFormOf(record).title;
  const document = documentOfBlocks({
    blocks: decisionBlocks(input),
    title,
    file: 'child',
    reference: record.child.reference,
  });
  return {
    ...document,
    signatures: [...document.signatures, ...worth, ...evidenceLines(record)],
  };
}

/** Corrections of this record alone, whatever else was handed in: another child's has no place here. */
const correctionsOf = ({ record, amendments }: ChildExportInput) =>
  amendments.filter(({ recordId }) => recordId === record.id);

/** Likewise: a signature under another text than this one and its corrections has no place here. */
function signaturesOf(input: ChildExportInput): readonly Checked<ChildSignature>[] {
  const ids = new Set<string>([input.record.id, ...correctionsOf(input).map(({ id }) => id)]);
  return (input.signatures ?? []).filter(({ recordId }) => ids.has(recordId));
}

function recordedLine({ record, marks }: ChildExportInput): string {
  const mark = recordedMark(record.id, marks);
  if (!mark) return '';
  const on = parseCalendarDate(mark.on);
  const reference = mark.reference === '' ? '' : `, reference ${mark.reference}`;
  return `Recorded in ${mark.caseSystem} on ${on ? formatDate(on) : mark.on} by ${mark.by}${reference}.`;
}
