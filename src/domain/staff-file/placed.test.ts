import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { StaffMark } from '#domain/records/staff-mark.ts';
import { isCorrectedSince, marksOf, placedMark, readPlacedOn } from './placed.ts';
import { compareToPlace, isMineToPlace } from './to-place.ts';

const mark = (id: string, state: string, at: string, recordId = 'n1') =>
  StaffMark.parse({
    ...{ id, file: 'staff', recordId, superviseeRef: 'S1', state },
    ...{ on: '2026-11-24', at, by: 'Sam Lee' },
  });
const placed = mark('m1', 'placed', '2026-11-24T10:00:00.000Z');
const withdrawn = mark('m2', 'withdrawn', '2026-11-25T10:00:00.000Z');
const again = mark('m3', 'placed', '2026-11-26T10:00:00.000Z');

it('[PLACE1] the newest mark counts, in whatever order they are stored, and none is erased', () => {
  expect(placedMark('n1', [placed])?.id).toBe('m1');
  expect(placedMark('n1', [withdrawn, placed])).toBeUndefined();
  expect(placedMark('n1', [again, withdrawn, placed])?.id).toBe('m3');
  expect(placedMark('n2', [placed])).toBeUndefined();
  expect(marksOf('n1', [again, withdrawn, placed]).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
});

it('[PLACE2] the day is one on which it can have been placed', () => {
  const on = (typed: string) => readPlacedOn(typed, '2026-11-20', toCalendarDate('2026-11-24'));
  expect(on('24 November 2026')).toEqual({ outcome: 'read', date: '2026-11-24' });
  expect(on('20/11/2026')).toEqual({ outcome: 'read', date: '2026-11-20' });
  expect(on('25/11/2026')).toMatchObject({ message: 'The date must be today or in the past' });
  expect(on('19/11/2026')).toMatchObject({
    message: 'The date cannot be before the day it was finished',
  });
  expect(on('')).toMatchObject({ message: 'Enter the date it was placed on file' });
  expect(on('soon')).toMatchObject({ outcome: 'fault' });
});

it('[PLACE4] the one that waits longest first', () => {
  const one = { id: 'b', finishedOn: '2026-11-20' };
  const two = { id: 'a', finishedOn: '2026-11-20' };
  const three = { id: '0', finishedOn: '2026-11-21' };
  expect([three, one, two].toSorted(compareToPlace)).toEqual([two, one, three]);
});

it('[PLACE5] a correction made after it was placed is another text', () => {
  const corrected = (at: string, recordId = 'n1') =>
    isCorrectedSince(placed, [{ recordId: recordId as RecordId, at }]);
  expect(corrected('2026-11-24T10:00:01.000Z')).toBe(true);
  expect(corrected('2026-11-24T09:59:59.000Z')).toBe(false);
  expect(corrected('2026-11-25T10:00:00.000Z', 'n2')).toBe(false);
});

it('[PLACE3] whoever wrote it places it, and nobody a record of their own supervision', () => {
  const mine = ['me', 'me elsewhere'];
  expect(isMineToPlace(mine, 'me', 'S1')).toBe(true);
  expect(isMineToPlace(mine, 'me elsewhere', 'S1')).toBe(true);
  expect(isMineToPlace(mine, 'jo', 'S1')).toBe(false);
  expect(isMineToPlace(mine, 'me', 'me elsewhere')).toBe(false);
});
