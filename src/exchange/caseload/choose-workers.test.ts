import { beforeAll, expect, it } from 'vitest';
import { fileOf, plainRows, readDataset, sampleFiles } from '../../../test/caseload-files.ts';
import { choicesIn, restrictToWorkers } from './choose-workers.ts';
import type { ImportedCaseload } from './imported-caseload.ts';

let caseload: ImportedCaseload;
beforeAll(async () => {
  const extra = [
    fileOf(
      'more/ssd_involvements.csv',
      [
        Object.keys(plainRows('ssd_involvements.csv')[0] ?? {}).join(','),
        'I9,W0004,ALLOCATED CASE WORKER,T001,2026-10-01T00:00:00,,,,', // no child, worker chosen
        'I8,W0013,ALLOCATED CASE WORKER,T002,2026-10-01T00:00:00,,,,', // no child, another worker
        'I7,,ALLOCATED CASE WORKER,T002,2026-10-01T00:00:00,,,100150,', // no worker
        'I6,,ALLOCATED CASE WORKER,T002,2026-10-01T00:00:00,,,900001,', // no worker, nobody else either
      ].join('\r\n'),
    ),
  ];
  caseload = await readDataset([...sampleFiles(), ...extra]);
});
const chosen = { staffRefs: ['W0004', 'W0005'], withoutWorker: false, listed: [] };

it('only the chosen workers’ children come through, and all of them', () => {
  const mine = restrictToWorkers(caseload, chosen);
  const expected = plainRows('ssd_involvements.csv').filter(
    (row) =>
      row.invo_involvement_end_date === '' &&
      chosen.staffRefs.includes(row.invo_professional_id ?? ''),
  );
  expect(mine.children.map(({ ref }) => ref)).toEqual(expected.map((row) => row.invo_person_id));
  expect(expected).toHaveLength(22 + 25);
  expect(mine.staff.map(({ ref }) => ref)).toEqual(chosen.staffRefs);
  expect(mine.teams.map(({ ref }) => ref)).toEqual(['T001']);
});

it('nothing about anyone else is left in it', () => {
  const mine = JSON.stringify(restrictToWorkers(caseload, chosen));
  const others = caseload.children.filter(
    ({ allocations }) => !allocations.some(({ staffRef }) => chosen.staffRefs.includes(staffRef)),
  );
  expect(others.length).toBeGreaterThan(300);
  const listed = ['100150', '900001']; // named by rows without a worker, which nobody may lose
  expect(others.filter(({ ref }) => !listed.includes(ref) && mine.includes(`"${ref}"`))).toEqual(
    [],
  );
});

it('rows that were not brought in: the chosen workers’ own, and those without a worker', () => {
  const notKept = (list: ImportedCaseload) =>
    list.faults.filter(({ kept }) => !kept).map(({ line }) => line);
  expect(notKept(caseload)).toEqual([2, 3, 4, 5]);
  expect(notKept(restrictToWorkers(caseload, chosen))).toEqual([2, 4, 5]);
});

it('children without a worker are counted, and come when they are asked for', () => {
  expect(choicesIn(caseload).withoutWorker).toBe(1);
  const mine = restrictToWorkers(caseload, { ...chosen, withoutWorker: true });
  expect(mine.children.at(-1)).toMatchObject({ ref: '900001', allocations: [] });
});

it('a listed child who has another worker now is not dropped', () => {
  const mine = restrictToWorkers(caseload, { ...chosen, listed: ['100300'] });
  const child = mine.children.find(({ ref }) => ref === '100300');
  expect(mine.children).toHaveLength(48);
  // The new worker's name comes too: it is what the change says.
  expect(mine.staff.map(({ ref }) => ref)).toContain(child?.allocations[0]?.staffRef);
});
