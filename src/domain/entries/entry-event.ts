import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { ChildEntry, ChildEntryKind } from '#domain/records/entry.ts';

/** A midway check is there to be seen, and meets no clock. A gap is the absence of an event (GAP9). */
const eventKinds: Readonly<Record<ChildEntryKind, ChildEvent['kind'] | undefined>> = {
  managementDecision: 'oversight',
  allocation: 'oversight',
  kit: 'kit',
  midwayCheck: 'midwayCheck',
  gap: undefined,
};

/** ENTRY8: what an entry is worth to the clocks, on the day it tells of. */
export function eventOfEntry({ kind, on }: Pick<ChildEntry, 'kind' | 'on'>): readonly ChildEvent[] {
  const day = parseCalendarDate(on);
  const event = eventKinds[kind];
  return day && event ? [{ on: day, kind: event }] : [];
}
