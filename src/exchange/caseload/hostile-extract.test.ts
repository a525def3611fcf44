import { describe, expect, it } from 'vitest';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import { swindon, today } from '../../../test/builders.ts';
import { csvOf, fileOf, inShort, noPace, readDataset } from '../../../test/caseload-files.ts';
import { answerRequest } from './answer-request.ts';

/** Every name is SYNTHETIC. A small extract in which each thing that goes wrong in real ones does. */
const personHead =
  'pers_person_id,pers_forename,pers_surname,pers_dob,pers_expected_dob,pers_death_date';
const workHead =
  'invo_person_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date';
const open = (child: string, worker = 'W1', from = '2026-01-05T00:00:00', to = '') =>
  `${child},${worker},Allocated case worker,T1,${from},${to}`;
const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`;
const people = (...rows: string[]) => fileOf('ssd_person.csv', lines(personHead, ...rows));
const work = (...rows: string[]) => fileOf('SSD_Involvements.CSV', lines(workHead, ...rows));

const amy = '1,Amy,Stone,2016-03-04T00:00:00,,';
const read = async (...files: File[]) => {
  const caseload = await readDataset(files);
  const faults = caseload.faults
    .filter(
      ({ problem }) =>
        !problem.startsWith('This table is not') && !problem.startsWith('The column'),
    )
    .map(inShort);
  return {
    ...caseload,
    faults,
    child: (ref: string) => caseload.children.find((c) => c.ref === ref),
  };
};

it('a date that does not exist: the child comes in with the field empty', async () => {
  const { child, faults } = await read(people('1,Amy,Stone,31/02/2019,,'), work(open('1')));
  expect(child('1')).toMatchObject({ name: 'Amy Stone', dateOfBirth: '', expectedOn: '' });
  expect(child('1')?.checks).toContainEqual({
    field: 'dateOfBirth',
    found: '31/02/2019',
    problem: 'not readable',
  });
  expect(faults).toEqual([
    {
      file: 'ssd_person.csv',
      line: 2,
      field: 'pers_dob',
      value: '31/02/2019',
      problem: 'Not a date that can be read',
      wouldBeRight: '31 February is not a real date. February 2019 has 28 days.',
      kept: true,
    },
  ]);
});

it('the same person twice: identical rows are one child, and different ones too, with both named', async () => {
  const { children, child, faults } = await read(
    people(amy, amy, '2,Bo,Stone,2017-01-01T00:00:00,,', '2,Beau,Stone,,,'),
    work(open('1'), open('2')),
  );
  expect(children).toHaveLength(2);
  expect(child('1')?.checks).toEqual([expect.objectContaining({ field: 'status' })]);
  expect(child('2')).toMatchObject({ name: 'Beau Stone', dateOfBirth: '2017-01-01' });
  expect(child('2')?.checks).toContainEqual({
    field: 'name',
    found: 'Bo Stone (line 4); Beau Stone (line 5)',
    problem: 'differs on lines 4 and 5',
  });
  expect(child('2')?.lines.map(({ line }) => line)).toEqual([4, 5]);
  expect(faults.map(({ line, field, problem }) => [line, field, problem])).toEqual([
    [3, 'pers_person_id', 'The same person stands on lines 2 and 3. They came in as one child'],
    [5, 'pers_person_id', 'The same person stands on lines 4 and 5. They came in as one child'],
    [
      5,
      'pers_forename, pers_surname',
      'Two rows of the same person differ. What the later row says was used',
    ],
  ]);
});

it('two open allocations are both kept; the same worker twice is one', async () => {
  const { child, faults } = await read(
    people(amy, '2,Bo,Stone,2017-01-01,,'),
    work(open('1'), open('1', 'W2'), open('2'), open('2', 'W1', '2026-02-01T00:00:00')),
  );
  expect(child('1')?.allocations.map(({ staffRef }) => staffRef)).toEqual(['W1', 'W2']);
  expect(child('1')?.checks).toContainEqual({
    field: 'worker',
    found: 'W1, W2',
    problem: 'two open allocations',
  });
  expect(child('2')?.allocations.map(({ from }) => from)).toEqual(['2026-02-01']);
  expect(faults.slice(0, 2)).toEqual([
    {
      file: 'SSD_Involvements.CSV',
      line: 3,
      field: 'invo_professional_id',
      value: 'W1, W2',
      problem: 'The child has more than one open allocation. All were kept',
      wouldBeRight: 'One open allocation, and an end date on the others',
      kept: true,
    },
    expect.objectContaining({ line: 5, value: 'W1' }),
  ]);
});

it('a child who is missing from the person table comes in with what is known', async () => {
  const { child, faults } = await read(people(amy), work(open('1'), open('9')));
  expect(child('9')).toMatchObject({
    name: '',
    dateOfBirth: '',
    allocations: [{ staffRef: 'W1' }],
  });
  expect(child('9')?.checks).toContainEqual({
    field: 'name',
    found: '',
    problem: 'not in the table of people',
  });
  expect(faults).toEqual([
    expect.objectContaining({
      file: 'SSD_Involvements.CSV',
      line: 3,
      field: 'invo_person_id',
      value: '9',
      wouldBeRight: 'A row for 9 in ssd_person',
      kept: true,
    }),
  ]);
});

it('an allocation without a child, or a person without a reference, stays in the list with its own text', async () => {
  const { children, faults } = await read(
    people(amy, ',Cy,Stone,2015-05-05T00:00:00,,'),
    work(open('1'), open('')),
  );
  expect(children).toHaveLength(1);
  expect(faults.filter(({ kept }) => !kept)).toEqual([
    {
      file: 'ssd_person.csv',
      line: 3,
      field: 'pers_person_id',
      value: '',
      problem: 'A person without a reference. The row was not brought in',
      wouldBeRight: 'The reference of the person (pers_person_id)',
      kept: false,
    },
    expect.objectContaining({ line: 3, field: 'invo_person_id', kept: false }),
  ]);
  const { faults: whole } = await readDataset([people(',Cy,Stone,,,')]);
  expect(whole.find(({ kept }) => !kept)?.text).toBe(',Cy,Stone,,,');
});

it('an allocation without a worker: the child is among those without one, and the row is listed', async () => {
  const { child, faults } = await read(people(amy), work(open('1', '')));
  expect(child('1')?.allocations).toEqual([]);
  expect(faults).toEqual([
    expect.objectContaining({ line: 2, field: 'invo_professional_id', kept: false }),
  ]);
});

it('formulas, changes of direction and control characters are kept as text, and said', async () => {
  const { child, faults, staff } = await read(
    fileOf(
      'ssd_person.csv',
      csvOf([
        personHead.split(','),
        ['1', '=HYPERLINK("http://x","y")', '@Stone', '2016-03-04', '', ''],
        ['2', 'A\u202eymA', 'St\u0000one', '2016-03-04', '', ''],
      ]),
    ),
    work(open('1', '=W1'), open('2')),
  );
  expect(child('1')?.name).toBe('=HYPERLINK("http://x","y") @Stone');
  expect(child('2')?.name).toBe('A\u202eymA St\u0000one');
  expect(staff.map(({ ref }) => ref)).toEqual(['=W1', 'W1']);
  expect(faults.filter(({ file }) => file === 'ssd_person.csv')).toEqual([
    {
      file: 'ssd_person.csv',
      line: 2,
      field: 'pers_forename',
      value: '=HYPERLINK("http://x","y")',
      problem: 'Starts like a spreadsheet formula. Kept as text, and never worked out',
      wouldBeRight: 'Text that starts with a letter or a number',
      kept: true,
    },
    expect.objectContaining({ line: 2, field: 'pers_surname', value: '@Stone' }),
    expect.objectContaining({ line: 3, field: 'pers_forename', value: 'A[U+202E]ymA' }),
    expect.objectContaining({ line: 3, field: 'pers_surname', value: 'St[U+0000]one' }),
  ]);
});

describe('files that are no caseload', () => {
  it.each([
    ['empty', fileOf('ssd_person.csv', ''), 'The file is empty'],
    ['headings only', people(), 'The file has headings and no rows'],
    ['a workbook', fileOf('ssd_person.csv', 'PK\x03\x04....'), 'not a CSV. It is a workbook'],
    ['a web page', fileOf('ssd_person.csv', '<!doctype html><p>Sign in'), 'It is a web page'],
    ['one line without end', fileOf('ssd_person.csv', 'x'.repeat(3_000_000)), 'no line breaks'],
    ['another table', fileOf('letters.csv', 'a,b\n1,2\n'), 'not that of a table Footprint reads'],
  ])('%s: a fault, and the rest is read', async (_, file, problem) => {
    const { children, faults } = await read(file, work(open('1')));
    expect(children).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: file.name, kept: true });
    expect(faults.map((fault) => fault.problem).join()).toContain(problem);
  });

  it('random bytes', async () => {
    const bytes = new Uint8Array(200_000).map((_, i) => (i * 7919 + (i >> 3) * 104_729) % 256);
    expect((await read(fileOf('ssd_person.csv', bytes))).children).toEqual([]);
  });

  it('a look at them says that there is nothing to read', async () => {
    const files = [fileOf('a.csv', ''), fileOf('b.csv', '%PDF-1.7')];
    const look = await answerRequest({ kind: 'look', files, statuses: [], today }, noPace);
    expect(look).toMatchObject({ source: 'none', files: [] });
    expect(look.faults).toHaveLength(2);
  });
});

it('duplicate headings: the first is read, and both are named', async () => {
  const file = fileOf('ssd_person.csv', lines(`${personHead},pers_forename`, `${amy},Wrong`));
  const { child, faults } = await read(file, work(open('1')));
  expect(child('1')?.name).toBe('Amy Stone');
  expect(faults).toEqual([
    expect.objectContaining({
      line: 1,
      field: 'pers_forename',
      problem: 'Two columns have the heading pers_forename. The first one was read',
    }),
  ]);
});

it('a row with more values than headings is read, and said', async () => {
  const { child, faults } = await read(people('1,Amy,Stone, Jr,2016-03-04,,'), work(open('1')));
  expect(child('1')?.checks.map(({ field }) => field)).toContain('dateOfBirth');
  expect(faults[0]).toMatchObject({ line: 2, value: '1, Amy, Stone, Jr, 2016-03-04, , ' });
  expect(faults[0]?.problem).toContain('7 values under 6 headings');
});

it.each([
  [
    'UTF-16 LE with a mark',
    (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
  ],
  ['Windows-1252', (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))],
  ['UTF-8 with a mark', (text: string) => new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(text)])],
])(
  '%s, with semicolons, any case of name and headings, and a folder before it',
  async (_, bytes) => {
    const text = lines(personHead.toUpperCase(), '1,Zoë,Stone,2016-03-04,,').replaceAll(',', ';');
    const file = fileOf('C:\\out\\dbo.SSD_Person_20261120.csv', bytes(text));
    const { child } = await read(file, work(open('1')));
    expect(child('1')?.name).toBe('Zoë Stone');
  },
);

it('quoted line breaks, and line ends of old and new systems', async () => {
  for (const newline of ['\r\n', '\n', '\r']) {
    const rows = [personHead.split(','), ['1', 'Amy\nJane', 'Stone', '2016-03-04', '', '']];
    const { child } = await read(fileOf('ssd_person.csv', csvOf(rows, newline)), work(open('1')));
    expect(child('1')?.name).toBe('Amy\nJane Stone');
  }
});

describe('who is open', () => {
  const referrals = (...rows: string[]) =>
    fileOf(
      'ssd_cin_episodes.csv',
      lines('cine_person_id,cine_referral_date,cine_close_date,cine_referral_nfa', ...rows),
    );

  it('an end that cannot be read, or that is before the beginning, leaves the child open', async () => {
    const { child } = await read(
      people(amy, '2,Bo,Stone,2017-01-01,,'),
      work(
        open('1', 'W1', '2026-01-05', '31/02/2026'),
        open('2', 'W1', '2026-01-05', '2025-01-05'),
      ),
    );
    expect(child('1')?.allocations).toHaveLength(1);
    expect(child('2')?.allocations).toHaveLength(1);
  });

  it('a child with an open referral and no worker comes in; one closed does not, unless it is listed', async () => {
    const files = () => [
      people(amy, '2,Bo,Stone,2017-01-01,,', '3,Cy,Stone,2017-01-01,,'),
      referrals('1,2026-01-01,,', '2,2025-01-01,2026-10-01,', '3,2026-03-01,,Y'),
      work(
        open('1', 'W1', '2025-01-01', '2026-01-01'),
        open('2', 'W1', '2025-01-01', '2026-10-03'),
      ),
    ];
    const first = await readDataset(files());
    expect(first.children.map(({ ref }) => ref)).toEqual(['1']);
    expect(first.notOpen).toBe(2);
    const again = await readDataset(files(), { listed: ['2'] });
    expect(again.children.find(({ ref }) => ref === '2')).toMatchObject({
      closedOn: '2026-10-03',
      statuses: [],
      allocations: [],
    });
  });

  it('one who has died stays open until a person closes the case', async () => {
    const { child } = await read(
      people('1,Amy,Stone,2016-03-04,,2026-11-01'),
      referrals('1,2026-01-01,,'),
      work(open('1')),
    );
    expect(child('1')).toMatchObject({ diedOn: '2026-11-01', closedOn: '' });
    expect(statusForProfile(child('1')?.statuses ?? [], swindon)?.code).toBe('CIN');
  });

  it('an unborn baby has an expected date, and so has one whose date of birth is still to come', async () => {
    const { child } = await read(
      people(
        '1,Baby,Stone,,2027-01-11,',
        '2,Baby,Stone,2027-02-01,,',
        '3,Cy,Stone,2026-11-01,2026-11-20,',
      ),
      work(open('1'), open('2'), open('3')),
    );
    expect(['1', '2', '3'].map((ref) => [child(ref)?.dateOfBirth, child(ref)?.expectedOn])).toEqual(
      [
        ['', '2027-01-11'],
        ['', '2027-02-01'],
        ['2026-11-01', ''],
      ],
    );
  });
});

it('no role is that of an allocated worker: the roles of the file are named', async () => {
  const { faults } = await read(
    people(amy),
    fileOf('ssd_involvements.csv', lines(workHead, '1,W1,IRO,T1,2026-01-01,')),
  );
  expect(faults).toEqual([
    expect.objectContaining({ field: 'invo_professional_role_id', value: 'IRO (1)', line: 0 }),
  ]);
});

it('the day of the file: as a person gave it, else its newest event, else its own date', async () => {
  const files = [people(amy), work(open('1', 'W1', '2026-10-05'))];
  expect(await readDataset(files)).toMatchObject({ asAt: '2026-10-05', asAtFrom: 'newest' });
  expect(await readDataset(files, { asAt: today })).toMatchObject({
    asAt: today,
    asAtFrom: 'given',
  });
  const undated = new File([await work(open('1', 'W1', '')).text()], 'ssd_involvements.csv', {
    lastModified: Date.UTC(2026, 10, 18, 12),
  });
  expect(await readDataset([undated])).toMatchObject({ asAt: '2026-11-18', asAtFrom: 'fileDate' });
});
