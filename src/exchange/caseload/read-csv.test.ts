import { describe, expect, it } from 'vitest';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import { islington, swindon, today } from '../../../test/builders.ts';
import { csvOf, fileOf, inShort, noPace, readCsvFile } from '../../../test/caseload-files.ts';
import { answerRequest, type Look } from './answer-request.ts';
import { guessMapping, mappingKey, mappingProblem } from './csv-mapping.ts';

const statuses = cohortOptions(swindon);
const headings = [
  ...['LCS Number', 'Child Name', 'DOB', 'Status', 'Social Worker', 'Date allocated', 'Team'],
  ...[
    'Legal Status',
    'Sibling Group',
    'Last Seen',
    'Last seen alone',
    'Last Review',
    'Next Review',
  ],
  ...['Plan date', 'Assessment date', 'Permanence decision', 'Risk raised on', 'Last Supervision'],
  ...['Last discussed in depth', 'Restricted?'],
];
const amy = [
  ...['1001', 'Amy Stone', '04/03/2016', 'CP Plan', 'Uma Eastlake', '05/01/2026 09:15', 'Team A'],
  ...['ICO', 'Stone', '10/11/2026', '01/11/2026', '01/06/2026', '01/12/2026'],
  ...['01/02/2026', '01/01/2026', '', '12/11/2026', '23/10/2026', '25/09/2026', 'Yes'],
];
const guess = (head: readonly string[], ...sample: readonly (readonly string[])[]) =>
  guessMapping({ headings: head, sample, statuses, today });
const read = (rows: readonly (readonly string[])[], defaultWorker = '') => {
  const mapping = guess(rows[0] ?? [], ...rows.slice(1));
  return readCsvFile(fileOf('list.csv', csvOf(rows)), { mapping, statuses, defaultWorker });
};

describe('which column holds what', () => {
  it('from the headings, all of them', () => {
    const { columns, firstRowIsData } = guess(headings, amy);
    expect(firstRowIsData).toBe(false);
    expect(
      Object.entries(columns)
        .sort((a, b) => a[1] - b[1])
        .map(([field]) => field),
    ).toEqual(
      [
        ...[
          'name',
          'dateOfBirth',
          'status',
          'worker',
          'allocatedOn',
          'team',
          'legalStatus',
          'family',
        ],
        ...[
          'lastSeenOn',
          'lastSeenAloneOn',
          'lastReviewOn',
          'nextReviewOn',
          'planOn',
          'assessmentOn',
        ],
        ...[
          'permanenceDecisionOn',
          'riskRaisedOn',
          'lastSupervisedOn',
          'lastInDepthOn',
          'restricted',
        ],
      ].toSpliced(0, 0, 'reference'),
    );
  });

  it('from the values where a heading says nothing', () => {
    const rows = [
      ['20016', 'Amy Stone', '04/03/2016', 'CIN'],
      ['20017', 'Bo Stone', '05/03/2017', 'CP'],
    ];
    expect(guess(['Nr', 'Who', 'Birthday', 'What'], ...rows).columns).toEqual({
      reference: 0,
      name: 1,
      dateOfBirth: 2,
      status: 3,
    });
    expect(guess(rows[0] ?? [], ...rows.slice(1)).firstRowIsData).toBe(true);
  });

  it('is remembered by the headings, in any spelling, and never by a child', () => {
    const mapping = guess(headings, amy);
    expect(mappingKey(headings, mapping)).toBe(
      mappingKey(
        headings.map((heading) => ` ${heading.toUpperCase()}`),
        mapping,
      ),
    );
    expect(mappingKey(amy, { columns: {}, firstRowIsData: true })).not.toContain('Amy');
  });

  it('cannot be used without a reference and a worker', () => {
    expect(mappingProblem(guess(headings), false)).toBeUndefined();
    expect(mappingProblem({ columns: { worker: 1 }, firstRowIsData: false }, false)).toBe(
      'Choose the column with the child’s reference',
    );
    expect(mappingProblem({ columns: { reference: 1 }, firstRowIsData: false }, false)).toContain(
      'worker',
    );
    expect(
      mappingProblem({ columns: { reference: 1 }, firstRowIsData: false }, true),
    ).toBeUndefined();
  });

  it('a look shows the columns, some rows and the guess', async () => {
    const files = [fileOf('list.csv', csvOf([headings, amy]))];
    const look = (await answerRequest({ kind: 'look', files, statuses, today }, noPace)) as Look; // asked for one
    expect(look.source).toBe('csv');
    expect(look.files[0]).toMatchObject({ headings, sample: [amy], encoding: 'UTF-8', table: '' });
    expect(look.files[0]?.guess.columns.reference).toBe(0);
  });
});

