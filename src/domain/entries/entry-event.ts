import { parseCalendarDate } from '#domain/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { ChildEntry, EntryKind } from '#domain/records/entry.ts';

/** A midway check is there to be seen, and meets no clock. */
const eventKinds: Readonly<Record<EntryKind, ChildEvent['kind']>> = {
  managementDecision: 'oversight',
  allocation: 'oversight',
  kit: 'kit',
  midwayCheck: 'midwayCheck',
};

/** ENTRY8: what an entry is worth to the clocks, on the day it tells of. */
export function eventOfEntry({ kind, on }: Pick<ChildEntry, 'kind' | 'on'>): readonly ChildEvent[] {
  const day = parseCalendarDate(on);
  return day ? [{ on: day, kind: eventKinds[kind] }] : [];
}
