import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { CohortOption } from '#domain/policies/policy-profile.ts';
import type { ChildStatus } from '#domain/status/general-status.ts';
import { type CsvField, csvFields } from './csv-fields.ts';
import { type Cell, type FieldReader, isYes, placeOf, plainKey } from './field-reader.ts';
import { readFileMoment } from './file-date.ts';
import {
  emptyFacts,
  type FactDate,
  type ImportedAllocation,
  type ImportedChild,
  type ImportedStaff,
  type ImportedTeam,
} from './imported-caseload.ts';
import type { FieldProblem } from './pasted-rows.ts';
import { recogniseStatus } from './status-words.ts';

/** One row of the file, by our fields. */
export interface RowValues {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly worker: string;
  readonly get: (field: CsvField) => string;
  readonly heading: (field: CsvField) => string;
}

interface CsvChildQuestion {
  readonly ref: string;
  readonly rows: readonly RowValues[];
  readonly reader: FieldReader;
  readonly statuses: readonly CohortOption[];
  /** Filled by the way: whoever the rows name. */
  readonly staff: Map<string, ImportedStaff>;
  readonly teams: Map<string, ImportedTeam>;
}

type CsvChild =
  | { readonly outcome: 'read'; readonly child: ImportedChild; readonly newest: CalendarDate | '' }
  | { readonly outcome: 'leftOut'; readonly newest: '' };

const factFields: readonly FactDate[] = [
  'lastSeenOn',
  'lastSeenAloneOn',
  'lastReviewOn',
  'planOn',
  'assessmentOn',
  'permanenceDecisionOn',
  'riskRaisedOn',
  'lastSupervisedOn',
  'lastInDepthOn',
];
/** Each row of a child has its own: they are two allocations, and no contradiction. */
const perRow: readonly CsvField[] = ['reference', 'worker', 'team', 'allocatedOn'];

/** One child from all its rows: the later row's values where they differ, and every worker they name. */
export function childOf(question: CsvChildQuestion): CsvChild {
  const { ref, rows, reader } = question;
  const withWorker = rows.filter(({ worker }) => worker !== '');
  const last = rows.at(-1);
  sayNoWorker(question, withWorker.length > 0);
  if (!last || withWorker.length === 0) return { outcome: 'leftOut', newest: '' };

  const checks: FieldProblem[] = [];
  if (rows.length > 1) sayDifferences(question, checks);
  const cellOf = (field: CsvField): Cell => {
    const row = rows.findLast((each) => each.get(field) !== '') ?? last;
    const { file, line } = row;
    return { file, line, heading: row.heading(field), value: row.get(field), childRef: ref };
  };
  const text = (field: CsvField) => reader.text(cellOf(field));
  const past = (field: CsvField & FactDate) => reader.pastDate(cellOf(field), { field, checks });

  const name = [text('name'), text('surname')].filter((part) => part !== '').join(' ');
  if (name === '') checks.push({ field: 'name', found: '', problem: 'no name in the row' });
  const facts = Object.fromEntries(
    factFields.map((field) => [field, past(field as CsvField & FactDate)]), // all are columns too
  ) as Record<FactDate, CalendarDate | ''>;
  const allocations = allocationsOf(question, withWorker, checks);
  const nextReviewOn = reader.date(cellOf('nextReviewOn'), { field: 'nextReviewOn', checks });
  const dates = [...Object.values(facts), ...allocations.map(({ from }) => from)];
  const newest = dates.reduce<string>((a, b) => (b > a && b <= reader.today ? b : a), '');
  return {
    outcome: 'read',
    newest: newest as CalendarDate | '', // one of the dates just read
    child: {
      ref,
      name,
      ...birthOf(cellOf('dateOfBirth'), cellOf('expectedOn'), reader, checks),
      diedOn: '',
      closedOn: '',
      restricted: rows.some((row) => isYes(row.get('restricted'))),
      familyRef: text('family'),
      statuses: statusesOf(question, cellOf('status'), facts.permanenceDecisionOn, checks),
      legalStatus: text('legalStatus'),
      facts: { ...emptyFacts, ...facts, nextReviewOn },
      allocations,
      checks,
      lines: rows.map(({ file, line }) => ({ file, line })),
    },
  };
}

const expectedFirst = /^(?:edd|due|expected)[ :]*/i;

function birthOf(born: Cell, expected: Cell, reader: FieldReader, checks: FieldProblem[]) {
  const value = born.value.replace(expectedFirst, '');
  const date = reader.date({ ...born, value }, { field: 'dateOfBirth', checks });
  const due = reader.date(expected, { field: 'expectedOn', checks });
  const isBorn = date !== '' && date <= reader.today && value === born.value;
  return { dateOfBirth: isBorn ? date : '', expectedOn: isBorn ? '' : due || date };
}

