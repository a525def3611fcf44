import { type CsvRow, CsvRows, guessShape } from './csv-rows.ts';
import { type Encoding, guessEncoding, sliceDecoder, type WrittenAs } from './decode.ts';
import type { FaultList } from './fault-list.ts';
import type { VisitRows } from './ssd-visits.ts';
import type { TableHead } from './table-head.ts';

/** What a `File` is, and all that reading needs of it. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970, as a `File` has it. */
  readonly lastModified?: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface Progress {
  readonly file: string;
  /** Bytes of this file. */
  readonly done: number;
  readonly total: number;
}

/** How a long reading gives way to others. `pause` may throw to stop it. */
export interface Pace {
  readonly progress: (progress: Progress) => void;
  readonly pause: () => Promise<void>;
}

export interface Table extends TableHead {
  readonly encoding: WrittenAs;
  readonly rows: readonly CsvRow[];
  /** Rows that were taken as they were read, and are not among `rows`. */
  readonly visits?: VisitRows;
  readonly lastModified?: number;
}

export interface ReadTable {
  readonly firstSlice?: boolean;
  /** By its headings: what takes each row of a file that is too long to keep. */
  readonly taker?: (file: string, headings: readonly string[]) => VisitRows | undefined;
}

/** Bytes. Parsing one takes a few milliseconds. */
export const SLICE = 262_144;
/** No line of a CSV is longer. */
const LONGEST_LINE = 1_048_576;

/** The first bytes of what people choose by mistake, as ISO 8859-1. */
const otherFormats: readonly (readonly [readonly string[], string])[] = [
  [['PK\x03\x04'], 'It is a workbook or a zip file'],
  [['\xd0\xcf\x11\xe0'], 'It is an old Excel workbook'],
  [['%PDF'], 'It is a PDF'],
  [['\x1f\x8b'], 'It is a compressed file'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8'], 'It is a picture'],
  [['<!', '<?', '<h', '<x'], 'It is a web page or an XML file'],
  [['{"', '[{', '{\n', '{\r'], 'It is a JSON file'],
];

const asCsv = 'In Excel, choose Save as, then “CSV UTF-8”';

/**
 * A CSV file with its first row as headings, read in slices that give way. Undefined where it cannot be
 * read at all; `faults` says why. `firstSlice` reads only the beginning, to show the columns.
 */
export async function readTable(
  source: Source,
  faults: FaultList,
  pace: Pace,
  { firstSlice = false, taker = () => undefined }: ReadTable = {},
): Promise<Table | undefined> {
  const whole = (problem: string, wouldBeRight: string) =>
    faults.add({ file: source.name, problem, wouldBeRight });
  if (source.size === 0) {
    whole('The file is empty', 'A CSV file with a row of headings and a row for each child');
    return undefined;
  }
  const start = await bytesOf(source, 0, 4096);
  const latin = Array.from(start.subarray(0, 64), (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  const other = otherFormats.find(([starts]) => starts.some((each) => latin.startsWith(each)));
  if (other) {
    whole(`The file is not a CSV. ${other[1]}`, asCsv);
    return undefined;
  }
  const { encoding, markLength } = guessEncoding(start);
  const options = { source, pace, firstSlice, taker };
  const read =
    (await readRows({ ...options, encoding, markLength })) ??
    (await readRows({ ...options, encoding: 'Windows-1252', markLength: 0 }));
  if (!read?.headings) {
    if (read?.isOneLine) whole('The file is not a CSV. It has no line breaks', asCsv);
    else
      whole('The file has no rows', 'A CSV file with a row of headings and a row for each child');
    return undefined;
  }
  if (read.isOneLine) whole('The rest of the file was not read. It has no line breaks', asCsv);
  const { headings, rows, visits } = read;
  if (rows.length === 0 && !visits?.count)
    whole('The file has headings and no rows', 'A row for each child under the headings');
  return {
    file: source.name,
    encoding: read.encoding,
    headings,
    rows,
    ...(visits ? { visits } : {}),
    ...(source.lastModified === undefined ? {} : { lastModified: source.lastModified }),
  };
}

interface Reading {
  readonly source: Source;
  readonly pace: Pace;
  readonly firstSlice: boolean;
  readonly taker: NonNullable<ReadTable['taker']>;
  readonly encoding: Encoding;
  readonly markLength: number;
}

/** Undefined where the bytes are not of this encoding after all. */
async function readRows({ source, pace, firstSlice, taker, encoding, markLength }: Reading) {
  const decoder = sliceDecoder(encoding);
  const rows: CsvRow[] = [];
  let headings: readonly string[] | undefined;
  // New for each encoding that is tried: what the wrong one took counts for nothing.
  let visits: VisitRows | undefined;
  const onRow = (row: CsvRow) => {
    if (visits) visits.take(row);
    else if (headings) rows.push(row);
    else {
      headings = row.cells;
      visits = taker(source.name, headings);
    }
  };
  let reader: CsvRows | undefined;
  let isOneLine = false;
  for (let at = markLength; at < source.size && !isOneLine; at += SLICE) {
    const end = Math.min(at + SLICE, source.size);
    const isLast = end === source.size;
    const text = decodeOr(decoder, await bytesOf(source, at, end), isLast);
    if (text === undefined) return undefined;
    reader ??= new CsvRows(guessShape(text), onRow);
    reader.push(text, isLast);
    isOneLine = reader.waiting > LONGEST_LINE;
    pace.progress({ file: source.name, done: end, total: source.size });
    if (firstSlice) break;
    await pace.pause();
  }
  return { headings, rows, visits, encoding, isOneLine };
}

function decodeOr(
  decoder: ReturnType<typeof sliceDecoder>,
  bytes: Uint8Array,
  isLast: boolean,
): string | undefined {
  try {
    return decoder.decode(bytes, isLast);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

const bytesOf = async (source: Source, start: number, end: number) =>
  new Uint8Array(await source.slice(start, end).arrayBuffer());