it('every field of a row', async () => {
  const { children, staff, teams, asAt, asAtFrom } = await read([headings, amy]);
  expect(children).toEqual([
    {
      ref: '1001',
      name: 'Amy Stone',
      dateOfBirth: '2016-03-04',
      expectedOn: '',
      diedOn: '',
      closedOn: '',
      restricted: true,
      familyRef: 'Stone',
      statuses: [{ code: 'CP', words: 'the file says “CP Plan”', since: '' }],
      legalStatus: 'ICO',
      facts: {
        lastSeenOn: '2026-11-10',
        lastSeenAloneOn: '2026-11-01',
        inTouchOn: '',
        lastReviewOn: '2026-06-01',
        nextReviewOn: '2026-12-01',
        planOn: '2026-02-01',
        assessmentOn: '2026-01-01',
        permanenceDecisionOn: '',
        riskRaisedOn: '2026-11-12',
        lastSupervisedOn: '2026-10-23',
        lastInDepthOn: '2026-09-25',
        permanencePlanRecorded: false,
      },
      allocations: [
        {
          staffRef: 'Uma Eastlake',
          teamRef: 'Team A',
          from: '2026-01-05',
          to: '',
          allocatedAt: '2026-01-05T09:15:00Z',
        },
      ],
      checks: [],
      lines: [{ file: 'list.csv', line: 2 }],
    },
  ]);
  expect(staff).toEqual([
    { ref: 'Uma Eastlake', name: 'Uma Eastlake', role: '', teamRef: 'Team A' },
  ]);
  expect(teams).toEqual([{ ref: 'Team A', name: 'Team A' }]);
  expect([asAt, asAtFrom]).toEqual(['2026-11-12', 'newest']);
});

const head = ['Reference', 'First name', 'Surname', 'DOB', 'Status', 'Worker', 'Last seen'];

it('a row with a reference and a worker comes in whatever else it holds', async () => {
  const { children, faults } = await read([
    head,
    ['1', '', '', '31/02/2019', 'Pending', 'Uma', '1/1/2030'],
  ]);
  expect(children[0]).toMatchObject({ ref: '1', name: '', dateOfBirth: '', statuses: [] });
  expect(children[0]?.checks).toEqual(
    [
      { field: 'lastSeenOn', found: '1/1/2030', problem: 'is in the future' },
      { field: 'dateOfBirth', found: '31/02/2019', problem: 'not readable' },
      { field: 'status', found: 'Pending', problem: 'is not a status we know' },
      { field: 'name', found: '', problem: 'no name in the row' },
    ].toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
  );
  expect(faults.map(inShort)).toContainEqual({
    file: 'list.csv',
    line: 2,
    field: 'DOB',
    value: '31/02/2019',
    problem: 'Not a date that can be read',
    wouldBeRight: '31 February is not a real date. February 2019 has 28 days.',
    kept: true,
  });
  expect(faults.find(({ field }) => field === 'Status')?.wouldBeRight).toContain('CP/PLO/Court');
});
const order = ['name', 'lastSeenOn', 'dateOfBirth', 'status'];

