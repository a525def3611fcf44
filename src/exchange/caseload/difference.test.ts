import { beforeAll, describe, expect, it } from 'vitest';
import { listProfiles } from '#domain/policies/shipped-profiles.ts';
import { Staff } from '#domain/records/staff.ts';
import { aChild, anAllocation, ref, staff, swindon, today } from '../../../test/builders.ts';
import { readDataset, sampleFiles } from '../../../test/caseload-files.ts';
import { restrictToWorkers } from './choose-workers.ts';
import { type DifferenceQuestion, differenceOf } from './difference.ts';
import { emptyFacts, type ImportedCaseload, type ImportedChild } from './imported-caseload.ts';
import { type ListedChild, listedRefs } from './listed-child.ts';
import { toAllocations, toListedChild } from './to-list.ts';

/** Every name is SYNTHETIC. */
const allocation = (staffRef = 'W1', over = {}) => ({
  ...{ staffRef, teamRef: 'T1', from: '2026-01-01', to: '', allocatedAt: '2026-01-01' },
  ...over,
});
const aFileChild = (over: Partial<ImportedChild> = {}): ImportedChild => ({
  ...{ ref: 'C1', name: 'Amina Khan', dateOfBirth: '2016-03-04', expectedOn: '', diedOn: '' },
  ...{ closedOn: '', restricted: false, familyRef: '', legalStatus: '', facts: emptyFacts },
  statuses: [{ code: 'CIN', words: 'a plan is open', since: '' }],
  ...{ allocations: [allocation()], checks: [], lines: [] },
  ...over,
});
const worker = (workerRef: string, name: string): Staff =>
  Staff.parse({ ref: workerRef, name, role: '' });
const caseloadOf = (...children: ImportedChild[]): ImportedCaseload => ({
  ...{ source: 'ssd', asAt: '2026-11-20', asAtFrom: 'newest', files: [], teams: [], faults: [] },
  notOpen: 0,
  staff: [
    { ref: 'W1', name: 'Uma Eastlake', role: '', teamRef: 'T1' },
    { ref: 'W2', name: 'Zac Underhill', role: '', teamRef: 'T1' },
  ],
  children,
});
const questionOf = (
  children: readonly ListedChild[],
  found: readonly ImportedChild[],
  over: Partial<DifferenceQuestion> = {},
): DifferenceQuestion => ({
  children,
  allocations: children.map((child) => anAllocation({ childRef: child.ref, staffRef: 'W1' })),
  staff: [worker('W1', 'Uma Eastlake')],
  imported: caseloadOf(...found),
  chosen: ['W1'],
  profile: swindon,
  today,
  ...over,
});
const changes = (...args: Parameters<typeof questionOf>) =>
  differenceOf(questionOf(...args)).changes;

it('nothing has changed', () => {
  const { changes: none, counts } = differenceOf(questionOf([aChild()], [aFileChild()]));
  expect(none).toEqual([]);
  expect(Object.values(counts).every((count) => count === 0)).toBe(true);
});

it('a child who is new, with status and worker', () => {
  expect(changes([], [aFileChild()])).toEqual([
    expect.objectContaining({
      id: 'new:C1',
      kind: 'new',
      status: expect.objectContaining({ code: 'CIN' }),
      workers: [expect.objectContaining({ staffRef: 'W1', name: 'Uma Eastlake' })],
      maybe: [],
    }),
  ]);
  expect(changes([], [aFileChild({ closedOn: '2026-10-01' })])).toEqual([]);
});

it('fields that changed, each by itself; an empty one in the file empties nothing', () => {
  const found = aFileChild({
    name: 'Amina Khan-Reid',
    dateOfBirth: '',
    familyRef: 'F1',
    diedOn: '2026-11-01',
  });
  expect(changes([aChild()], [found])).toEqual([
    {
      id: 'field:C1:name',
      kind: 'field',
      childRef: 'C1',
      name: 'Amina Khan',
      field: 'name',
      from: 'Amina Khan',
      to: 'Amina Khan-Reid',
    },
    expect.objectContaining({ field: 'familyRef', from: '', to: 'F1' }),
    expect.objectContaining({ field: 'diedOn', from: '', to: '2026-11-01' }),
  ]);
});

it('a birth ends the expected date', () => {
  const unborn = aChild({ dateOfBirth: '', expectedOn: '2026-11-15' });
  expect(changes([unborn], [aFileChild({ dateOfBirth: '2026-11-12' })])).toEqual([
    expect.objectContaining({ field: 'dateOfBirth', to: '2026-11-12' }),
    expect.objectContaining({ field: 'expectedOn', from: '2026-11-15', to: '' }),
  ]);
});

