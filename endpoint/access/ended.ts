import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { MeAnswer } from '#sync/wire/me.ts';
import type { Relations } from '../directory/relations.ts';
import type { Reach } from './scope.ts';
import { isToday } from './standing.ts';

/** A device that comes back after longer than this is told no day. */
const DAYS_TOLD = 92;

interface Over {
  readonly from: string;
  readonly to: string;
}

/**
 * SENT6: whom this person worked with until lately and does not today. References alone: whoever worked with
 * them knows the names, and nobody else is told one.
 */
export function endedOf(
  person: string,
  relations: Relations,
  today: CalendarDate,
  reach: Reach,
): NonNullable<MeAnswer['ended']> {
  const { directory, staffRef, childRef, supervised } = relations;
  const since = addDays(today, -DAYS_TOLD);
  const isLately = <R extends { readonly from: string; readonly to: string | null }>(
    one: R,
  ): one is R & Over => one.to !== null && one.from <= one.to && one.to < today && one.to >= since;
  const supervises = directory.supervises
    .filter(isLately)
    .map((one) => ({ ...one, superviseeId: staffRef(one.superviseeId) }))
    .filter(({ superviseeId }) => !reach.supervisees.includes(superviseeId))
    .filter(({ supervisorId }) => staffRef(supervisorId) === person)
    .filter(({ superviseeId }) => superviseeId !== person); // ACL10
  const wasNear = (staff: string, on: string) =>
    staff === person || isToday(supervised(person, staff), on as CalendarDate); // checked with the directory
  const allocations = directory.allocations
    .filter(isLately)
    .map((one) => ({ ...one, childRef: childRef(one.childRef) }))
    .filter((one) => !reach.children.includes(one.childRef))
    .filter((one) => wasNear(staffRef(one.staffId), one.to));
  return {
    supervises: supervises.map(({ superviseeId, from, to }) => ({ superviseeId, from, to })),
    allocations: allocations.map((one) => ({ childRef: one.childRef, from: one.from, to: one.to })),
  };
}
