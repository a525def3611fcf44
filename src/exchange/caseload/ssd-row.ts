import type { CsvRow } from './csv-rows.ts';
import type { Cell } from './field-reader.ts';
import type { TableHead } from './table-head.ts';

/** Where the columns of one file stand, by their headings. */
export type Places = ReadonlyMap<string, number>;

export const plainHeading = (heading: string): string =>
  heading.toLowerCase().replace(/[^a-z0-9_]/g, '');

/** Of two columns with one heading the first. */
export function placesIn(headings: readonly string[]): Places {
  const places = new Map<string, number>();
  for (const [i, heading] of headings.entries()) {
    const column = plainHeading(heading);
    if (!places.has(column)) places.set(column, i);
  }
  return places;
}

/** Where a column stands; past the end of any row where it is missing. */
export const placeIn = (places: Places, column: string): number =>
  places.get(column) ?? Number.MAX_SAFE_INTEGER;

/** '' where the column is missing, the cell is empty or it says NULL. */
export function valueAt(cells: readonly string[], place: number): string {
  // Asked for millions of times: what is outside a list is looked up as a name, and slowly.
  const value = place < cells.length ? (cells[place] ?? '') : '';
  return value === 'NULL' ? '' : value;
}

export class SsdRow {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly #places: Places;
  readonly #headings: readonly string[];

  constructor(table: TableHead, { line, cells }: CsvRow, places: Places) {
    this.file = table.file;
    this.line = line;
    this.cells = cells;
    this.#places = places;
    this.#headings = table.headings;
  }

  get(column: string): string {
    return valueAt(this.cells, placeIn(this.#places, column));
  }

  cell(column: string, childRef: string): Cell {
    const heading = this.#headings[this.#places.get(column) ?? -1] ?? column;
    return { file: this.file, line: this.line, heading, value: this.get(column), childRef };
  }
}
