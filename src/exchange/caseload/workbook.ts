import type { CsvRow } from './csv-rows.ts';
import type { NewFault } from './fault-list.ts';
import type { ZipEntry } from './unzip.ts';

/** Of one sheet. No caseload has more; a sheet made to fill a memory has. */
export const MOST_ROWS = 200_000;
const MOST_COLUMNS = 1_000;
const MOST_CELLS = 5_000_000;

type Why = Pick<NewFault, 'problem' | 'wouldBeRight'>;

export type SheetRead =
  | { readonly outcome: 'read'; readonly rows: readonly CsvRow[] }
  | { readonly outcome: 'refused'; readonly why: Why };

const tooMany = {
  problem: `A sheet has more than ${MOST_ROWS} rows or ${MOST_COLUMNS} columns. It was not read`,
  wouldBeRight: 'The sheet with the children alone, without the empty rows and columns after them',
};
const unreadable = {
  problem: 'The workbook cannot be read',
  wouldBeRight: 'The workbook opened in Excel and saved as CSV UTF-8',
};

/** The parts that values are read from. Links to other workbooks, pictures and macros are none of them. */
export const isWorkbookPart = (name: string): boolean =>
  /^xl\/(?:workbook|styles|sharedStrings)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/i.test(
    name,
  );

export const isWorkbook = (parts: readonly ZipEntry[]): boolean =>
  parts.some(({ name }) => name === 'xl/workbook.xml');

/** The sheets by their names, in their order. */
export function sheetNames(parts: readonly ZipEntry[]): readonly string[] {
  const book = parts.find(({ name }) => name === 'xl/workbook.xml');
  const text = new TextDecoder().decode(book?.bytes);
  return [...text.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => plain(double ?? single ?? ''),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const plain = (text: string) => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (e) => entities[e] ?? e);

/**
 * The rows of one sheet as text, as a CSV of it would have them: days as ISO dates, numbers in full, what a
 * formula came to the last time. Row numbers are those of the sheet.
 */
export async function sheetRows(parts: readonly ZipEntry[], place: number): Promise<SheetRead> {
  if (parts.some(isTooLarge)) return { outcome: 'refused', why: tooMany };
  const [{ zipSync }, { readSheet }] = await Promise.all([
    import('fflate'),
    import('read-excel-file/universal'),
  ]);
  // Packed again without compression: what is packed, the reader would unpack in a worker made of text,
  // which the policy of the page refuses, and past the limits that were kept here.
  const bare = zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), {
    level: 0,
  });
  try {
    const cells = await readSheet(bare.slice().buffer, place + 1, { parseNumber: (text) => text });
    return { outcome: 'read', rows: asRows(cells) };
  } catch (cause) {
    // Its words could hold a cell of the file.
    console.warn('a workbook was not read', cause instanceof Error ? cause.name : 'Error');
    return { outcome: 'refused', why: unreadable };
  }
}

function asRows(sheet: readonly (readonly unknown[])[]): readonly CsvRow[] {
  const rows = sheet
    .map((cells, i) => ({ line: i + 1, cells: cells.map(cellText), strayQuote: false }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  // Cells that were formatted and never filled are no columns.
  const width = Math.max(0, ...rows.slice(0, 1).map(({ cells }) => filled(cells)));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.slice(0, Math.max(width, filled(row.cells))),
  }));
}

const filled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1;

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const text = String(cell).trim();
  return /^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(text) ? inFull(text) : text;
}

/** 1.2345678E7, as some programs write a long reference. */
function inFull(text: string): string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}

/** A serial number counts days of no time zone. Midnight is a day; so is what cannot be a moment. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // A fraction of a day is seldom a whole number of milliseconds.
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000)
    .toISOString()
    .split(/[T.]/);
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/**
 * By the addresses of its rows and cells, before anything is made of them: one cell at the far corner would
 * be a sheet of seventeen thousand million.
 */
function isTooLarge({ name, bytes }: ZipEntry): boolean {
  if (!/^xl\/worksheets\//i.test(name)) return false;
  const text = new TextDecoder().decode(bytes);
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes = ''] of text.matchAll(/<(?:[\w.-]+:)?(row|c)\s([^>]*)>/g)) {
    const [, letters = '', digits = ''] =
      /(?:^|\s)r\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/.exec(attributes) ?? [];
    if (digits === '' && (tag === 'c' || /(?:^|\s)r\s*=/.test(attributes))) return true;
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS) return true;
  }
  return false;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
