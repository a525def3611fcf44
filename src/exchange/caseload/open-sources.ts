import type { FaultList } from './fault-list.ts';
import { type Pace, type ReadTable, readTable, type Source, type Table } from './read-table.ts';
import { unzip, type ZipEntry } from './unzip.ts';
import { isWorkbook, isWorkbookPart, sheetNames, sheetRows } from './workbook.ts';

/** A file that a table can be read from: text, or a workbook with its sheets. */
export interface Opened {
  readonly source: Source;
  /** Of a workbook; none of a text. */
  readonly parts: readonly ZipEntry[];
  readonly sheets: readonly string[];
}

/** By name too: text with these first letters is not opened, and is told for what it is. */
const isText = /\.(?:csv|txt)$/i;
const baseOf = (name: string) => name.replace(/^.*[/\\]/, '');
/** What a Mac adds to a zip beside each file. */
const isShadow = (name: string) => /^__MACOSX\//.test(name) || baseOf(name).startsWith('._');

/**
 * The files that were chosen, each zip file opened: the tables in it are read as if they had been chosen one
 * by one. What is in it and is no table is named, and not read.
 */
export async function openSources(
  files: readonly Source[],
  faults: FaultList,
  pace: Pace,
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const source of files) {
    if (!(await isZip(source))) opened.push({ source, parts: [], sheets: [] });
    else opened.push(...(await openZip(source, faults, pace)));
  }
  return opened;
}

async function isZip(source: Source): Promise<boolean> {
  if (isText.test(source.name)) return false;
  const start = new Uint8Array(await source.slice(0, 4).arrayBuffer());
  return String.fromCharCode(...start) === 'PK\x03\x04';
}

async function openZip(source: Source, faults: FaultList, pace: Pace): Promise<readonly Opened[]> {
  const file = source.name;
  const isTable = (name: string) => isText.test(name) && !isShadow(name);
  const found = await unzip(source, pace, (name) => isTable(name) || isWorkbookPart(name));
  if (found.outcome === 'refused') {
    faults.add({ file, ...found.why });
    return [];
  }
  const { entries, left } = found;
  if (isWorkbook(entries)) {
    const parts = entries.filter(({ name }) => isWorkbookPart(name));
    return [{ source, parts, sheets: sheetNames(parts) }];
  }
  const tables = entries.filter(({ name }) => isTable(name));
  const others = left.filter((name) => !isShadow(name));
  if (tables.length === 0)
    faults.add({
      file,
      problem: 'There is no CSV file in it',
      wouldBeRight: 'A zip file of CSV tables, an Excel workbook, or a CSV file',
    });
  else if (others.length > 0)
    faults.add({
      file,
      problem: `These files in it were not read: ${others.map(baseOf).join(', ')}`,
      wouldBeRight: 'CSV files. Put the tables of a workbook in as CSV files',
    });
  return tables.map((entry) => ({
    source: sourceOf(entry, source.lastModified),
    parts: [],
    sheets: [],
  }));
}

function sourceOf({ name, bytes }: ZipEntry, lastModified: number | undefined): Source {
  return {
    name: baseOf(name),
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: async () => bytes.slice(start, end).buffer }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

export interface ReadOpened {
  /** The name of a sheet; the first one where it is '' or not there. */
  readonly sheet?: string | undefined;
  readonly firstSlice?: boolean;
  readonly taker?: ReadTable['taker'];
}

/** The table in a file that was opened. Undefined where there is none; `faults` says why. */
export async function readOpened(
  { source, parts, sheets }: Opened,
  faults: FaultList,
  pace: Pace,
  { sheet = '', firstSlice = false, taker }: ReadOpened = {},
): Promise<Table | undefined> {
  if (parts.length === 0)
    return readTable(source, faults, pace, { firstSlice, ...(taker ? { taker } : {}) });
  const file = source.name;
  const read = await sheetRows(parts, Math.max(0, sheets.indexOf(sheet)));
  if (read.outcome === 'refused') {
    faults.add({ file, ...read.why });
    return undefined;
  }
  const [headings, ...rows] = read.rows;
  if (!headings || rows.length === 0)
    faults.add({
      file,
      problem: headings ? 'The sheet has headings and no rows' : 'The sheet has no rows',
      wouldBeRight: 'A row of headings and a row for each child under it',
    });
  if (!headings) return undefined;
  return {
    file,
    encoding: 'Excel workbook',
    headings: headings.cells,
    rows: rows.map((row) => padded(row, headings.cells.length)),
    ...(source.lastModified === undefined ? {} : { lastModified: source.lastModified }),
  };
}

/** A sheet has no end of a row: cells that are empty to the right are not missing. */
const padded = <R extends { readonly cells: readonly string[] }>(row: R, width: number): R => ({
  ...row,
  cells: [...row.cells, ...Array.from({ length: Math.max(0, width - row.cells.length) }, () => '')],
});
