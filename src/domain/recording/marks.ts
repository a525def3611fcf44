import type { ChildMark } from '#domain/records/child-record.ts';

/** MARK1: the newest mark counts; an undone one means the record is still to be recorded. */
export function recordedMark(recordId: string, marks: readonly ChildMark[]): ChildMark | undefined {
  const newest = marks
    .filter((mark) => mark.recordId === recordId)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .at(0);
  return newest?.state === 'recorded' ? newest : undefined;
}
