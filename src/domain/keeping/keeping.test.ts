import { describe, expect, it } from 'vitest';
import { type CollectionName, collectionNames, isSent } from '#domain/collections.ts';
import { Keeping, keptKinds } from '#domain/records/keeping.ts';
import { recordId, ref, staff } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { ended, heldBy, isHeld } from './holds.ts';
import { keptGroups, listedFrom, pastPeriod, periodOf, periodWords } from './periods.ts';
import { removedWords } from './removed-words.ts';
import { isTheirs, withoutPeriod } from './stay-words.ts';
import { asRecordRead, decisionsKept } from './stubs.ts';
import { whatMayGo } from './what-may-go.ts';

const periods = (over: object = {}) => Keeping.shape.periods.parse(over);
const record = { kind: 'childRecord', on: '2020-02-29', recordedOn: '2020-03-03' } as const;

describe('periods', () => {
  it('[KEEP1] listed from the day the period ends, and never where none is set', () => {
    expect(pastPeriod(record, periods(), day('2099-01-01'))).toBeUndefined();
    const set = periods({ childRecord: 'P6Y' });
    expect(listedFrom('2020-02-29', 'P6Y')).toBe('2026-02-28');
    expect(pastPeriod(record, set, day('2026-02-27'))).toBeUndefined();
    expect(pastPeriod(record, set, day('2026-02-28'))).toMatchObject({ setting: 'kind' });
    expect(pastPeriod({ ...record, kind: 'monitoring' }, set, day('2099-01-01'))).toBeUndefined();
    expect(pastPeriod({ ...record, on: 'no day' }, set, day('2099-01-01'))).toBeUndefined();
  });

  it('[KEEP1] what is no whole number above 0 is no period', () => {
    expect(periodOf(' 6 ', 'Y')).toBe('P6Y');
    expect(periodOf('', 'Y')).toBe('');
    for (const typed of ['0', '-1', '1.5', 'six', '1e3'])
      expect(periodOf(typed, 'Y')).toBeUndefined();
    expect(periodWords('P1Y')).toBe('1 year');
    expect(periodWords('')).toBe('not set');
  });

  it('[KEEP2] days after it was recorded, and the earlier where both are set', () => {
    const both = periods({ childRecord: 'P6Y', recorded: 'P30D' });
    expect(pastPeriod(record, both, day('2020-04-01'))).toBeUndefined();
    expect(pastPeriod(record, both, day('2020-04-02'))).toEqual({
      ...{ since: '2020-04-02', setting: 'recorded', period: 'P30D' },
    });
    expect(pastPeriod({ ...record, recordedOn: '' }, both, day('2020-04-02'))).toBeUndefined();
    const note = { ...record, kind: 'staffNote' } as const;
    expect(pastPeriod(note, both, day('2099-01-01'))).toBeUndefined();
  });
});

it('[KEEP3] a hold stands until a person ends it, whatever day it is from', () => {
  const base = { id: recordId('h1'), what: 'hold', at: '2026-11-20T10:00:00Z', by: 'me' } as const;
  const ofChild = Keeping.parse({ ...base, childRef: ref('C1'), from: '2027-01-01' });
  const ofStaff = Keeping.parse({ ...base, staffRef: staff('S1') });
  const held = heldBy([ofChild, ofStaff]);
  expect(isHeld({ children: ['C2', 'C1'], staff: [] }, held)).toBe(true);
  expect(isHeld({ children: [], staff: ['S1'] }, held)).toBe(true);
  expect(isHeld({ children: ['S1'], staff: ['C1'] }, held)).toBe(false);
  const after = heldBy([ended(ofChild, day('2026-11-21'))]);
  expect(isHeld({ children: ['C1'], staff: [] }, after)).toBe(false);
});

describe('what a rule still reads', () => {
  const unit = (on: string, children: readonly string[]) => ({ on, children, staff: [] });
  const units = [
    unit('2026-01-01', ['C1', 'C2']),
    unit('2026-03-01', ['C1']),
    unit('2026-02-01', ['C2']),
  ];

  it('[KEEP4] the newest of each stays, and the rest goes', () => {
    // The rules read the newest record of each child.
    const read = (gone: readonly (typeof units)[number][]) =>
      new Map(
        ['C1', 'C2'].map((child) => {
          const left = units.filter((each) => !gone.includes(each));
          const own = left.filter(({ children }) => children.includes(child));
          return [
            child,
            own
              .map(({ on }) => on)
              .toSorted()
              .at(-1) ?? 'none',
          ];
        }),
      );
    const { free, read: stay } = whatMayGo(units, read);
    expect(free).toEqual([units[0]]);
    expect(stay).toEqual([units[1], units[2]]);
  });

  it('[KEEP4] nothing goes where what changed is nobody’s of them', () => {
    const read = (gone: readonly object[]) => new Map([['C9', String(gone.length)]]);
    expect(whatMayGo(units, read).free).toEqual([]);
  });
});

