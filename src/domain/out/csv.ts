export type CsvCell = string | number;

/** What a spreadsheet would take for a formula, also behind white space, marks nobody sees, or in full width. */
const formulaStart = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\s\p{Cf}\p{Cc}]*?[\t\r\n]/u;

/** OUT3: text that a spreadsheet could run is led by an apostrophe, and stays text. */
export const guarded = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** Every cell is quoted. A number is one only where a field of numbers gave it. */
const cell = (value: CsvCell): string =>
  `"${(typeof value === 'number' ? String(value) : guarded(value)).replaceAll('"', '""')}"`;

/** Lines of a CSV file, each with its end. The mark that says UTF-8 to Excel is `CSV_START`. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

export const CSV_START = '\uFEFF';