it('rows that cannot come in stay in the list with their own text', async () => {
  const { children, faults } = await read([
    head,
    ['', 'Amy', 'Stone, Jr', '', '', 'Uma', ''],
    ['2', 'Bo', 'Stone', '', '', '', ''],
    ['3', 'Cy', 'Stone', '', '', 'Uma', ''],
    ['3', 'Cy', 'Stone', '', '', '', ''],
  ]);
  expect(children.map(({ ref }) => ref)).toEqual(['3']);
  const out = faults.filter(({ kept }) => !kept);
  expect(out.map(({ line, problem, text }) => [line, problem, text])).toEqual([
    [2, 'No reference. The row was not brought in', ',Amy,"Stone, Jr",,,Uma,'],
    [3, 'No worker. The row was not brought in', '2,Bo,Stone,,,,'],
  ]);
  const all = await read([head, ['2', 'Bo', 'Stone', '', '', '', '']], 'Uma Eastlake');
  expect(all.children[0]?.allocations[0]?.staffRef).toBe('Uma Eastlake');
});

it('one child on two rows: every worker, the later values, and both named', async () => {
  const { children, staff, faults } = await read([
    head,
    ['1', 'Amy', 'Stone', '04/03/2016', 'CIN', 'Uma Eastlake', ''],
    ['1', 'Aimee', 'Stone', '', 'CIN', 'Zac Underhill', ''],
    ['1', 'Aimee', 'Stone', '', 'CIN', 'uma eastlake', ''],
  ]);
  expect(children).toHaveLength(1);
  expect(children[0]).toMatchObject({ name: 'Aimee Stone', dateOfBirth: '2016-03-04' });
  expect(children[0]?.allocations.map(({ staffRef }) => staffRef)).toEqual([
    'Uma Eastlake',
    'Zac Underhill',
  ]);
  expect(staff).toHaveLength(2);
  expect(children[0]?.checks.map(({ field }) => field)).toEqual(['name', 'worker']);
  expect(faults.map(({ problem }) => problem)).toContain(
    'The same reference stands on lines 2 and 3 and 4. They came in as one child',
  );
});

it('an expected date in the column of births, and a heading of its own', async () => {
  const rows = (text: string) => read([head, ['1', 'Baby', 'Stone', text, '', 'Uma', '']]);
  for (const text of ['EDD 14/02/2027', 'due: 14/02/2027', '14/02/2027'])
    expect((await rows(text)).children[0]).toMatchObject({
      dateOfBirth: '',
      expectedOn: '2027-02-14',
    });
});

it.each([
  ['CP/PLO/Court', 'CP_PLO_COURT'],
  ['cin', 'CIN'],
  ['Child Protection', 'CP_PLO_COURT'],
  ['LAC', 'CWCF_NO_PERM'],
  ['Care leaver', 'CARE_EXP'],
  ['Early Help', 'EH'],
])('the status %s is %s under Swindon', async (text, code) => {
  const { children } = await read([head, ['1', 'Amy', 'Stone', '', text, 'Uma', '']]);
  expect(statusForProfile(children[0]?.statuses ?? [], swindon)?.code).toBe(code);
  expect(statusForProfile(children[0]?.statuses ?? [], swindon)?.words).toContain(
    `the file says “${text}”`,
  );
});

it('looked after with a permanence decision in its own column', async () => {
  const columns = [...head, 'Permanence decision'];
  const row = ['1', 'Amy', 'Stone', '', 'LAC', 'Uma', '', '01/10/2026'];
  const { children } = await read([columns, row]);
  expect(statusForProfile(children[0]?.statuses ?? [], swindon)?.code).toBe('CWCF_PERM');
  expect(statusForProfile(children[0]?.statuses ?? [], islington)?.code).toBe('CLA');
});

it('without headings the first row is a child', async () => {
  const rows = [
    ['20016', 'Amy Stone', '04/03/2016', 'CIN'],
    ['20017', 'Bo Stone', '05/03/2017', 'CP'],
  ];
  const { children } = await read(rows, 'Uma Eastlake');
  expect(children.map(({ ref, lines }) => [ref, lines[0]?.line])).toEqual([
    ['20016', 1],
    ['20017', 2],
  ]);
});

it('nothing of an empty file, and nothing is thrown', async () => {
  const caseload = await readCsvFile(fileOf('list.csv', ''), {
    mapping: { columns: {}, firstRowIsData: false },
    statuses,
  });
  expect(caseload.children).toEqual([]);
  expect(caseload.faults.map(({ problem }) => problem)).toEqual(['The file is empty']);
});
