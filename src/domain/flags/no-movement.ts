import type { CalendarDate } from '#domain/dates/calendar-date.ts';

/** What one discussion in depth said of worries and of the scale from 0 to 10. */
export interface MovementRecord {
  readonly on: CalendarDate;
  readonly worries?: string | undefined;
  readonly scale?: number | undefined;
}

const isTelling = ({ worries = '', scale }: MovementRecord): boolean =>
  scale !== undefined || worries.trim() !== '';

/** Two figures say whether anything moved; only without them does the text have to. */
function isSame(a: MovementRecord, b: MovementRecord): boolean {
  if (a.scale !== undefined && b.scale !== undefined) return a.scale === b.scale;
  // One of them at least has a text: both with a figure alone were compared above.
  const { worries = '' } = a;
  return worries.trim() === b.worries?.trim();
}

/**
 * FLAG16: in how many of the latest discussions, one after the other, the worry or the figure was the
 * same. A brief check-in that says nothing of either is passed over. 0 where nothing is known.
 */
export function sessionsWithoutMovement(records: readonly MovementRecord[]): number {
  const newest = records.filter(isTelling).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const moved = newest.findIndex((each, index) => {
    const before = newest[index + 1];
    return before !== undefined && !isSame(each, before);
  });
  return moved === -1 ? newest.length : moved + 1;
}
