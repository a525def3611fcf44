import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CohortOption } from '#domain/policies/policy-profile.ts';
import { guessMapping, type Mapping } from './csv-mapping.ts';
import { FaultList } from './fault-list.ts';
import { FieldReader } from './field-reader.ts';
import type { Fault, ImportedCaseload } from './imported-caseload.ts';
import { openSources, type ReadOpened, readOpened } from './open-sources.ts';
import { type CsvOptions, csvSteps } from './read-csv.ts';
import { type ReadOptions, ssdSteps } from './read-ssd.ts';
import type { Pace, Progress, ReadTable, Source, Table } from './read-table.ts';
import { type Step, ssdTableOf } from './ssd-tables.ts';
import { isVisitTable, VisitRows } from './ssd-visits.ts';

export type CaseloadRequest =
  | {
      readonly kind: 'look';
      readonly files: readonly Source[];
      readonly statuses: readonly CohortOption[];
      readonly today: CalendarDate;
      /** Of a workbook with several; the first one where it is left out. */
      readonly sheet?: string;
    }
  | { readonly kind: 'ssd'; readonly files: readonly Source[]; readonly options: ReadOptions }
  | {
      readonly kind: 'csv';
      readonly file: Source;
      readonly sheet?: string;
      readonly options: CsvOptions;
    };

/** What the beginnings of some files show, before anybody matched columns. */
export interface Look {
  /** The dataset where any file has the name of one of its tables. */
  readonly source: 'ssd' | 'csv' | 'none';
  readonly files: readonly LookedAt[];
  readonly faults: readonly Fault[];
}

export interface LookedAt {
  readonly file: string;
  /** Of the dataset; '' for any other file. */
  readonly table: string;
  readonly encoding: Table['encoding'];
  /** Of a workbook, by name; none of any other file. */
  readonly sheets: readonly string[];
  /** Of them the one that was looked at. */
  readonly sheet: string;
  readonly headings: readonly string[];
  /** The first rows, to show what a column holds. */
  readonly sample: readonly (readonly string[])[];
  readonly guess: Mapping;
}

const SAMPLE = 50;

/** What the worker does, without a worker: reads files in slices that give way at `pace.pause`. */
export async function answerRequest(
  request: CaseloadRequest,
  pace: Pace,
): Promise<Look | ImportedCaseload> {
  const faults = new FaultList();
  if (request.kind === 'look') return look(request, faults, pace);
  if (request.kind === 'ssd') {
    const reader = new FieldReader(request.options.today, faults);
    const taker = visitsTaker(reader);
    const tables = await readAll(request.files, faults, pace, { taker });
    return inSteps(ssdSteps(tables, request.options, faults, reader), pace);
  }
  const [table] = await readAll([request.file], faults, pace, { sheet: request.sheet });
  return inSteps(csvSteps(table ?? emptyTable(request.file.name), request.options, faults), pace);
}

const visitsTaker =
  (reader: FieldReader): NonNullable<ReadTable['taker']> =>
  (file, headings) => {
    const name = ssdTableOf(file);
    return isVisitTable(name) ? new VisitRows(name, { file, headings }, reader) : undefined;
  };

const emptyTable = (file: string): Table => ({ file, encoding: 'UTF-8', headings: [], rows: [] });

async function readAll(
  files: readonly Source[],
  faults: FaultList,
  pace: Pace,
  how: ReadOpened,
): Promise<readonly Table[]> {
  const opened = await openSources(files, faults, pace);
  const total = opened.reduce((sum, { source }) => sum + source.size, 0);
  const tables: Table[] = [];
  let before = 0;
  for (const each of opened) {
    const progress = ({ file: name, done }: Progress) =>
      pace.progress({ file: name, done: before + done, total });
    const table = await readOpened(each, faults, { ...pace, progress }, how);
    if (table) tables.push(table);
    before += each.source.size;
  }
  return tables;
}

/** `file` is '' while children are put together: then the numbers are children. */
async function inSteps<T>(steps: Generator<Step, T>, pace: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    pace.progress({ file: '', ...step.value });
    await pace.pause();
  }
}

async function look(
  { files, statuses, today, sheet }: Extract<CaseloadRequest, { kind: 'look' }>,
  faults: FaultList,
  pace: Pace,
): Promise<Look> {
  const looked: LookedAt[] = [];
  for (const each of await openSources(files, faults, pace)) {
    const table = await readOpened(each, faults, pace, { sheet, firstSlice: true });
    // A sheet without rows is no reason not to offer the others.
    if (!table && each.sheets.length < 2) continue;
    const file = each.source.name;
    const { encoding, headings, rows } = table ?? emptyTable(file);
    const sample = rows.slice(0, SAMPLE).map(({ cells }) => cells);
    const guess = guessMapping({ headings, sample, statuses, today });
    const name = ssdTableOf(file) ?? '';
    const { sheets } = each;
    const shown = { sheets, sheet: sheets.find((one) => one === sheet) ?? sheets[0] ?? '' };
    looked.push({ file, table: name, encoding, ...shown, headings, sample, guess });
  }
  const isDataset = looked.some(({ table }) => table !== '');
  const source = isDataset ? 'ssd' : looked.length > 0 ? 'csv' : 'none';
  return { source, files: looked, faults: faults.list() };
}
