import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { answerRequest } from './answer-request.ts';
import { FaultList } from './fault-list.ts';
import { FieldReader } from './field-reader.ts';
import type { FieldProblem } from './pasted-rows.ts';
import { SLICE } from './read-table.ts';
import { SsdVisits, VisitRows } from './ssd-visits.ts';

const today = toCalendarDate('2026-11-20');

function visits() {
  const faults = new FaultList();
  const reader = new FieldReader(today, faults);
  const found = new SsdVisits();
  const take = (table: 'cinv_cin' | 'cppv_cp', rows: readonly (readonly string[])[]) => {
    const name = table === 'cinv_cin' ? 'ssd_cin_visits' : 'ssd_cp_visits';
    const whose = `${table.slice(0, 4)}_person_id`;
    const headings = [whose, `${table}_visit_date`, `${table}_visit_seen`];
    const file = { file: `${name}.csv`, headings: [...headings, `${table}_visit_seen_alone`] };
    const taken = new VisitRows(name, file, reader);
    for (const [i, cells] of rows.entries())
      taken.take({ line: i + 2, cells: [...cells], strayQuote: false });
    found.add(taken);
    return taken;
  };
  const of = (ref: string) => {
    const checks: FieldProblem[] = [];
    return { seen: { ...found.of(ref, checks) }, checks };
  };
  return { found, take, of, faults };
}

it('keeps the newest day a child was seen, and seen alone, of all tables together', () => {
  const { found, take, of } = visits();
  const taken = take('cinv_cin', [
    ['C1', '2026-10-01', 'Y', 'N'],
    ['C1', '2026-09-01T00:00:00', 'yes', 'Y'],
    ['C2', '2026-11-01', 'N', 'Y'],
    ['', '2026-11-02', 'Y', 'Y'],
    ['C1', 'NULL', 'Y', 'Y'],
    ['C1', '2026-01-01', 'Y'],
  ]);
  expect(taken.count).toBe(6);
  expect(taken.misshapen).toMatchObject([{ childRef: 'C1', row: { line: 7 } }]);
  take('cppv_cp', [['C1', '2026-10-15', 'Y', 'N']]);
  expect(of('C1').seen).toEqual({ on: '2026-10-15', aloneOn: '2026-09-01' });
  expect(of('C2').seen).toEqual({ on: '', aloneOn: '' });
  // A visit that was not made, or is nobody's, still says how new the file is.
  expect(found.newest).toBe('2026-11-02');
});

it('a date that is still to come or cannot be read is said once the child comes in, table by table', () => {
  const { found, take, of, faults } = visits();
  take('cppv_cp', [['C1', '31/02/2026', 'Y', 'Y']]);
  take('cinv_cin', [
    ['C1', '2027-01-01', 'Y', 'Y'],
    ['C3', 'soon', 'Y', 'Y'],
    ['C1', 'soon', 'N', 'Y'],
  ]);
  expect(faults.list()).toEqual([]);
  const { seen, checks } = of('C1');
  expect(seen).toEqual({ on: '', aloneOn: '' });
  expect(checks.map(({ field, found: cell }) => [field, cell])).toEqual([
    ['lastSeenOn', '2027-01-01'],
    ['lastSeenOn', '31/02/2026'],
  ]);
  expect(faults.list()).toMatchObject([
    {
      ...{ file: 'ssd_cin_visits.csv', line: 2, field: 'cinv_cin_visit_date', childRef: 'C1' },
      problem: 'A date in the future',
    },
    { file: 'ssd_cp_visits.csv', line: 2, problem: 'Not a date that can be read' },
  ]);
  expect(found.newest).toBe('');
});

it('a file that turns out not to be UTF-8 far down is counted once, from its beginning', async () => {
  const head = 'cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone';
  const rows = Array.from({ length: 15_000 }, (_, i) => `C1,2026-01-${(i % 9) + 10},Y,N`);
  const bytes = Buffer.from([head, ...rows, 'C1,2026-03-01,Y,Zo\xeb'].join('\n'), 'latin1');
  const open = 'cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date\nC1,2026-01-01,';
  const files = [
    new File([bytes as BlobPart], 'ssd_cin_visits.csv'),
    new File([open], 'ssd_cin_plans.csv'),
  ];
  expect(bytes.length).toBeGreaterThan(SLICE);
  const pace = { progress: () => {}, pause: async () => {} };
  const read = await answerRequest({ kind: 'ssd', files, options: { today } }, pace);
  expect(read).toMatchObject({
    files: [{ rows: 15_001, encoding: 'Windows-1252' }, { rows: 1 }],
    children: [{ ref: 'C1', facts: { lastSeenOn: '2026-03-01', lastSeenAloneOn: '' } }],
  });
});
