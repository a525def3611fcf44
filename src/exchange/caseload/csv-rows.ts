import Papa from 'papaparse';

export interface CsvShape {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

export interface CsvRow {
  /** Of the file, from 1, as an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark in it opens or closes nothing. The line was read as it stands. */
  readonly strayQuote: boolean;
}

const CARRIAGE_RETURN = 13;

/** No row of a caseload is longer; what looks longer is a quotation mark that was never closed. */
const LONGEST_ROW = 65_536;

const delimiters = [',', ';', '\t', '|'];

/**
 * How a file is written, by its beginning: what stands most often between its headings divides cells, and
 * a line break outside quotation marks ends a row.
 */
export function guessShape(start: string): CsvShape {
  const outside = start.replace(/"[^"]*"/g, '').trimStart();
  const newline = outside.includes('\n') || !outside.includes('\r') ? '\n' : '\r';
  const saidByExcel = /^sep=(.)\r?\n/i.exec(outside)?.[1];
  const headings = /^[^\r\n]*/.exec(outside)?.[0] ?? '';
  const counts = delimiters.map((each) => headings.split(each).length);
  const mostOften = delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  return { delimiter: saidByExcel ?? mostOften, newline };
}

/**
 * Rows out of text that comes in slices. A quotation mark that is never closed would swallow every row
 * after it, and the children in them: such a line is read as it stands, and reading goes on at the next.
 */
export class CsvRows {
  readonly #shape: CsvShape;
  readonly #onRow: (row: CsvRow) => void;
  #rest = '';
  #line = 1;
  /** Cells of the first row: what every other row is measured by. */
  #width = 0;

  constructor(shape: CsvShape, onRow: (row: CsvRow) => void) {
    this.#shape = shape;
    this.#onRow = onRow;
  }

  /** Characters of a row not finished yet: a file without line breaks only ever adds to them. */
  get waiting(): number {
    return this.#rest.length;
  }

  push(text: string, isLast: boolean): void {
    let rest = this.#rest + text;
    rest = rest.slice(this.#readPlain(rest));
    for (;;) {
      const read = this.#parse(rest, isLast);
      rest = rest.slice(read.end);
      if (!read.stopped) {
        // Papa waits for a closing quotation mark to the end of the file.
        if (rest.length <= LONGEST_ROW || !/[\r\n]/.test(rest)) break;
      }
      rest = rest.slice(this.#readLiterally(rest));
    }
    this.#rest = rest;
  }

  /**
   * The whole lines at the beginning that have no quotation mark, which are nearly all there are. Nothing is
   * to be found out about them. Returns how many characters they take up.
   */
  #readPlain(text: string): number {
    if (this.#shape.newline !== '\n') return 0;
    const quote = text.indexOf('"');
    const stop = quote === -1 ? text.length : quote;
    let at = 0;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end === -1 || end >= stop) return at;
      const to = text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > at ? end - 1 : end;
      const line = text.slice(at, to);
      if (line.includes('\r')) return at; // a line break of another kind: looked at more closely
      this.#take(line.split(this.#shape.delimiter), false);
      this.#line += 1;
      at = end + 1;
    }
  }

  /** Stops before a row that is not to be trusted. `end` is where the rows that were taken end. */
  #parse(text: string, isLast: boolean): { readonly end: number; readonly stopped: boolean } {
    let end = 0;
    let stopped = false;
    const parser = new Papa.Parser({
      ...this.#shape,
      step: ({ data, errors, meta }: Papa.ParseStepResult<unknown>) => {
        const [cells = []] = data as unknown as string[][]; // one row at a step, of text
        const raw = text.slice(end, meta.cursor);
        const lines = innerLines(raw);
        if (errors.length > 0 ? this.#isBroken(cells, lines) : this.#hasSwallowed(cells, lines)) {
          stopped = true;
          parser.abort();
          return;
        }
        this.#take(cells, errors.length > 0);
        this.#line += lines.length;
        end = meta.cursor;
      },
    });
    parser.parse(text, 0, !isLast);
    return { end, stopped };
  }

  /** A mark that opens or closes nothing. Within one line it may still have run cells together. */
  #isBroken(cells: readonly string[], lines: readonly string[]): boolean {
    const [line = ''] = lines;
    if (lines.length > 1) return true;
    return cells.length !== this.#width && this.#split(line).length === this.#width;
  }

  /** Well formed, and yet it looks as if two marks out of place had made several lines one cell. */
  #hasSwallowed(cells: readonly string[], lines: readonly string[]): boolean {
    if (lines.length === 1 || this.#width < 2) return false;
    const widths = lines.map((line) => this.#split(line).length);
    return cells.length === this.#width
      ? widths.every((width) => width === this.#width)
      : widths[0] === this.#width;
  }

  /** One line, whatever its quotation marks. Returns how many characters it takes up. */
  #readLiterally(text: string): number {
    const [whole, line] = /^([^\r\n]*)(?:\r\n|\r|\n|$)/.exec(text) ?? [text, text];
    this.#take(this.#split(line ?? whole), true);
    this.#line += 1;
    return Math.max(whole.length, 1);
  }

  #split(line: string): string[] {
    return line
      .split(this.#shape.delimiter)
      .map((cell) => /^"(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell);
  }

  /** The cells are nobody else's: they are trimmed where they stand, for every cell of a file is. */
  #take(cells: string[], strayQuote: boolean): void {
    let isEmpty = true;
    for (let i = 0; i < cells.length; i++) {
      const text = cells[i]?.trim() ?? '';
      cells[i] = text;
      if (text !== '') isEmpty = false;
    }
    if (isEmpty) return;
    if (this.#width === 0 && /^sep=.?$/i.test(cells.join(''))) return; // Excel's hint, no row
    if (this.#width === 0) this.#width = cells.length;
    this.#onRow({ line: this.#line, cells, strayQuote });
  }
}

/** The lines a row takes up in the file; its own ending does not begin another. */
function innerLines(raw: string): readonly string[] {
  const body = raw.replace(/(?:\r\n|\r|\n)$/, '');
  return /[\r\n]/.test(body) ? body.split(/\r\n|\r|\n/) : [body];
}

/** A row as text again, for the list of rows that were not brought in. */
export function rowText(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
