import { expect, it } from 'vitest';
import { ChildMark } from '#domain/records/child-record.ts';
import { recordedMark } from './marks.ts';

const mark = (id: string, state: string, at: string, recordId = 'r1') =>
  ChildMark.parse({
    id,
    recordId,
    childRef: 'C1',
    state,
    caseSystem: 'Mosaic',
    on: '',
    reference: '',
    at,
    by: 'me',
  });

it('[MARK1] the newest mark counts, whatever the order they are held in', () => {
  const first = mark('1', 'recorded', '2026-11-20T10:00:00.000Z');
  const undone = mark('2', 'undone', '2026-11-21T10:00:00.000Z');
  const again = mark('3', 'recorded', '2026-11-22T10:00:00.000Z');
  expect(recordedMark('r1', [])).toBeUndefined();
  expect(recordedMark('r1', [first])).toBe(first);
  expect(recordedMark('r1', [undone, first])).toBeUndefined();
  expect(recordedMark('r1', [again, first, undone])).toBe(again);
});

it('[MARK1] another record’s mark is not this one’s', () => {
  expect(
    recordedMark('r1', [mark('1', 'recorded', '2026-11-20T10:00:00.000Z', 'r2')]),
  ).toBeUndefined();
});
