import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { chosenLines, type FinishedLine, type OutChoice, type OutKind, outKinds } from './kinds.ts';

const line = (id: string, over: Partial<FinishedLine> = {}): FinishedLine => ({
  id,
  file: 'child',
  kind: 'caseDiscussion',
  day: '2026-11-20',
  ownerRef: 'C1',
  workers: ['S1'],
  ...over,
});
const everyKind = [...Object.keys(outKinds.child), ...Object.keys(outKinds.staff)] as OutKind[];
const ids = (lines: readonly FinishedLine[], choice: Partial<OutChoice> = {}) =>
  chosenLines(lines, { file: 'child', kinds: everyKind, workers: [], ...choice }).map(
    ({ id }) => id,
  );

describe('what a choice takes', () => {
  it('[OUT1] is of one file: personal supervision is in no export of children, whatever is ticked', () => {
    const lines = [line('child'), line('notes', { file: 'staff', kind: 'notes', ownerRef: 'S1' })];
    expect(ids(lines)).toEqual(['child']);
    expect(ids(lines, { file: 'staff' })).toEqual(['notes']);
    expect(Object.keys(outKinds.child).filter((kind) => kind in outKinds.staff)).toEqual([]);
  });

  it('[OUT1] takes the kinds that were ticked, and of those practitioners', () => {
    const lines = [
      line('a'),
      line('b', { kind: 'kit' }),
      line('c', { workers: ['S2'] }),
      line('d', { workers: ['S2', 'S1'] }),
    ];
    expect(ids(lines, { kinds: ['kit'] })).toEqual(['b']);
    expect(ids(lines, { workers: ['S1'] })).toEqual(['a', 'b', 'd']);
    expect(ids(lines, { workers: ['S3'] })).toEqual([]);
  });

  it('[OUT1] both days of a period are in it; what has no day is in none', () => {
    const lines = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', ''].map((day) =>
      line(day || 'none', { day }),
    );
    const from = toCalendarDate('2026-11-01');
    const to = toCalendarDate('2026-11-30');
    expect(ids(lines, { from, to })).toEqual(['2026-11-01', '2026-11-30']);
    expect(ids(lines, { from })).toEqual(['2026-11-01', '2026-11-30', '2026-12-01']);
    expect(ids(lines, { to })).toEqual(['2026-10-31', '2026-11-01', '2026-11-30']);
    expect(ids(lines)).toHaveLength(5);
  });

  it('[OUT1] keeps each child’s together, oldest first', () => {
    const lines = [
      line('1', { ownerRef: 'C2', day: '2026-01-01' }),
      line('2', { ownerRef: 'C1', day: '2026-11-20' }),
      line('3', { ownerRef: 'C1', day: '2026-10-20' }),
    ];
    expect(ids(lines)).toEqual(['3', '2', '1']);
  });
});
