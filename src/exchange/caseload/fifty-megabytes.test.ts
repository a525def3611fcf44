import { expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { swindon, today } from '../../../test/builders.ts';
import { fileOf } from '../../../test/caseload-files.ts';
import { answerRequest, type CaseloadRequest } from './answer-request.ts';
import { guessMapping } from './csv-mapping.ts';
import type { ImportedCaseload } from './imported-caseload.ts';
import type { Progress } from './read-table.ts';

const MEGABYTES = 50;

/** Reads as the worker does, and says how long it went on at most without giving way. */
async function timed(request: CaseloadRequest) {
  const progress: Progress[] = [];
  let longest = 0;
  let began = performance.now();
  const pace = {
    progress: (each: Progress) => progress.push(each),
    pause: async () => {
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    },
  };
  const start = performance.now();
  const caseload = (await answerRequest(request, pace)) as ImportedCaseload; // it is a read
  longest = Math.max(longest, performance.now() - began);
  return { caseload, progress, longest, whole: performance.now() - start };
}

const print = (what: string, { longest, whole }: { longest: number; whole: number }) =>
  console.log(
    `${what}: ${Math.round(whole)} ms, longest slice ${Math.round(longest)} ms (in a worker, not the page)`,
  );

function megabytes(name: string, head: string, rowOf: (i: number) => string): File {
  const parts = [`${head}\n`];
  for (let size = 0, i = 0; size < MEGABYTES * 1_000_000; i += 1) {
    const row = `${rowOf(i)}\n`;
    parts.push(row);
    size += row.length;
  }
  return fileOf(name, parts.join(''));
}

it('fifty megabytes of visits beside a small service: every child, with progress to the end', async () => {
  const count = 400;
  const people = Array.from(
    { length: count },
    (_, i) => `${i},Child,Number ${i},2016-03-04T00:00:00`,
  );
  const work = Array.from(
    { length: count },
    (_, i) => `${i},W${i % 20},ALLOCATED CASE WORKER,2026-01-05T00:00:00,`,
  );
  const visits = megabytes(
    'ssd_cin_visits.csv',
    'cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone',
    (i) =>
      `V${i},${i % 20_000},2026-${10 - (i % 9)}-1${i % 9}T00:00:00,Y,N`.replace(/-(\d)-/, '-0$1-'),
  );
  const files = [
    fileOf(
      'ssd_person.csv',
      ['pers_person_id,pers_forename,pers_surname,pers_dob', ...people].join('\n'),
    ),
    fileOf(
      'ssd_involvements.csv',
      [
        'invo_person_id,invo_professional_id,invo_professional_role_id,invo_involvement_start_date,invo_involvement_end_date',
        ...work,
      ].join('\n'),
    ),
    visits,
  ];
  const read = await timed({ kind: 'ssd', files, options: { today } });
  print(`${MEGABYTES} MB of visits`, read);
  expect(read.caseload.children).toHaveLength(count);
  expect(read.caseload.children.every(({ facts }) => facts.lastSeenOn !== '')).toBe(true);
  const bytes = read.progress.filter(({ file }) => file !== '');
  expect(bytes.length).toBeGreaterThan(150);
  expect(bytes.at(-1)?.done).toBe(bytes.at(-1)?.total);
  expect(bytes.map(({ done }) => done)).toEqual(
    bytes.map(({ done }) => done).toSorted((a, b) => a - b),
  );
}, 60_000);

it('can be cancelled between any two slices', async () => {
  const file = fileOf('list.csv', `Reference,Worker\n${'1001,Uma Eastlake\n'.repeat(60_000)}`);
  const headings = ['Reference', 'Worker'];
  const statuses = cohortOptions(swindon);
  const mapping = guessMapping({ headings, sample: [], statuses, today });
  const cancel = new AbortController();
  let slices = 0;
  const pace = {
    progress: () => {},
    pause: async () => {
      slices += 1;
      if (slices === 2) cancel.abort();
      cancel.signal.throwIfAborted();
    },
  };
  const reading = answerRequest({ kind: 'csv', file, options: { today, statuses, mapping } }, pace);
  await expect(reading).rejects.toHaveProperty('name', 'AbortError');
  expect(slices).toBe(2);
});