const stub = {
  id: recordId('s1'),
  recordId: recordId('r1'),
  kind: 'childRecord',
  file: 'child',
  childRef: ref('C1'),
  sessionId: recordId('session'),
  on: '2020-03-02',
  depth: 'brief',
  decisions: decisionsKept({
    decisions: [
      {
        ...{ id: recordId('d1'), text: 'Legal advice', rationale: 'Harm', significance: 'urgent' },
        decidedAt: '2020-03-02T10:00:00Z',
      },
      {
        ...{ id: recordId('d2'), text: ' ', rationale: '', significance: 'urgent' },
        decidedAt: '2020-03-02T09:00:00Z',
      },
    ],
  }),
  hash: 'h',
  policy: { id: 'p', label: 'P' },
  finalisedAt: '2020-03-03T10:00:00Z',
  keptElsewhereOn: '2020-03-03',
  reference: 'M 12',
  setting: 'kind',
  period: 'P6Y',
  removedOn: '2026-11-21',
  removedBy: 'me',
} as const;

it('[KEEP5] no word of a decision stays, and its deadline is counted as before', () => {
  expect(JSON.stringify(stub)).not.toMatch(/Legal|Harm/);
  expect(asRecordRead({ ...stub, decisions: [...stub.decisions] })).toMatchObject({
    id: 'r1',
    discussedOn: '2020-03-02',
    decisions: [{ significance: 'urgent', decidedAt: '2020-03-02T10:00:00Z', text: 'Removed' }],
  });
});

it('[KEEP6] when it was removed, by which setting and where it is', () => {
  expect(removedWords(stub)).toBe(
    'Removed from this device on 21 November 2026, 6 years after its day. Recorded in the case system on 3 March 2020. Reference: M 12',
  );
});

it('[KEEP1] every kind has its place among the periods that a council sets', () => {
  const shown = keptGroups.flatMap(({ kinds }) => kinds);
  expect(shown.toSorted()).toEqual([...keptKinds].toSorted());
});

it('[KEEP8] who may write a record of the supervision file removes it', () => {
  const kinds = { mine: keptKinds.filter((kind) => isTheirs(kind, true)) };
  const hers = keptKinds.filter((kind) => isTheirs(kind, false));
  expect(hers).toEqual(['entitlement', 'answer', 'extraRequest', 'preparation']);
  expect(kinds.mine).toContain('staffNote');
  // A child's record is removed by whoever has the child, and a draft by whoever wrote it.
  for (const kind of ['childRecord', 'groupRecord', 'childEntry', 'childGap', 'draft'] as const)
    expect([...kinds.mine, ...hers]).not.toContain(kind);
});

it('[KEEP9] every collection of records has a period, goes with one that has, or is said to have none', () => {
  const withPeriod: readonly CollectionName[] = [
    ...(['childRecords', 'childEntries', 'childBroughtIn', 'discussions'] as const),
    ...(['groupDiscussions', 'entryDrafts', 'decisionRevisits', 'childAmendments'] as const),
    ...(['notes', 'agreements', 'observations', 'monitoring', 'cancellations'] as const),
    ...(['handoverNotes', 'entitlements', 'responses', 'preparations'] as const),
    ...(['staffBroughtIn', 'staffAmendments'] as const),
  ];
  const without: Readonly<Partial<Record<CollectionName, RegExp>>> = {
    sessions: /^Sessions/,
    groups: /groups/,
    childActions: /^Actions/,
    childActionEvents: /what became of them/,
    staffActions: /^Actions/,
    staffActionEvents: /what became of them/,
    decisions: /decisions/,
    childMarks: /marks/,
    staffMarks: /marks/,
    childSignatures: /signatures/,
    staffSignatures: /signatures/,
    audit: /what was done on this device/,
  };
  const isStub = (name: CollectionName) => name === 'childStubs' || name === 'staffStubs';
  const names = collectionNames.filter((name) => isSent(name) && !isStub(name));
  const decided = [...withPeriod, ...Object.keys(without)];
  expect(names.filter((name) => !decided.includes(name))).toEqual([]);
  for (const words of Object.values(without))
    expect(withoutPeriod.some((line) => words.test(line))).toBe(true);
});
