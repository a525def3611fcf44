import { rowText } from './csv-rows.ts';
import type { FaultList } from './fault-list.ts';
import { type FieldReader, plainKey } from './field-reader.ts';
import { readFileMoment } from './file-date.ts';
import type { ImportedAllocation, ImportedStaff, ImportedTeam } from './imported-caseload.ts';
import type { FieldProblem } from './pasted-rows.ts';
import type { SsdRow } from './ssd-row.ts';

const START = 'invo_involvement_start_date';
const END = 'invo_involvement_end_date';

/** An empty role counts: a faulty field never takes a child off a worker's list. */
const isAllocation = (row: SsdRow) =>
  ['', 'allocatedcaseworker'].includes(plainKey(row.get('invo_professional_role_id')));

/** The rows that are allocations, ended ones too. Those without a child are listed as not brought in. */
export function allocationRows(
  rows: readonly SsdRow[] | undefined,
  faults: FaultList,
): readonly SsdRow[] {
  const found = (rows ?? []).filter(isAllocation);
  if (found.length === 0 && (rows ?? []).length > 0) sayRoles(rows ?? [], faults);
  for (const row of found) {
    if (row.get('invo_person_id') !== '' || row.get(END) !== '') continue;
    faults.add({
      file: row.file,
      line: row.line,
      field: 'invo_person_id',
      problem: 'An allocation without a child. The row was not brought in',
      wouldBeRight: 'The reference of the child (invo_person_id)',
      kept: false,
      text: rowText(row.cells),
      staffRef: row.get('invo_professional_id'),
    });
  }
  return found;
}

function sayRoles(rows: readonly SsdRow[], faults: FaultList): void {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const role = row.get('invo_professional_role_id');
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const roles = [...counts].map(([role, count]) => `${role} (${count})`);
  faults.add({
    file: rows[0]?.file ?? '',
    field: 'invo_professional_role_id',
    value: roles.slice(0, 10).join(', '),
    problem: 'No involvement has the role ALLOCATED CASE WORKER, so no child has a worker',
    wouldBeRight: 'ALLOCATED CASE WORKER in the rows of the allocated workers',
  });
}

/** A row has ended only where an end that can be read says so. */
export function hasEnded(row: SsdRow, asAt: string, reader: FieldReader): boolean {
  const to = reader.quietDate(row.get(END));
  return to !== '' && to <= asAt && !(to < reader.quietDate(row.get(START)));
}

/** The open allocations of one child. Two workers at once are both kept, and marked. */
export function openAllocations(
  childRef: string,
  rows: readonly SsdRow[],
  asAt: string,
  reader: FieldReader,
  checks: FieldProblem[],
): readonly ImportedAllocation[] {
  const open = new Map<string, ImportedAllocation & { readonly row: SsdRow }>();
  for (const row of rows.filter((each) => !hasEnded(each, asAt, reader))) {
    const staffRef = row.get('invo_professional_id');
    if (staffRef === '') {
      sayNoWorker(row, childRef, checks, reader.faults);
      continue;
    }
    const from = reader.date(row.cell(START, childRef), { field: 'allocatedAt', checks });
    const to = reader.date(row.cell(END, childRef), { field: 'worker', checks });
    if (to !== '' && from !== '' && to < from) sayEndBeforeStart(row, childRef, checks, reader);
    const before = open.get(staffRef);
    if (before)
      reader.faults.add({
        ...{ file: row.file, line: row.line, childRef, staffRef },
        field: 'invo_professional_id',
        value: staffRef,
        problem: `The same worker has an open allocation on line ${before.row.line} too. The one that began later was used`,
        wouldBeRight: 'One open allocation',
      });
    if (before && before.from >= from) continue;
    const allocatedAt = from === '' ? '' : readFileMoment(row.get(START), from);
    const teamRef = row.get('invo_professional_team');
    open.set(staffRef, { staffRef, teamRef, from, to: '', allocatedAt, row });
  }
  const found = [...open.values()];
  if (found.length > 1) {
    const workers = found.map(({ staffRef }) => staffRef).join(', ');
    checks.push({ field: 'worker', found: workers, problem: 'two open allocations' });
    for (const { row, staffRef } of found.slice(1))
      reader.faults.add({
        ...{ file: row.file, line: row.line, childRef, staffRef },
        field: 'invo_professional_id',
        value: workers,
        problem: 'The child has more than one open allocation. All were kept',
        wouldBeRight: 'One open allocation, and an end date on the others',
      });
  }
  return found.map(({ staffRef, teamRef, from, to, allocatedAt }) => ({
    staffRef,
    teamRef,
    from,
    to,
    allocatedAt,
  }));
}

function sayNoWorker(
  row: SsdRow,
  childRef: string,
  checks: FieldProblem[],
  faults: FaultList,
): void {
  checks.push({ field: 'worker', found: '', problem: 'no worker in the allocation' });
  faults.add({
    file: row.file,
    line: row.line,
    field: 'invo_professional_id',
    problem: 'An open allocation without a worker. The child is among those with no worker',
    wouldBeRight: 'The reference of the worker (invo_professional_id)',
    kept: false,
    text: rowText(row.cells),
    childRef,
  });
}

function sayEndBeforeStart(
  row: SsdRow,
  childRef: string,
  checks: FieldProblem[],
  { faults }: FieldReader,
): void {
  const found = row.get(END);
  checks.push({ field: 'worker', found, problem: 'ended before it began, and was kept open' });
  faults.add({
    ...{ file: row.file, line: row.line, field: END, value: found, childRef },
    problem: 'The allocation ended before it began. It was kept open',
    wouldBeRight: `An end date after ${row.get(START)}, or none`,
  });
}

/** Staff and teams of the file, and those that only an allocation names. */
export function staffAndTeams(
  professionals: readonly SsdRow[] | undefined,
  departments: readonly SsdRow[] | undefined,
  allocations: readonly ImportedAllocation[],
  faults: FaultList,
): { readonly staff: readonly ImportedStaff[]; readonly teams: readonly ImportedTeam[] } {
  const staff = new Map<string, ImportedStaff>();
  const teams = new Map<string, ImportedTeam>();
  for (const row of departments ?? []) {
    const ref = row.get('dept_team_id');
    if (ref !== '') teams.set(ref, { ref, name: row.get('dept_team_name') || ref });
  }
  for (const row of professionals ?? []) {
    const ref = row.get('prof_professional_id');
    if (ref === '') continue;
    const teamRef = row.get('prof_professional_department');
    const [name, role] = [
      row.get('prof_professional_name'),
      row.get('prof_professional_job_title'),
    ];
    staff.set(ref, { ref, name: name || ref, role, teamRef });
  }
  for (const { staffRef, teamRef } of allocations) {
    if (staff.has(staffRef)) continue;
    staff.set(staffRef, { ref: staffRef, name: staffRef, role: '', teamRef });
    if (!professionals) continue; // the whole table is missing, and that is said
    faults.add({
      file: professionals[0]?.file ?? 'ssd_professionals.csv',
      field: 'prof_professional_id',
      value: staffRef,
      problem: 'A worker with open allocations is not in the table of staff',
      wouldBeRight: `A row for ${staffRef}`,
      staffRef,
    });
  }
  for (const teamRef of [...staff.values(), ...allocations].map((each) => each.teamRef))
    if (teamRef !== '' && !teams.has(teamRef)) teams.set(teamRef, { ref: teamRef, name: teamRef });
  return { staff: [...staff.values()], teams: [...teams.values()] };
}
