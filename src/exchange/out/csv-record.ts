import type { CsvCell } from '#domain/out/csv.ts';
import type { PrintDocument, PrintSection } from '#exchange/print/document.ts';

/** The columns of every CSV of records: one line for each part of a record, in its order. */
export const csvColumns = [
  'Record',
  'Kind',
  'Reference',
  'Date',
  'Part',
  'Heading',
  'Label',
  'Text',
] as const;

export interface CsvRecord {
  readonly id: string;
  readonly day: string;
  readonly document: PrintDocument;
}

/** A record as lines for a spreadsheet. Every word of the document is in one of them. */
export function csvRows({ id, day, document }: CsvRecord): readonly (readonly CsvCell[])[] {
  const { title, reference, marks, header, sections, signatures } = document;
  const parts = [
    ...marks.map((text) => part('', '', text)),
    ...header.map(([label, text]) => part('', label, text)),
    ...sections.flatMap((section) => ofSection(section)),
    ...signatures.map((text) => part('How it was finalised', '', text)),
  ];
  return parts.map((each, at) => [id, title, reference, day, at + 1, ...each]);
}

type Part = readonly [heading: string, label: string, text: string];
const part = (heading: string, label: string, text: string): Part => [heading, label, text];

function ofSection(section: PrintSection, above = ''): readonly Part[] {
  const { hint = '', paragraphs = [], fields = [], list = [], table } = section;
  const heading = [above, section.heading].filter((words) => words !== '').join(': ');
  return [
    ...(hint === '' ? [] : [part(heading, '', hint)]),
    ...paragraphs.map((text) => part(heading, '', text)),
    ...fields.map(([label, text]) => part(heading, label, text)),
    ...list.map((text) => part(heading, '', text)),
    ...(table?.rows ?? []).flatMap((row) =>
      row.map((text, at) => part(heading, table?.columns[at] ?? '', text)),
    ),
    ...(section.parts ?? []).flatMap((each) => ofSection(each, heading)),
  ];
}
