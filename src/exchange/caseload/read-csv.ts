import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CohortOption } from '#domain/policies/policy-profile.ts';
import { asAtOf } from './as-at.ts';
import { childOf, type RowValues } from './csv-child.ts';
import { type CsvField, csvFields } from './csv-fields.ts';
import type { Mapping } from './csv-mapping.ts';
import { type CsvRow, rowText } from './csv-rows.ts';
import type { FaultList } from './fault-list.ts';
import { FieldReader, plainKey } from './field-reader.ts';
import type { ImportedCaseload, ImportedStaff, ImportedTeam } from './imported-caseload.ts';
import type { ReadOptions } from './read-ssd.ts';
import type { Table } from './read-table.ts';
import { addRowFaults } from './row-faults.ts';
import type { Step } from './ssd-tables.ts';

export interface CsvOptions extends Omit<ReadOptions, 'listed'> {
  readonly mapping: Mapping;
  /** The council's own statuses, from `cohortOptions`. */
  readonly statuses: readonly CohortOption[];
  /** Whose children these are where a row names no worker; '' where that is not known. */
  readonly defaultWorker?: string;
}

const STEP = 500;

/**
 * Any CSV as a caseload, by a mapping of its columns. A row with a reference and a worker always comes in;
 * the others are faults with `kept: false`, each with its own text. Pure; no cell makes it throw.
 */
export function* csvSteps(
  table: Table,
  options: CsvOptions,
  faults: FaultList,
): Generator<Step, ImportedCaseload> {
  const reader = new FieldReader(options.today, faults);
  sayDuplicateHeadings(table, faults);
  const groups = rowsByReference(table, options, faults);
  const staff = new Map<string, ImportedStaff>();
  const teams = new Map<string, ImportedTeam>();
  const children: ImportedCaseload['children'][number][] = [];
  let newest: CalendarDate | '' = '';
  let done = 0;
  for (const [ref, rows] of groups) {
    const child = childOf({ ref, rows, reader, statuses: options.statuses, staff, teams });
    if (child.newest > newest) newest = child.newest;
    if (child.outcome === 'read') children.push(child.child);
    done += 1;
    if (done % STEP === 0) yield { done, total: groups.size };
  }
  return {
    source: 'csv',
    ...asAtOf({
      given: options.asAt,
      newest,
      lastModified: [table.lastModified],
      today: options.today,
    }),
    files: [{ file: table.file, table: '', rows: table.rows.length, encoding: table.encoding }],
    staff: [...staff.values()],
    teams: [...teams.values()],
    children,
    faults: faults.list(),
    notOpen: 0,
  };
}

function rowsByReference(
  table: Table,
  { mapping, defaultWorker = '' }: CsvOptions,
  faults: FaultList,
): ReadonlyMap<string, readonly RowValues[]> {
  const headings: CsvRow = { line: 1, cells: table.headings, strayQuote: false };
  const rows = mapping.firstRowIsData ? [headings, ...table.rows] : table.rows;
  const groups = new Map<string, RowValues[]>();
  for (const row of rows) {
    const get = (field: CsvField) => row.cells[mapping.columns[field] ?? -1] ?? '';
    const ref = get('reference');
    addRowFaults(table, row, ref, faults);
    if (ref === '') {
      faults.add({
        file: table.file,
        line: row.line,
        field: headingOf(table, mapping, 'reference'),
        problem: 'No reference. The row was not brought in',
        wouldBeRight: 'The child’s reference in the case system',
        kept: false,
        text: rowText(row.cells),
        staffRef: get('worker') || defaultWorker,
      });
      continue;
    }
    const values: RowValues = {
      line: row.line,
      file: table.file,
      text: rowText(row.cells),
      worker: get('worker') || defaultWorker,
      get,
      heading: (field) => headingOf(table, mapping, field),
    };
    const group = groups.get(ref);
    if (group) group.push(values);
    else groups.set(ref, [values]);
  }
  return groups;
}

function headingOf({ headings }: Table, { columns, firstRowIsData }: Mapping, field: CsvField) {
  const label = csvFields.find(({ key }) => key === field)?.label ?? field;
  return firstRowIsData ? label : (headings[columns[field] ?? -1] ?? label);
}

function sayDuplicateHeadings({ file, headings }: Table, faults: FaultList): void {
  const seen = new Set<string>();
  for (const heading of headings) {
    const key = plainKey(heading);
    if (key !== '' && seen.has(key))
      faults.add({
        file,
        line: 1,
        field: heading,
        problem: `Two columns have the heading ${heading}`,
        wouldBeRight: 'A heading of its own for each column, or the right one chosen when matching',
      });
    seen.add(key);
  }
}
