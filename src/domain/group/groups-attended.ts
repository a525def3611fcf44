import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { GroupSession } from '#domain/records/group.ts';
import type { AttendedGroup } from '#domain/records/staff-record.ts';
import { groupDate, hasMet } from './group-events.ts';
import { membersPresent } from './group-people.ts';

interface Attendance {
  readonly groups: readonly GroupSession[];
  readonly staffRef: string;
  /** The last session before this one; undefined for the first. */
  readonly since: CalendarDate | undefined;
  readonly until: CalendarDate;
  /** Groups that stand in earlier notes. */
  readonly told: ReadonlySet<string>;
  readonly nameOf: (staffRef: string) => string;
}

/**
 * NOTE14 (A3, group variant: “attendance line”): the groups that this person was in since the last session,
 * each once. Nothing of what was said there, and nobody else who was there but the facilitator.
 */
export function groupsAttended(attendance: Attendance): readonly AttendedGroup[] {
  const { groups, staffRef, since, until, told, nameOf } = attendance;
  return groups
    .flatMap((group): readonly AttendedGroup[] => {
      const on = groupDate(group);
      const own = membersPresent(group).find((member) => member.staffRef === staffRef);
      if (!on || !own || !hasMet(group) || told.has(group.id)) return [];
      if (on > until || (since && on < since)) return [];
      const { id, name, familySafeguarding, confidentialityAgreed } = group;
      const facilitator = nameOf(group.facilitatorRef);
      return [
        { id, on, name, familySafeguarding, confidentialityAgreed, facilitator, role: own.role },
      ];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