it('another status, with why; a file without one changes nothing', () => {
  const statuses = [{ code: 'CP', words: 'a child protection plan is open', since: '2026-11-02' }];
  expect(changes([aChild()], [aFileChild({ statuses })])).toEqual([
    expect.objectContaining({
      kind: 'status',
      from: 'CIN',
      to: expect.objectContaining({
        code: 'CP_PLO_COURT',
        words: 'CP/PLO/Court because a child protection plan is open',
      }),
    }),
  ]);
  expect(changes([aChild()], [aFileChild({ statuses: [] })])).toEqual([]);
});

describe('workers', () => {
  it('another one, also one that is new here', () => {
    expect(changes([aChild()], [aFileChild({ allocations: [allocation('W2')] })])).toEqual([
      expect.objectContaining({
        kind: 'worker',
        from: ['W1'],
        to: [expect.objectContaining({ staffRef: undefined, name: 'Zac Underhill' })],
      }),
    ]);
  });

  it('two at once, until both are on the list', () => {
    const found = [aFileChild({ allocations: [allocation('W1'), allocation('W2')] })];
    const [change] = changes([aChild()], found);
    expect(change).toMatchObject({ kind: 'twoWorkers', id: 'twoWorkers:C1', from: ['W1'] });
    const both = {
      allocations: [anAllocation({ staffRef: 'W1' }), anAllocation({ staffRef: 'W2' })],
      staff: [worker('W1', 'Uma Eastlake'), worker('W2', 'Zac Underhill')],
    };
    expect(changes([aChild()], found, both)).toEqual([]);
  });

  it('known here by name, in either order of names; two of one name are not guessed between', () => {
    const here = { allocations: [anAllocation({ staffRef: 'local:7' })] };
    const local = [worker('local:7', 'Eastlake, Uma')];
    expect(changes([aChild()], [aFileChild()], { ...here, staff: local })).toEqual([]);
    const two = [...local, worker('local:8', 'uma eastlake')];
    expect(changes([aChild()], [aFileChild()], { ...here, staff: two })).toHaveLength(1);
  });

  it('none in the file is a change, and one that could not be read is not', () => {
    expect(changes([aChild()], [aFileChild({ allocations: [] })])).toEqual([
      expect.objectContaining({ kind: 'worker', to: [] }),
    ]);
    const checks = [{ field: 'worker', found: '', problem: 'no worker in the allocation' }];
    expect(changes([aChild()], [aFileChild({ allocations: [], checks })])).toEqual([]);
  });
});

describe('a child who is missing from the file', () => {
  it('stays open, and the words say which file', () => {
    expect(changes([aChild()], [])).toEqual([
      {
        id: 'missing:C1',
        kind: 'missing',
        childRef: 'C1',
        name: 'Amina Khan',
        words: 'Not in the file of 20 November 2026',
      },
    ]);
  });

  it('is not missed where it was closed, was added by hand, or is another worker’s', () => {
    expect(changes([aChild({ closedOn: '2026-10-01' })], [])).toEqual([]);
    expect(changes([aChild({ ref: 'local:1', reference: '', aliases: [] })], [])).toEqual([]);
    expect(changes([aChild()], [], { chosen: ['W2'] })).toEqual([]);
    expect(changes([aChild()], [], { chosen: ['W2'], allocations: [] })).toHaveLength(1);
  });

  it('is said once for one file, and again for the next', () => {
    const noted = { ...aChild(), notInFileOf: '2026-11-20' };
    expect(changes([noted], [])).toEqual([]);
    expect(changes([{ ...noted, notInFileOf: '2026-11-13' }], [])).toHaveLength(1);
  });
});

it('a child who is there again, and one that the file has closed', () => {
  const kinds = (listed: ListedChild, found = aFileChild()) => changes([listed], [found]);
  expect(kinds({ ...aChild(), notInFileOf: '2026-11-13' })).toEqual([
    expect.objectContaining({ kind: 'reappeared', was: 'missing' }),
  ]);
  expect(kinds(aChild({ closedOn: '2026-10-01' }))).toEqual([
    expect.objectContaining({ kind: 'reappeared', was: 'closed' }),
  ]);
  expect(kinds(aChild({ removed: true }))).toEqual([
    expect.objectContaining({ kind: 'reappeared', was: 'removed' }),
  ]);
  expect(kinds(aChild(), aFileChild({ closedOn: '2026-11-01' }))).toEqual([
    expect.objectContaining({ kind: 'closed', on: '2026-11-01' }),
  ]);
});

