import type { FileChild, IRunOptions } from 'docx';
import type {
  PrintDocument,
  PrintField,
  PrintSection,
  PrintTable,
} from '#exchange/print/document.ts';
import type { Bytes } from '#vault/bytes.ts';

type Docx = typeof import('docx');

/** Half points and twentieths of a point, as the format has them. */
const SIZE = { body: 22, head: 18 };
const SPACE = { after: 120 };

/**
 * A document as a Word file, with real headings, lists and tables. Text stays text: no field that is
 * worked out but the page number, no link, no template, no remote part. The library is fetched with the
 * first file that is made.
 */
export async function docxOf(document: PrintDocument): Promise<Bytes> {
  const docx = await import('docx');
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, AlignmentType } = docx;
  const isExample = document.marks.some((mark) => mark.startsWith('SYNTHETIC'));
  const head = [document.title, document.reference].filter((words) => words !== '').join(' · ');
  const small = (text: string, run: IRunOptions = {}) =>
    runs(docx, text, { size: SIZE.head, ...run });
  const file = new Document({
    // Said plainly: left out, the library writes its own name as the author.
    creator: 'Footprint',
    lastModifiedBy: 'Footprint',
    title: document.title,
    styles: styles(),
    sections: [
      {
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: small(head) }),
              ...(isExample
                ? [new Paragraph({ children: small('SYNTHETIC: example data', { bold: true }) })]
                : []),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    size: SIZE.head,
                    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: body(docx, document),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file)) as Bytes; // of a buffer of its own
}

function body(docx: Docx, { title, marks, header, sections, signatures }: PrintDocument) {
  const { HeadingLevel, Paragraph } = docx;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(docx, title) }),
    ...marks.map((mark) => paragraph(docx, mark, { bold: true })),
    ...(header.length > 0 ? [fieldTable(docx, header), paragraph(docx, '')] : []),
    ...sections.flatMap((section) => ofSection(docx, section)),
    ...signatures.map((line) => paragraph(docx, line)),
  ];
}

function ofSection(docx: Docx, section: PrintSection): readonly FileChild[] {
  const { heading, level = 2, hint, paragraphs = [], fields, list = [], table } = section;
  const { choices = [], lines = 0, parts = [] } = section;
  const { HeadingLevel, Paragraph } = docx;
  const rank = level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  return [
    ...(heading === ''
      ? []
      : [new Paragraph({ heading: rank, keepNext: true, children: runs(docx, heading) })]),
    ...(hint ? [paragraph(docx, hint, { italics: true })] : []),
    ...paragraphs.map((text) => paragraph(docx, text)),
    ...(fields && fields.length > 0 ? [fieldTable(docx, fields), paragraph(docx, '')] : []),
    ...list.map(
      (item) => new Paragraph({ bullet: { level: 0 }, spacing: SPACE, children: runs(docx, item) }),
    ),
    ...(table ? [dataTable(docx, table), paragraph(docx, '')] : []),
    ...(choices.length > 0
      ? [paragraph(docx, choices.map((each) => `☐ ${each}`).join('   '))]
      : []),
    ...Array.from({ length: lines }, () => paragraph(docx, '')),
    ...parts.flatMap((part) => ofSection(docx, part)),
  ];
}

const paragraph = (docx: Docx, text: string, run: IRunOptions = {}) =>
  new docx.Paragraph({ spacing: SPACE, children: runs(docx, text, run) });

/** Each line of a typed text, with the breaks between them and no other change. */
const runs = ({ TextRun }: Docx, text: string, run: IRunOptions = {}) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, at) => new TextRun({ ...run, text: line, ...(at === 0 ? {} : { break: 1 }) }));

const WHOLE = 100;
const LABEL = 32;

const widths = ({ WidthType }: Docx, size: number) => ({ size, type: WidthType.PERCENTAGE });

/** Words in the middle of their cell, and lines that are lighter than the words. */
const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };

function looks({ BorderStyle }: Docx) {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
  const outer = { top: line, bottom: line, left: line, right: line };
  return {
    margins: MARGINS,
    borders: { ...outer, insideHorizontal: line, insideVertical: line },
  };
}

/** The space under a paragraph is the cell's own. */
const inCell = (docx: Docx, text: string, run: IRunOptions = {}) =>
  new docx.Paragraph({ children: runs(docx, text, run) });

function fieldTable(docx: Docx, fields: readonly PrintField[]) {
  const { Table, TableCell, TableRow } = docx;
  const cell = (text: string, size: number, run: IRunOptions = {}) =>
    new TableCell({ width: widths(docx, size), children: [inCell(docx, text, run)] });
  return new Table({
    ...looks(docx),
    width: widths(docx, WHOLE),
    rows: fields.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, LABEL, { bold: true }), cell(value, WHOLE - LABEL)],
        }),
    ),
  });
}

/** The first row is said again at the head of each page. */
function dataTable(docx: Docx, { columns, rows }: PrintTable) {
  const { Table, TableCell, TableRow } = docx;
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: texts.map(
        (text) => new TableCell({ children: [inCell(docx, text, { bold: isHead })] }),
      ),
    });
  return new Table({
    ...looks(docx),
    width: widths(docx, WHOLE),
    rows: [row(columns, true), ...rows.map((texts) => row(texts, false))],
  });
}

/** Word's own heading styles, so that its navigation and a screen reader find them. */
function styles() {
  const font = 'Arial';
  const heading = (size: number) => ({
    run: { font, size, bold: true, color: '0B0C0C' },
    paragraph: { spacing: { before: 240, after: 120 } },
  });
  return {
    default: {
      document: { run: { font, size: SIZE.body } },
      heading1: heading(36),
      heading2: heading(28),
      heading3: heading(24),
    },
  };
}
