import { assert } from '#domain/assert.ts';
import {
  dateInLondon,
  formatDate,
  formatTime,
  type Instant,
  parseCalendarDate,
} from '#domain/calendar-date.ts';
import { recordedMark } from '#domain/marks.ts';
import type { ChildAmendment, ChildMark } from '#domain/records/child-record.ts';
import { isEntry, type OnChildFile } from '#domain/records/entry.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signature-state.ts';
import { childEntryText } from './child-entry-text.ts';
import { childRecordText } from './child-record-text.ts';

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
    build: (input) => textOf(input),
  },
  {
    id: 'printedRecord',
    label: 'Printed record',
    kind: 'print',
    build: (input) =>
      [textOf(input), recordedLine(input)].filter((block) => block !== '').join('\n\n'),
  },
] as const satisfies readonly ChildExport[];

export type ChildExportId = (typeof childExports)[number]['id'];

export function buildChildExport(id: ChildExportId, input: ChildExportInput): string {
  const found = childExports.find((each) => each.id === id);
  assert(found, `no export of a child is called ${id}`);
  return found.build(input);
}

function textOf(input: ChildExportInput): string {
  const { record } = input;
  return isEntry(record)
    ? childEntryText(record, correctionsOf(input))
    : childRecordText(record, correctionsOf(input), signaturesOf(input));
}

/** Corrections of this record alone, whatever else was handed in: another child's has no place here. */
const correctionsOf = ({ record, amendments }: ChildExportInput) =>
  amendments.filter(({ recordId }) => recordId === record.id);

/** Likewise: a signature under another record has no place here. */
const signaturesOf = ({ record, signatures = [] }: ChildExportInput) =>
  signatures.filter(({ recordId }) => recordId === record.id);

function recordedLine({ record, marks }: ChildExportInput): string {
  const mark = recordedMark(record.id, marks);
  if (!mark) return '';
  const on = parseCalendarDate(mark.on);
  const reference = mark.reference === '' ? '' : `, reference ${mark.reference}`;
  return `Recorded in ${mark.caseSystem} on ${on ? formatDate(on) : mark.on} by ${mark.by}${reference}.`;
}

/** "Printed 21 November 2026 at 2:41pm by Jo Field. Confidential" */
export function printedLine(at: Instant, by: string): string {
  return `Printed ${formatDate(dateInLondon(at))} at ${formatTime(at)} by ${by}. Confidential`;
}
