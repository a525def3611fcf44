/**
 * What a printed page is made of, whatever it is about: one renderer draws it (./print-sheet.tsx), so that
 * every kind has the same headings, tables and marks. Its title is the kind of document and holds no name.
 */
export interface PrintDocument {
  readonly title: string;
  /** Which file the paper belongs to. A blank form belongs to none until somebody writes on it. */
  readonly file: 'child' | 'staff' | 'working' | 'blank';
  /** At the head of each page beside the title: a reference or initials. */
  readonly reference: string;
  /** Said first: that it is an example, a late entry, a working paper. */
  readonly marks: readonly string[];
  readonly header: readonly PrintField[];
  readonly sections: readonly PrintSection[];
  /** How it was finalised and signed: kept together at the end. */
  readonly signatures: readonly string[];
}

/** To tick by hand. */
export const BOX = '☐';

export type PrintField = readonly [label: string, value: string];

export interface PrintTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One heading with what stands under it, in this order. */
export interface PrintSection {
  /** '' where the text stands by itself. */
  readonly heading: string;
  /** 3 under a section of level 2; 2 where it is left out. */
  readonly level?: 2 | 3;
  readonly hint?: string;
  readonly paragraphs?: readonly string[];
  readonly fields?: readonly PrintField[];
  readonly list?: readonly string[];
  readonly table?: PrintTable;
  /** Boxes to tick by hand. */
  readonly choices?: readonly string[];
  /** Empty lines to write on. */
  readonly lines?: number;
  /** What stays together with it on one page, where a page is long enough. */
  readonly parts?: readonly PrintSection[];
}

/** Every word of a document in its order: what is searched for something that must not be there. */
export function documentText(document: PrintDocument): string {
  const { title, marks, header, sections, signatures } = document;
  return [
    [title, ...marks, ...header.map(([label, value]) => `${label}: ${value}`)].join('\n'),
    ...sections.map(sectionText),
    signatures.join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function sectionText(section: PrintSection): string {
  const { heading, hint = '', paragraphs = [], fields = [], list = [] } = section;
  const { table, choices = [], parts = [] } = section;
  return [
    heading,
    hint,
    ...paragraphs,
    ...fields.map(([label, value]) => `${label}: ${value}`),
    ...list.map((item) => `- ${item}`),
    ...(table ? [table.columns, ...table.rows].map((row) => row.join(' | ')) : []),
    ...choices,
    ...parts.map(sectionText),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
