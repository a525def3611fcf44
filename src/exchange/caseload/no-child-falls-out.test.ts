import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { swindon, today } from '../../../test/builders.ts';
import {
  csvOf,
  fileOf,
  readCsvFile,
  readDataset,
  sampleText,
} from '../../../test/caseload-files.ts';
import type { ImportedCaseload } from './imported-caseload.ts';

/** What cells hold in files that nobody checked. */
const garbage = fc.oneof(
  fc.constantFrom('', '31/02/2019', '=1+1', '\u202eeman', '"', '""', 'a\nb', ';', ',', 'NULL', '0'),
  fc.constantFrom('1900-01-01', '9999-12-31T00:00:00', '2026-13-45', 'friday', '\u0000', '\ufffd'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const spoilt = (rows: readonly (readonly string[])[]) =>
  fc
    .array(fc.tuple(fc.nat(rows.length - 1), fc.nat((rows[0]?.length ?? 1) - 1), garbage), {
      maxLength: 30,
    })
    .map((changes) => {
      const copy = rows.map((cells) => [...cells]);
      for (const [row, column, cell] of changes) (copy[row] as string[])[column] = cell; // in range
      return copy;
    });

const wholeRows = (name: string, count: number) =>
  sampleText(name)
    .split('\r\n')
    .slice(0, count)
    .map((line) => line.split(','));

const isRead = (cell: string | undefined) => (cell ?? '').trim() !== '' && cell?.trim() !== 'NULL';
const refsOf = (caseload: ImportedCaseload) => new Set(caseload.children.map(({ ref }) => ref));

it('of the dataset: whatever cells are garbled, each child with an open row comes in', async () => {
  const [head = [], ...people] = wholeRows('ssd_person.csv', 12);
  const [workHead = [], ...work] = wholeRows('ssd_involvements.csv', 20);
  const [needHead = [], ...need] = wholeRows('ssd_cin_episodes.csv', 12);
  const roleAt = workHead.indexOf('invo_professional_role_id');
  const endAt = workHead.indexOf('invo_involvement_end_date');
  const personAt = workHead.indexOf('invo_person_id');
  await fc.assert(
    fc.asyncProperty(spoilt(people), spoilt(work), spoilt(need), async (a, b, c) => {
      const caseload = await readDataset([
        fileOf('ssd_person.csv', csvOf([head, ...a])),
        fileOf('ssd_involvements.csv', csvOf([workHead, ...b])),
        fileOf('ssd_cin_episodes.csv', csvOf([needHead, ...c])),
      ]);
      const refs = refsOf(caseload);
      const isAllocation = (row: readonly string[]) => row[roleAt] === 'ALLOCATED CASE WORKER';
      for (const row of b.filter((cells) => isAllocation(cells) && cells[endAt] === '')) {
        if (isRead(row[personAt])) expect(refs).toContain(row[personAt]?.trim());
        // No child is named: the row itself is listed.
        else expect(caseload.faults.some(({ kept }) => !kept)).toBe(true);
      }
      // Everyone whose own row and referral were left alone, whatever happened to the others.
      for (const [i, row] of c.entries())
        if (row.every((cell, j) => cell === need[i]?.[j])) expect(refs).toContain(row[1]);
    }),
    { numRuns: 150 },
  );
});

const csvHead = ['Reference', 'Name', 'DOB', 'Status', 'Worker', 'Last seen', 'Next review'];
const csvRows = Array.from({ length: 12 }, (_, i) => [
  ...[`10${i}`, `Child ${i}`, '04/03/2016', 'CIN', `Worker ${i % 3}`, '01/11/2026', '01/12/2026'],
]);
const mapping = {
  columns: {
    reference: 0,
    name: 1,
    dateOfBirth: 2,
    status: 3,
    worker: 4,
    lastSeenOn: 5,
    nextReviewOn: 6,
  },
  firstRowIsData: false,
} as const;

it('of any CSV: a row with a reference and a worker comes in, and every other one is listed', async () => {
  await fc.assert(
    fc.asyncProperty(spoilt(csvRows), async (rows) => {
      const { children, faults } = await readCsvFile(
        fileOf('list.csv', csvOf([csvHead, ...rows])),
        {
          mapping,
          statuses: cohortOptions(swindon),
        },
      );
      const refs = new Set(children.map(({ ref }) => ref));
      const left = faults.filter(({ kept }) => !kept).length;
      const named = rows.filter((row) => row[0]?.trim() && row[4]?.trim());
      for (const row of named) expect(refs).toContain(row[0]?.trim());
      const accountedFor = rows.filter((row) => refs.has(row[0]?.trim() ?? '')).length;
      const empty = rows.filter((row) => row.every((cell) => cell.trim() === '')).length;
      expect(accountedFor + left + empty).toBeGreaterThanOrEqual(rows.length);
    }),
    { numRuns: 200 },
  );
});

it('of any CSV: quotation marks in the wrong place take no row with them', async () => {
  const marks = fc.uniqueArray(fc.tuple(fc.nat(11), fc.constantFrom(1, 2, 3, 5, 6)), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(marks, fc.boolean(), async (places, atEnd) => {
      const rows = csvRows.map((cells) => [...cells]);
      for (const [row, column] of places) {
        const cell = rows[row]?.[column] ?? '';
        (rows[row] as string[])[column] = atEnd ? `${cell}"` : `"${cell}`; // in range
      }
      const text = [csvHead, ...rows].map((cells) => cells.join(',')).join('\n');
      const { children } = await readCsvFile(fileOf('list.csv', text), {
        mapping,
        statuses: cohortOptions(swindon),
      });
      expect(children.map(({ ref }) => ref)).toEqual(csvRows.map(([ref]) => ref));
      expect(today > '2026-11-01').toBe(true);
    }),
  );
});
