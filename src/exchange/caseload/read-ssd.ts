import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { deriveStatuses } from '#domain/status/derive-status.ts';
import { closedOn, isOpenSpell, openOf, type StatusRows } from '#domain/status/status-rows.ts';
import { asAtOf } from './as-at.ts';
import { rowText } from './csv-rows.ts';
import type { FaultList } from './fault-list.ts';
import { FieldReader } from './field-reader.ts';
import type { ImportedCaseload, ImportedChild } from './imported-caseload.ts';
import { legalStatusWords } from './legal-status.ts';
import type { FieldProblem } from './pasted-rows.ts';
import type { Table } from './read-table.ts';
import { allocationRows, hasEnded, openAllocations, staffAndTeams } from './ssd-allocations.ts';
import { RowsByChild, spellColumns, statusRowsOf } from './ssd-child-rows.ts';
import { factsOf } from './ssd-facts.ts';
import { isDueColumn, newestEvent } from './ssd-newest.ts';
import { identityOf } from './ssd-people.ts';
import type { SsdRow } from './ssd-row.ts';
import { groupSteps, type RowGroups, type Step, ssdRows, ssdTableOf } from './ssd-tables.ts';
import { SsdVisits } from './ssd-visits.ts';

export interface ReadOptions {
  readonly today: CalendarDate;
  /** The day of the file, where a person said it. */
  readonly asAt?: CalendarDate;
  /** References and aliases of everyone on this list: they come in even when nothing of theirs is open. */
  readonly listed?: readonly string[];
}

/** Children at a step. One takes well under a tenth of a millisecond. */
const STEP = 200;

/**
 * Tables of the Standard Safeguarding Dataset as a caseload, in steps between which others may run. Pure;
 * nothing in a file makes it throw.
 */
export function* ssdSteps(
  tables: readonly Table[],
  options: ReadOptions,
  faults: FaultList,
  reader: FieldReader = new FieldReader(options.today, faults),
): Generator<Step, ImportedCaseload> {
  const visits = new SsdVisits();
  const rows = yield* ssdRows(tables, visits, reader);
  const { asAt, asAtFrom } = asAtOf({
    given: options.asAt,
    newest: yield* newestEvent(rows, visits, reader),
    lastModified: tables.map(({ lastModified }) => lastModified),
    today: options.today,
  });
  for (const row of rows.get('ssd_person') ?? [])
    if (row.get('pers_person_id') === '') leaveOut(row, faults);
  const people = yield* groupSteps(rows.get('ssd_person'), 'pers_person_id');
  const work = allocationRows(rows.get('ssd_involvements'), faults);
  const allocations = yield* groupSteps(work, 'invo_person_id');
  const byChild = yield* RowsByChild.from(rows);
  const refs = whoComesIn({ people, allocations, byChild, reader, asAt, options });
  const pathwayIsDue = isDueColumn(rows.get('ssd_care_leavers'), asAt, reader);

  const children: ImportedChild[] = [];
  for (const ref of refs) {
    const identity = identityOf(ref, people.get(ref) ?? [], reader);
    const { checks } = identity;
    const mine = allocations.get(ref) ?? [];
    const question = { ref, rows: byChild, reader, checks };
    const open = openAllocations(ref, mine, asAt, reader, checks);
    const status = statusRowsOf(question);
    const statuses = deriveStatuses(status, asAt);
    const closed = closedOn(status, spellsOf(mine, reader), asAt);
    if (statuses.length === 0 && closed === '')
      checks.push({ field: 'status', found: '', problem: 'no open plan or episode in the file' });
    if (!people.has(ref)) sayNotAPerson(ref, mine, faults);
    // Field by field: two thousand objects put together from parts take longer than their files do.
    children.push({
      ref,
      name: identity.name,
      dateOfBirth: identity.dateOfBirth,
      expectedOn: identity.expectedOn,
      diedOn: identity.diedOn,
      lines: identity.lines,
      closedOn: closed,
      restricted: false, // the dataset has no column for it
      familyRef: byChild.of('ssd_family', ref).at(-1)?.get('fami_family_id') ?? '',
      statuses: closed === '' ? statuses : [],
      legalStatus: legalStatusOf(status, asAt),
      facts: factsOf({ ref, rows: byChild, reader, checks, visits, status, asAt, pathwayIsDue }),
      allocations: open,
      checks: withoutRepeats(checks),
    });
    if (children.length % STEP === 0) yield { done: children.length, total: refs.length };
  }
  return {
    source: 'ssd',
    asAt,
    asAtFrom,
    files: tables.map(({ file, encoding, rows: { length }, visits: taken }) => ({
      file,
      table: ssdTableOf(file) ?? '',
      rows: length + (taken?.count ?? 0),
      encoding,
    })),
    ...staffAndTeams(
      rows.get('ssd_professionals'),
      rows.get('ssd_department'),
      children.flatMap((child) => child.allocations),
      faults,
    ),
    children,
    faults: faults.list(),
    notOpen: people.size - refs.filter((ref) => people.has(ref)).length,
  };
}

