import type { CalendarDate } from '#domain/calendar-date.ts';
import type { CohortOption } from '#domain/policy-profile.ts';
import { guessMapping, type Mapping } from './csv-mapping.ts';
import { FaultList } from './fault-list.ts';
import type { Fault, ImportedCaseload } from './imported-caseload.ts';
import { type CsvOptions, csvSteps } from './read-csv.ts';
import { type ReadOptions, ssdSteps } from './read-ssd.ts';
import { type Pace, type Progress, readTable, type Source, type Table } from './read-table.ts';
import { type Step, ssdTableOf } from './ssd-tables.ts';

export type CaseloadRequest =
  | {
      readonly kind: 'look';
      readonly files: readonly Source[];
      readonly statuses: readonly CohortOption[];
      readonly today: CalendarDate;
    }
  | { readonly kind: 'ssd'; readonly files: readonly Source[]; readonly options: ReadOptions }
  | { readonly kind: 'csv'; readonly file: Source; readonly options: CsvOptions };

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
    const tables = await readAll(request.files, faults, pace);
    return inSteps(ssdSteps(tables, request.options, faults), pace);
  }
  const [table] = await readAll([request.file], faults, pace);
  const empty: Table = { file: request.file.name, encoding: 'UTF-8', headings: [], rows: [] };
  return inSteps(csvSteps(table ?? empty, request.options, faults), pace);
}

async function readAll(files: readonly Source[], faults: FaultList, pace: Pace) {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tables: Table[] = [];
  let before = 0;
  for (const file of files) {
    const progress = ({ file: name, done }: Progress) =>
      pace.progress({ file: name, done: before + done, total });
    const table = await readTable(file, faults, { ...pace, progress });
    if (table) tables.push(table);
    before += file.size;
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
  { files, statuses, today }: Extract<CaseloadRequest, { kind: 'look' }>,
  faults: FaultList,
  pace: Pace,
): Promise<Look> {
  const looked: LookedAt[] = [];
  for (const file of files) {
    const table = await readTable(file, faults, pace, { firstSlice: true });
    if (!table) continue;
    const { encoding, headings } = table;
    const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells);
    const guess = guessMapping({ headings, sample, statuses, today });
    const name = ssdTableOf(file.name) ?? '';
    looked.push({ file: file.name, table: name, encoding, headings, sample, guess });
  }
  const isDataset = looked.some(({ table }) => table !== '');
  const source = isDataset ? 'ssd' : looked.length > 0 ? 'csv' : 'none';
  return { source, files: looked, faults: faults.list() };
}
