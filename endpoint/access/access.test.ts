import { describe, expect, it } from 'vitest';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordState } from '#domain/record-header.ts';
import { directoryFrom } from '../../test/directories.ts';
import { relationsOf } from '../directory/relations.ts';
import { type GuardedRecord, mayRead } from './may-read.ts';
import { mayWrite } from './may-write.ts';
import { writtenBy } from './written-by.ts';

const today = toCalendarDate('2026-11-20');

/**
 * Ama is supervised by Sue now, until 31 October by Old, and until 22 October (21 working days ago) by
 * Ex. She has child C1, had C0 until 30 September and
 * will have C3 from tomorrow; Pat has C2. Mo supervises Sue and herself.
 */
const relations = relationsOf(
  directoryFrom({
    staff: ['ama', 'pat', 'sue', 'old', 'ex', 'mo', 'peer'],
    children: ['C0', 'C1', 'C2', 'C3'],
    supervises: [
      ['sue', 'ama', '2026-11-01', null],
      ['old', 'ama', '2026-01-01', '2026-10-31'],
      ['ex', 'ama', '2026-01-01', '2026-10-22'],
      ['next', 'ama', '2026-11-21', null],
      ['mo', 'sue'],
      ['mo', 'mo'],
    ],
    allocations: [
      ['C1', 'ama', '2026-01-01', null],
      ['C0', 'ama', '2026-01-01', '2026-09-30'],
      ['C0', 'pat', '2026-10-01', null],
      ['C2', 'pat', '2026-01-01', null],
      ['C3', 'ama', '2026-11-21', null],
    ],
  }),
);

interface Row {
  readonly type: CollectionName;
  readonly state: RecordState;
  readonly superviseeRef?: string;
  readonly childRefs?: readonly string[];
  readonly authorRef: string;
  readonly held?: true;
}

const recordOf = ({ type, held, superviseeRef = '', childRefs = [], ...row }: Row) =>
  ({
    ...row,
    type,
    file: collections[type].file,
    superviseeRef,
    childRefs,
    held: held === true,
  }) as GuardedRecord; // no row is of reference data

const everybody = ['ama', 'pat', 'sue', 'old', 'ex', 'next', 'mo', 'peer'] as const;