function statusesOf(
  { reader, statuses }: CsvChildQuestion,
  cell: Cell,
  decidedOn: string,
  checks: FieldProblem[],
): readonly ChildStatus[] {
  if (cell.value === '') return [];
  const code = recogniseStatus(cell.value, statuses);
  if (code === undefined) {
    const known = statuses.map(({ label }) => label).join(', ');
    checks.push({ field: 'status', found: cell.value, problem: 'is not a status we know' });
    reader.faults.add({
      ...placeOf(cell),
      problem: 'Not one of your policy’s statuses. The status was left empty',
      wouldBeRight: `One of: ${known}`,
    });
    return [];
  }
  const words = `the file says “${cell.value}”`;
  // C-29: looked after is by itself only that; the decision stands in a column of its own.
  const isOwn = statuses.some((each) => each.code === code);
  if (code === 'CLA' && !isOwn && decidedOn !== '')
    return [{ code: 'CLA_PERM', words: `${words} and holds a permanence decision`, since: '' }];
  return [{ code, words, since: '' }];
}

function allocationsOf(
  { ref, reader, staff, teams }: CsvChildQuestion,
  rows: readonly RowValues[],
  checks: FieldProblem[],
): readonly ImportedAllocation[] {
  const open = new Map<string, ImportedAllocation>();
  for (const row of rows) {
    const key = plainKey(row.worker) || row.worker;
    const teamRef = row.get('team');
    const { file, line } = row;
    const at = { file, line, childRef: ref };
    if (!staff.has(key)) {
      reader.text({ ...at, heading: row.heading('worker'), value: row.worker });
      staff.set(key, { ref: row.worker, name: row.worker, role: '', teamRef });
    }
    if (teamRef !== '' && !teams.has(teamRef)) teams.set(teamRef, { ref: teamRef, name: teamRef });
    const found = row.get('allocatedOn');
    const cell = { ...at, heading: row.heading('allocatedOn'), value: found };
    const from = reader.date(cell, { field: 'allocatedAt', checks });
    const staffRef = staff.get(key)?.ref ?? row.worker;
    const allocatedAt = from === '' ? '' : readFileMoment(found, from);
    open.set(key, { staffRef, teamRef, from, to: '', allocatedAt });
  }
  const found = [...open.values()];
  const [first] = rows;
  if (found.length > 1 && first) {
    const workers = found.map(({ staffRef }) => staffRef).join(', ');
    checks.push({ field: 'worker', found: workers, problem: 'two open allocations' });
    reader.faults.add({
      ...{ file: first.file, line: rows.at(-1)?.line ?? first.line, childRef: ref },
      field: first.heading('worker'),
      value: workers,
      problem: 'The child has more than one worker. All were kept',
      wouldBeRight: 'One worker for each child',
    });
  }
  return found;
}

function sayNoWorker({ ref, rows, reader }: CsvChildQuestion, kept: boolean): void {
  for (const row of rows.filter(({ worker }) => worker === ''))
    reader.faults.add({
      ...{ file: row.file, line: row.line, text: row.text, childRef: ref, kept },
      field: row.heading('worker'),
      problem: kept
        ? 'No worker in this row. The child came in by another row'
        : 'No worker. The row was not brought in',
      wouldBeRight: 'The name of the child’s worker',
    });
}

function sayDifferences({ ref, rows, reader }: CsvChildQuestion, checks: FieldProblem[]): void {
  const lines = rows.map(({ line }) => line).join(' and ');
  const last = rows.at(-1);
  if (!last) return;
  const at = { file: last.file, line: last.line, childRef: ref };
  reader.faults.add({
    ...at,
    field: last.heading('reference'),
    value: ref,
    problem: `The same reference stands on lines ${lines}. They came in as one child`,
    wouldBeRight: 'One row for each child',
  });
  for (const { key } of csvFields.filter((field) => !perRow.includes(field.key))) {
    const held = rows.filter((row) => row.get(key) !== '');
    if (new Set(held.map((row) => row.get(key))).size < 2) continue;
    const value = held.map((row) => `${row.get(key)} (line ${row.line})`).join('; ');
    const field = key === 'surname' ? 'name' : key;
    checks.push({ field, found: value, problem: `differs on lines ${lines}` });
    reader.faults.add({
      ...{ ...at, field: last.heading(key), value },
      problem: 'Two rows of the same child differ. What the later row says was used',
      wouldBeRight: 'The same in both rows, or one row',
    });
  }
}
