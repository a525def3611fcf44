import type { FieldReader } from './field-reader.ts';
import type { FileLine, ImportedChild } from './imported-caseload.ts';
import type { FieldProblem } from './pasted-rows.ts';
import type { SsdRow } from './ssd-row.ts';

type Identity = Pick<
  ImportedChild,
  'ref' | 'name' | 'dateOfBirth' | 'expectedOn' | 'diedOn' | 'lines'
> & { readonly checks: FieldProblem[] };

/** The columns that make up each of our fields, in the words of the check. */
const fields = {
  name: ['pers_forename', 'pers_surname'],
  dateOfBirth: ['pers_dob'],
  expectedOn: ['pers_expected_dob'],
  diedOn: ['pers_death_date'],
} as const;

const lineOf = ({ file, line }: SsdRow): FileLine => ({ file, line });
const cellsOf = (row: SsdRow, columns: readonly string[]) =>
  columns
    .map((column) => row.get(column))
    .filter((value) => value !== '')
    .join(' ');

/** One child for each reference, however many rows it has. Nobody is left out for what a cell holds. */
export function identityOf(ref: string, rows: readonly SsdRow[], reader: FieldReader): Identity {
  const checks: FieldProblem[] = [];
  const last = rows.at(-1);
  if (!last) {
    checks.push({ field: 'name', found: '', problem: 'not in the table of people' });
    return { ref, name: '', dateOfBirth: '', expectedOn: '', diedOn: '', checks, lines: [] };
  }
  if (rows.length > 1) sayDifferences(ref, rows, checks, reader);

  /** The later row's value; where that is empty, the one before it. */
  const rowWith = (columns: readonly string[]) =>
    rows.length === 1 ? last : (rows.findLast((row) => cellsOf(row, columns) !== '') ?? last);
  const named = rowWith(fields.name);
  for (const column of fields.name) reader.text(named.cell(column, ref));
  const name = cellsOf(named, fields.name);
  if (name === '') {
    checks.push({ field: 'name', found: '', problem: 'no name in the file' });
    reader.faults.add({
      file: named.file,
      line: named.line,
      field: 'pers_forename',
      problem: 'No name',
      wouldBeRight: 'A forename or a surname',
      childRef: ref,
    });
  }
  const dateIn = (field: 'dateOfBirth' | 'expectedOn', column: string) =>
    reader.date(rowWith([column]).cell(column, ref), { field, checks });
  const born = dateIn('dateOfBirth', 'pers_dob');
  const expected = dateIn('expectedOn', 'pers_expected_dob');
  const diedOn = reader.pastDate(rowWith(['pers_death_date']).cell('pers_death_date', ref), {
    field: 'diedOn',
    checks,
  });
  const isBorn = born !== '' && born <= reader.today;
  return {
    ref,
    name,
    dateOfBirth: isBorn ? born : '',
    expectedOn: isBorn ? '' : expected || born, // a date of birth still to come is an expected one
    diedOn,
    checks,
    lines: rows.map(lineOf),
  };
}

function sayDifferences(
  childRef: string,
  rows: readonly SsdRow[],
  checks: FieldProblem[],
  { faults }: FieldReader,
): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const at = { file: last.file, line: last.line, childRef };
  const onLines = rows.map(({ line }) => line).join(' and ');
  const different = Object.entries(fields).filter(
    ([, columns]) =>
      new Set(rows.map((row) => cellsOf(row, columns)).filter((value) => value !== '')).size > 1,
  );
  faults.add({
    ...at,
    field: 'pers_person_id',
    value: childRef,
    problem: `The same person stands on lines ${onLines}. They came in as one child`,
    wouldBeRight: 'One row for each person',
  });
  for (const [field, columns] of different) {
    const values = rows.map((row) => `${cellsOf(row, columns)} (line ${row.line})`);
    faults.add({
      ...at,
      field: columns.join(', '),
      value: values.join('; '),
      problem: `Two rows of the same person differ. What the later row says was used`,
      wouldBeRight: 'The same in both rows, or one row',
    });
    checks.push({ field, found: values.join('; '), problem: `differs on lines ${onLines}` });
  }
}