/** Who reads it: these and nobody else. Written by hand, from design section 8. */
const readers: readonly (readonly [string, Row, readonly string[]])[] = [
  [
    '[ACL5] a draft note',
    { type: 'notes', state: 'own', superviseeRef: 'ama', authorRef: 'sue' },
    ['sue'],
  ],
  [
    '[ACL5] the former supervisor’s draft',
    { type: 'notes', state: 'own', superviseeRef: 'ama', authorRef: 'old' },
    ['old'],
  ],
  [
    '[ACL6, ACL7] a finished note',
    { type: 'notes', state: 'final', superviseeRef: 'ama', authorRef: 'sue' },
    ['sue', 'ama'],
  ],
  [
    '[ACL6, ACL7] one that the former supervisor finished',
    { type: 'notes', state: 'final', superviseeRef: 'ama', authorRef: 'old' },
    ['old', 'ama', 'sue'],
  ],
  [
    '[ACL6, ACL7] a planned session',
    { type: 'sessions', state: 'shared', superviseeRef: 'ama', authorRef: 'sue' },
    ['sue', 'ama'],
  ],
  [
    '[ACL6, ACL7] the agreement',
    { type: 'agreements', state: 'shared', superviseeRef: 'ama', authorRef: 'sue' },
    ['sue', 'ama'],
  ],
  [
    '[ACL6] monitoring is not for the person it is of',
    { type: 'monitoring', state: 'final', superviseeRef: 'ama', authorRef: 'old' },
    ['old', 'sue'],
  ],
  [
    '[ACL6] nor is what one supervisor tells the next',
    { type: 'handoverNotes', state: 'final', superviseeRef: 'ama', authorRef: 'old' },
    ['old', 'sue'],
  ],
  [
    '[ACL5] a preparation before it is shared',
    { type: 'preparations', state: 'own', superviseeRef: 'ama', authorRef: 'ama' },
    ['ama'],
  ],
  [
    '[ACL7] and once it is',
    { type: 'preparations', state: 'shared', superviseeRef: 'ama', authorRef: 'ama' },
    ['ama', 'sue'],
  ],
  [
    '[ACL5] an entitlement before it is sent',
    { type: 'entitlements', state: 'own', superviseeRef: 'ama', authorRef: 'ama' },
    ['ama'],
  ],
  [
    '[ACL7] and once it is',
    { type: 'entitlements', state: 'shared', superviseeRef: 'ama', authorRef: 'ama' },
    ['ama', 'sue'],
  ],
  [
    '[ACL6, ACL7] what happened to an action about her',
    { type: 'staffActionEvents', state: 'final', superviseeRef: 'ama', authorRef: 'ama' },
    ['ama', 'sue'],
  ],
  [
    '[ACL8] a child’s record',
    { type: 'childRecords', state: 'final', childRefs: ['C1'], authorRef: 'sue' },
    ['sue', 'ama'],
  ],
  [
    '[ACL8] one from before, by somebody else',
    { type: 'childRecords', state: 'final', childRefs: ['C1'], authorRef: 'old' },
    ['old', 'sue', 'ama'],
  ],
  [
    '[ACL8] of a child who is with another worker now',
    { type: 'childRecords', state: 'final', childRefs: ['C0'], authorRef: 'old' },
    ['old', 'pat'],
  ],
  [
    '[ACL8] an action of a child whose worker nobody supervises',
    { type: 'childActions', state: 'shared', childRefs: ['C2'], authorRef: 'pat' },
    ['pat'],
  ],
  [
    '[ACL8] what was brought in and is not confirmed',
    { type: 'childBroughtIn', state: 'own', childRefs: ['C1'], authorRef: 'sue' },
    ['sue'],
  ],
  [
    '[ACL8] a child nobody has',
    { type: 'childRecords', state: 'final', childRefs: ['C9'], authorRef: 'ex' },
    ['ex'],
  ],
  [
    '[ACL8] a supervisee on a child’s record gives nobody anything',
    {
      type: 'childRecords',
      state: 'final',
      childRefs: ['C2'],
      superviseeRef: 'ama',
      authorRef: 'pat',
    },
    ['pat'],
  ],
  [
    '[ACL5] a discussion while it is written',
    { type: 'discussions', state: 'own', childRefs: ['C1'], authorRef: 'sue' },
    ['sue'],
  ],
  [
    '[ACL9] one that is held, for who has the child',
    { type: 'discussions', state: 'own', childRefs: ['C0'], authorRef: 'ex', held: true },
    ['pat'],
  ],
  [
    '[ACL9] one that is held, for who supervises who has the child',
    { type: 'discussions', state: 'own', childRefs: ['C1'], authorRef: 'ex', held: true },
    ['ama', 'sue'],
  ],
  [
    '[ACL9] a held draft of nobody’s child is nobody’s',
    { type: 'discussions', state: 'own', childRefs: ['C9'], authorRef: 'ex', held: true },
    [],
  ],
  [
    '[ACL7] a held note is for her supervisor, and neither for her nor for who wrote it',
    { type: 'notes', state: 'own', superviseeRef: 'ama', authorRef: 'ex', held: true },
    ['sue'],
  ],
  ['[ACL5] a group day', { type: 'groups', state: 'own', authorRef: 'sue' }, ['sue']],
  ['[ACL5] who opened what', { type: 'audit', state: 'own', authorRef: 'sue' }, ['sue']],
  [
    '[ACL10] nobody supervises themself',
    { type: 'monitoring', state: 'final', superviseeRef: 'mo', authorRef: 'peer' },
    ['peer'],
  ],
  [
    '[ACL10] nor reads their manager’s file through their own',
    { type: 'notes', state: 'final', superviseeRef: 'sue', authorRef: 'peer' },
    ['peer', 'sue', 'mo'],
  ],
];

