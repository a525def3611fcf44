import { createHash } from 'node:crypto';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Relations } from '../directory/relations.ts';
import { isToday } from './standing.ts';

/** Whom a person works with today, sorted: what they may read of others follows from it. */
export interface Reach {
  readonly supervisees: readonly string[];
  readonly children: readonly string[];
}

export function reachOf(person: string, relations: Relations, today: CalendarDate): Reach {
  const { directory, staffRef, childRef } = relations;
  const supervisees = directory.supervises
    .map(({ superviseeId }) => staffRef(superviseeId))
    .filter((id) => isToday(relations.supervised(person, id), today));
  const children = directory.allocations
    .map((allocation) => childRef(allocation.childRef))
    .filter((ref) => isToday(relations.reached(person, ref), today));
  return { supervisees: sorted(supervisees), children: sorted(children) };
}

/** SRV12: when it changes, what this device holds has to be compared with what its person may see. */
export function scopeOf(reach: Reach): string {
  const text = JSON.stringify([reach.supervisees, reach.children]);
  return createHash('sha256').update(text).digest('base64url');
}

const sorted = (refs: readonly string[]): readonly string[] => [...new Set(refs)].sort();