it('earlier references still mean the same child, and two in one file are named', () => {
  const child = aChild({ ref: 'OLD', reference: 'NEW', aliases: ['OLD', 'OLDER', 'NEW'] });
  for (const known of ['OLD', 'OLDER', 'NEW'])
    expect(changes([child], [aFileChild({ ref: known })])).toEqual([]);
  expect(changes([child], [aFileChild({ ref: 'OLD' }), aFileChild({ ref: 'NEW' })])).toEqual([
    expect.objectContaining({ kind: 'twoReferences', refs: ['OLD', 'NEW'] }),
  ]);
});

it('a child added by hand is suggested by name and date of birth, and never matched unasked', () => {
  const local = aChild({ ref: 'local:1', reference: '', aliases: [], name: 'Khan, Amina' });
  expect(changes([local], [aFileChild()])).toEqual([
    expect.objectContaining({ kind: 'new', maybe: ['local:1'] }),
  ]);
  const other = aChild({ ...local, dateOfBirth: '2016-03-05' });
  expect(changes([other], [aFileChild()])).toEqual([expect.objectContaining({ maybe: [] })]);
  // One who has a reference of the council's is known by it.
  expect(
    changes([aChild({ ref: 'C9', reference: 'C9', aliases: [] })], [aFileChild()]),
  ).toContainEqual(expect.objectContaining({ kind: 'new', maybe: [] }));
});

it('facts: newer dates, never an older “last seen” over a practitioner’s own', () => {
  const facts = {
    ...emptyFacts,
    lastSeenOn: '2026-11-10',
    lastReviewOn: '2026-11-02',
    planOn: '2026-10-01',
  };
  const listed: ListedChild = {
    ...aChild(),
    facts: {
      ...emptyFacts,
      lastSeenOn: '2026-11-12',
      nextReviewOn: '2026-11-02',
      planOn: '2026-10-09',
    },
  };
  expect(changes([listed], [aFileChild({ facts })])).toEqual([
    {
      id: 'facts:C1',
      kind: 'facts',
      childRef: 'C1',
      name: 'Amina Khan',
      changes: [
        { fact: 'lastReviewOn', from: '', to: '2026-11-02' },
        { fact: 'nextReviewOn', from: '2026-11-02', to: '' },
        { fact: 'planOn', from: '2026-10-09', to: '2026-10-01' },
      ],
    },
  ]);
});

describe('the sample extract', () => {
  const change = { by: 'me', at: '2026-11-20T10:00:00Z', on: today, reason: 'Import' };
  const chosen = ['W0004', 'W0005', 'W0006'];
  let whole: ImportedCaseload;
  beforeAll(async () => {
    whole = await readDataset(sampleFiles());
  });
  const mine = () =>
    restrictToWorkers(whole, { staffRefs: chosen, withoutWorker: false, listed: [] });

  it.each(listProfiles().map((profile) => [profile.id, profile] as const))(
    'imported twice gives an empty difference (%s)',
    (_, profile) => {
      const imported = mine();
      const children = imported.children.map((child) =>
        toListedChild(child, ref(child.ref), profile, change),
      );
      const allocations = imported.children.flatMap((child) =>
        toAllocations(child, ref(child.ref), staff, today),
      );
      const people = imported.staff.map(({ ref: staffRef, name }) => worker(staffRef, name));
      const again = restrictToWorkers(whole, {
        staffRefs: chosen,
        withoutWorker: false,
        listed: listedRefs(children),
      });
      const question = {
        children,
        allocations,
        staff: people,
        imported: again,
        chosen,
        profile,
        today,
      };
      expect(differenceOf(question).changes).toEqual([]);
    },
  );

  it('without ten children and with one bad date: ten are missing and stay open, the date stays', () => {
    const imported = mine();
    const children = imported.children.map((child) =>
      toListedChild(child, ref(child.ref), swindon, change),
    );
    const allocations = imported.children.flatMap((child) =>
      toAllocations(child, ref(child.ref), staff, today),
    );
    const people = imported.staff.map(({ ref: staffRef, name }) => worker(staffRef, name));
    const later: ImportedCaseload = {
      ...imported,
      asAt: '2026-11-27',
      children: imported.children
        .slice(10)
        .map((child, i) => (i === 0 ? { ...child, dateOfBirth: '' } : child)),
    };
    const { counts } = differenceOf({
      ...{ children, allocations, staff: people, imported: later, chosen, profile: swindon, today },
    });
    expect(counts.missing).toBe(10);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(10);
  });
});