describe('who may read', () => {
  it.each(readers)('%s', (_, row, expected) => {
    const record = recordOf(row);
    const found = everybody.filter((person) => mayRead(person, record, relations, today));
    expect(found).toEqual(everybody.filter((person) => expected.includes(person)));
  });

  it('[ACL7, ACL8] a relation counts from its first day to its last, and on no other', () => {
    const final = recordOf({
      type: 'notes',
      state: 'final',
      superviseeRef: 'ama',
      authorRef: 'ex',
    });
    const on = (person: string, day: string) =>
      mayRead(person, final, relations, toCalendarDate(day));
    expect([on('old', '2026-10-31'), on('old', '2026-11-01')]).toEqual([true, false]);
    expect([on('sue', '2026-10-31'), on('sue', '2026-11-01')]).toEqual([false, true]);
    expect([on('next', '2026-11-20'), on('next', '2026-11-21')]).toEqual([false, true]);
  });

  it('[ACL8] a supervisor had a child only while both went on', () => {
    const record = recordOf({
      type: 'childRecords',
      state: 'final',
      childRefs: ['C0'],
      authorRef: 'peer',
    });
    const on = (person: string, day: string) =>
      mayRead(person, record, relations, toCalendarDate(day));
    expect([on('old', '2026-09-30'), on('old', '2026-10-01'), on('sue', '2026-11-20')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

/** What becomes of a record that each person sends for the first time; who is not named: no. */
const writers: readonly (readonly [
  string,
  Omit<Row, 'authorRef'>,
  Readonly<Record<string, string>>,
])[] = [
  [
    '[ACL13, ACL16] notes',
    { type: 'notes', state: 'own', superviseeRef: 'ama' },
    { sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL13] a session',
    { type: 'sessions', state: 'shared', superviseeRef: 'ama' },
    { sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL13] monitoring',
    { type: 'monitoring', state: 'own', superviseeRef: 'ama' },
    { sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL13] of somebody whom nobody supervises',
    { type: 'notes', state: 'own', superviseeRef: 'pat' },
    {},
  ],
  ['[ACL10] of oneself', { type: 'notes', state: 'own', superviseeRef: 'mo' }, {}],
  [
    '[ACL12] a preparation',
    { type: 'preparations', state: 'own', superviseeRef: 'ama' },
    { ama: 'yes' },
  ],
  ['[ACL12] a response', { type: 'responses', state: 'own', superviseeRef: 'ama' }, { ama: 'yes' }],
  [
    '[ACL12] an entitlement',
    { type: 'entitlements', state: 'own', superviseeRef: 'ama' },
    { ama: 'yes' },
  ],
  [
    '[ACL13] what happened to an action',
    { type: 'staffActionEvents', state: 'final', superviseeRef: 'ama' },
    { ama: 'yes', sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL13] a signature',
    { type: 'staffSignatures', state: 'final', superviseeRef: 'ama' },
    { ama: 'yes', sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL14] a child’s record',
    { type: 'childRecords', state: 'final', childRefs: ['C1'] },
    { ama: 'yes', sue: 'yes', old: 'yes', ex: 'held' },
  ],
  [
    '[ACL14, ACL16] of a child who went to another worker',
    { type: 'childActionEvents', state: 'final', childRefs: ['C0'] },
    { ama: 'held', pat: 'yes', old: 'held', ex: 'held' },
  ],
  [
    '[ACL14] of a child nobody has',
    { type: 'childRecords', state: 'final', childRefs: ['C9'] },
    {},
  ],
  ['[ACL14] of no child', { type: 'childRecords', state: 'final', childRefs: [''] }, {}],
];

describe('who may read, from when', () => {
  it('[ACL8] a child who comes to a supervisee tomorrow is not her supervisor’s today', () => {
    const record = recordOf({
      type: 'childRecords',
      state: 'final',
      childRefs: ['C3'],
      authorRef: 'ex',
    });
    const on = (person: string, day: string) =>
      mayRead(person, record, relations, toCalendarDate(day));
    for (const person of ['ama', 'sue'])
      expect([on(person, '2026-11-20'), on(person, '2026-11-21')]).toEqual([false, true]);
  });
});

describe('who may write', () => {
  it.each(writers)('%s', (_, row, expected) => {
    const header = recordOf({ ...row, authorRef: '' });
    const found = everybody.map((person) => [
      person,
      mayWrite(person, { header, authorRef: undefined }, relations, today),
    ]);
    expect(found).toEqual(everybody.map((person) => [person, expected[person] ?? 'no']));
  });

  it('[ACL11] a record again: its author alone, and held where it is no longer theirs', () => {
    const header = recordOf({ type: 'notes', state: 'own', superviseeRef: 'ama', authorRef: 'ex' });
    const found = everybody.map((person) =>
      mayWrite(person, { header, authorRef: 'ex' }, relations, today),
    );
    expect(found).toEqual(everybody.map((person) => (person === 'ex' ? 'held' : 'no')));
    // Also where the directory no longer tells of what was.
    const of = (authorRef: string, type: CollectionName) =>
      mayWrite(
        authorRef,
        {
          header: recordOf({
            type,
            state: 'final',
            superviseeRef: 'ama',
            childRefs: ['C1'],
            authorRef,
          }),
          authorRef,
        },
        relations,
        today,
      );
    expect([of('peer', 'notes'), of('peer', 'childRecords')]).toEqual(['held', 'held']);
  });

  it('[ACL13] twenty working days to finish, and not one more', () => {
    const header = recordOf({ type: 'notes', state: 'own', superviseeRef: 'ama', authorRef: '' });
    // The last day was Saturday 31 October: the twentieth working day after it is Friday 27 November.
    const on = (day: string) =>
      mayWrite('old', { header, authorRef: undefined }, relations, toCalendarDate(day));
    expect([on('2026-11-27'), on('2026-11-28')]).toEqual(['yes', 'held']);
  });

  it('[ACL15, ACL16] drafts, groups and audit are anybody’s own; of a lost child they are held', () => {
    const may = (person: string, type: CollectionName, childRefs: readonly string[] = []) =>
      mayWrite(
        person,
        {
          header: recordOf({ type, state: 'own', childRefs, authorRef: '' }),
          authorRef: undefined,
        },
        relations,
        today,
      );
    expect(may('sue', 'discussions', ['C1'])).toBe('yes');
    expect(may('old', 'discussions', ['C1'])).toBe('yes'); // still to be finished
    expect(may('ex', 'discussions', ['C1'])).toBe('held');
    expect(may('ex', 'discussions', ['C9', 'C1'])).toBe('held');
    expect(may('peer', 'discussions', ['C1'])).toBe('yes');
    expect(may('peer', 'groups')).toBe('yes');
    expect(may('peer', 'audit')).toBe('yes');
  });

  it('[ACL17] reference data is nobody’s to send, and every kind has its line', () => {
    const reference = collectionNames.filter((name) => collections[name].file === 'reference');
    expect(collectionNames.filter((name) => writtenBy[name] === 'nobody').sort()).toEqual(
      [...reference].sort(),
    );
    for (const type of reference) {
      const header = recordOf({
        type,
        state: 'own',
        superviseeRef: 'ama',
        childRefs: ['C1'],
        authorRef: '',
      });
      for (const person of everybody)
        expect(mayWrite(person, { header, authorRef: undefined }, relations, today)).toBe('no');
    }
  });
});

describe('references', () => {
  it('[ACL8] a record that has another reference of the same child or person is theirs all the same', () => {
    const directory = directoryFrom({
      staff: ['ama', 'sue'],
      children: ['C1'],
      supervises: [['sue', 'local:s']],
      allocations: [['local:c', 'ama']],
    });
    const aliased = relationsOf({
      ...directory,
      staff: directory.staff.map((one) =>
        one.id === 'ama' ? { ...one, aliases: ['local:s'] } : one,
      ),
      children: directory.children.map((one) => ({ ...one, aliases: ['local:c'] })),
    });
    const record = recordOf({
      type: 'childRecords',
      state: 'final',
      childRefs: ['C1'],
      authorRef: 'peer',
    });
    expect(['ama', 'sue'].map((person) => mayRead(person, record, aliased, today))).toEqual([
      true,
      true,
    ]);
  });
});
