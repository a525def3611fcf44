import { expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import moreFile from './more-vectors.json';
import { runVectors, type VectorResult } from './run-vectors.ts';
import givenFile from './test-vectors.json';

function results(file: unknown): readonly VectorResult[] {
  const run = runVectors(file);
  if (run.outcome === 'unreadable') throw new Error(run.why);
  return run.vectors.flatMap((vector) => vector.results);
}

const fileOf = (expect: object, over: object = {}, bankHolidays = givenFile.bankHolidays) => ({
  bankHolidays,
  vectors: [
    {
      id: 'V1',
      profile: 'islington-001',
      given: { sessions: ['2026-11-04'] },
      expect,
      ...over,
    },
  ],
});
const failures = (file: unknown) =>
  results(file)
    .filter(({ passed }) => !passed)
    .map(({ id, key, got }) => `${id} ${key}: ${got}`);

it('[VEC1] every vector of the specification passes, key by key', () => {
  const all = results(givenFile);
  expect(all.filter(({ passed }) => !passed)).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(22);
  expect(all.length).toBeGreaterThan(70);
});

it('[VEC1] and so does each of ours, worked out by hand from the policies', () => {
  expect(failures(moreFile)).toEqual([]);
  expect(moreFile.vectors.length).toBeGreaterThanOrEqual(40);
  expect(moreFile.vectors.every(({ note }) => note.length > 5)).toBe(true);
  const used = new Set(moreFile.vectors.map(({ profile }) => profile));
  expect(used.size, 'every profile is asked').toBe(5);
});

it('[VEC1] what is wrong is said with the key, what was expected and what came out', () => {
  const file = fileOf({
    dueBy: '2026-12-30',
    statusOn: { '2026-12-31': 'due_today', '2027-01-01': 'ok' },
    gapNotesRequired: { childRecords: 0, nextSupervisionRecord: true },
    monthsMissed: ['2026-12'],
    targetBy: null,
  });
  expect(failures(file)).toEqual([
    'V1 dueBy: 2026-12-31',
    'V1 statusOn 2027-01-01: overdue',
    'V1 gapNotesRequired.nextSupervisionRecord: false',
    'V1 monthsMissed: ',
  ]);
  expect(results(file)).toHaveLength(7);
});

it('[VEC1] moments are compared as moments', () => {
  const over = { given: { decidedAt: '2027-03-27T15:00:00Z', significant: true } };
  expect(failures(fileOf({ recordDueBy: '2027-03-28T15:00:00Z' }, over))).toEqual([]);
  expect(failures(fileOf({ recordDueBy: '2027-03-28T15:00:01Z' }, over))).toHaveLength(1);
});

it('[VEC2] a key that nobody knows fails, by its name, also inside another', () => {
  expect(failures(fileOf({ dueOn: '2026-12-31' }))).toEqual(['V1 dueOn: no such key']);
  expect(failures(fileOf({ toString: 'x' }))).toEqual(['V1 toString: no such key']);
  expect(failures(fileOf({ gapNotesRequired: { staffRecords: 1 } }))).toEqual([
    'V1 gapNotesRequired.staffRecords: no such key',
  ]);
  expect(failures(fileOf({ statusOn: 'overdue' }))).toEqual(['V1 statusOn: not a list of days']);
  expect(failures(fileOf({}))).toEqual(['V1 expect: nothing to check']);
});

it('[VEC2] a name in given that nothing reads is told, and fails nothing', () => {
  const file = fileOf(
    { dueBy: '2026-12-31' },
    { given: { sessions: ['2026-11-04'], sesions: [] } },
  );
  const run = runVectors(file);
  expect(failures(file)).toEqual([]);
  expect(run.outcome === 'ran' && run.vectors[0]?.unread).toEqual(['sesions']);
  for (const each of [givenFile, moreFile]) {
    const all = runVectors(each);
    expect(all.outcome === 'ran' && all.vectors.flatMap(({ unread }) => unread)).toEqual([]);
  }
});

it('[VEC3] the bank holidays are those of the file', () => {
  const over = { given: { sessionDate: '2026-12-18' } };
  const late = { recordDueBy: '2026-12-30' };
  expect(failures(fileOf(late, over))).toHaveLength(1);
  const another = { ...givenFile.bankHolidays, '2026-12-24': 'One-off' };
  expect(failures(fileOf(late, over, another))).toEqual([]);
});

it('[VEC4] a file of another shape, or without a vector, is not a success', () => {
  for (const file of [null, [], {}, { vectors: [] }, { vectors: [{ id: 'V1' }] }])
    expect(runVectors(file).outcome).toBe('unreadable');
  const odd = { ...fileOf({ dueBy: '2026-12-31' }), bankHolidays: { 'Christmas Day': 'x' } };
  expect(runVectors(odd)).toEqual({
    outcome: 'unreadable',
    why: 'bankHolidays: Not a calendar date: Christmas Day',
  });
});

it('[VEC5] a vector that cannot be read fails alone', () => {
  const odd = fileOf({ dueBy: '2026-12-31' }, { given: { sessions: ['31/12/2026'] } });
  expect(failures(odd)).toEqual(['V1 dueBy: error: sessions is not a date: 31/12/2026']);
  expect(failures(fileOf({ dueBy: null }, { profile: 'camelot' }))).toEqual([
    'V1 profile: no such profile',
  ]);
  const both = { ...odd, vectors: [...odd.vectors, ...givenFile.vectors] };
  expect(failures(both)).toHaveLength(1);
});

it('[VEC6] a vector of one’s own profile is asked of it, before a shipped one of its id', () => {
  const islington = findProfile('islington-001') as PolicyProfile; // in profiles.json
  const worker = { ...islington.worker, default: { interval: 'P2M', basis: 'rolling' } as const };
  const own = { ...islington, worker };
  const passed = (file: unknown, profiles: readonly PolicyProfile[]) => {
    const run = runVectors(file, profiles);
    return run.outcome === 'ran' && run.vectors[0]?.results.every((result) => result.passed);
  };
  const north = fileOf({ dueBy: '2027-01-04' }, { profile: 'north' });
  expect(passed(north, [{ ...own, id: 'north' }])).toBe(true);
  expect(passed(north, [])).toBe(false);
  expect(passed(fileOf({ dueBy: '2027-01-04' }), [own])).toBe(true);
});