interface WhoQuestion {
  readonly people: RowGroups;
  readonly allocations: RowGroups;
  readonly byChild: RowsByChild;
  readonly reader: FieldReader;
  readonly asAt: string;
  readonly options: ReadOptions;
}

/** Everyone with something open, whether or not the person table has them, and everyone on the list. */
function whoComesIn({ people, allocations, byChild, reader, asAt, options }: WhoQuestion) {
  const open = new Set<string>();
  for (const [ref, rows] of allocations)
    if (rows.some((row) => !hasEnded(row, asAt, reader))) open.add(ref);
  for (const table of Object.keys(spellColumns) as (keyof typeof spellColumns)[]) // its own keys
    for (const ref of byChild.refsIn(table)) {
      const spells = byChild.of(table, ref).map((row) => spellOf(row, spellColumns[table], reader));
      if (openOf(spells, asAt).length > 0) open.add(ref);
    }
  for (const ref of options.listed ?? [])
    if (people.has(ref) || allocations.has(ref)) open.add(ref);
  const inOrder = [...people.keys()].filter((ref) => open.has(ref));
  return [...inOrder, ...[...open].filter((ref) => !people.has(ref))];
}

const spellOf = (row: SsdRow, [from, to]: readonly [string, string], reader: FieldReader) => ({
  from: reader.quietDate(row.get(from)),
  to: reader.quietDate(row.get(to)),
});

const spellsOf = (rows: readonly SsdRow[], reader: FieldReader) =>
  rows.map((row) =>
    spellOf(row, ['invo_involvement_start_date', 'invo_involvement_end_date'], reader),
  );

function legalStatusOf({ legal }: StatusRows, asAt: string): string {
  const open = legal.filter((spell) => isOpenSpell(spell, asAt) && spell.code !== '');
  const [newest] = open.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return newest ? legalStatusWords(newest.code) : '';
}

function leaveOut(row: SsdRow, faults: FaultList): void {
  faults.add({
    file: row.file,
    line: row.line,
    field: 'pers_person_id',
    problem: 'A person without a reference. The row was not brought in',
    wouldBeRight: 'The reference of the person (pers_person_id)',
    kept: false,
    text: rowText(row.cells),
  });
}

function sayNotAPerson(childRef: string, rows: readonly SsdRow[], faults: FaultList): void {
  faults.add({
    file: rows[0]?.file ?? 'ssd_person.csv',
    line: rows[0]?.line ?? 0,
    field: 'invo_person_id',
    value: childRef,
    problem: 'The child is not in the table of people, and came in with what is known',
    wouldBeRight: `A row for ${childRef} in ssd_person`,
    childRef,
  });
}

/** The same cell may be read for two purposes; it is one thing to check. */
function withoutRepeats(checks: readonly FieldProblem[]): readonly FieldProblem[] {
  if (checks.length < 2) return checks;
  const seen = new Map(checks.map((check) => [JSON.stringify(check), check]));
  return [...seen.values()];
}
