import {
  type CalendarDate,
  dateInLondon,
  parseCalendarDate,
  parseInstant,
} from '#domain/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import { fewestInGroup, peopleIn } from './group-people.ts';

/** GROUP6: it met: it was ended, and it was a group (C-19). What is planned, open or paused meets nothing. */
export const hasMet = (group: GroupSession): boolean =>
  group.status === 'ended' && peopleIn(group) >= fewestInGroup;

const dayOfText = (text: string): CalendarDate | undefined => {
  const at = parseInstant(text);
  return at ? dateInLondon(at) : parseCalendarDate(text);
};

/** GROUP6: the London day of the sitting at which the family was discussed; undefined where it was not. */
export const familyDiscussedOn = ({
  discussed,
  discussedAt,
}: Pick<GroupDiscussion, 'discussed' | 'discussedAt'>): CalendarDate | undefined =>
  discussed ? dayOfText(discussedAt) : undefined;

/** The day on which it sat last. */
export function groupDate({ sittings }: GroupSession): CalendarDate | undefined {
  return dayOfText(sittings.at(-1)?.startedAt ?? '');
}

/**
 * GROUP6: the days on which a child was discussed in a group that met. What such a day is worth is the
 * profile’s to say (CLOCK2, CLOCK4); to a worker’s clock it is worth nothing.
 */
export function groupEvents(
  childRef: string,
  groups: readonly GroupSession[],
  discussions: readonly GroupDiscussion[],
): readonly ChildEvent[] {
  const met = new Map(groups.filter(hasMet).map((group) => [group.id, group]));
  return discussions.flatMap((discussion): readonly ChildEvent[] => {
    const group = met.get(discussion.groupId);
    const on = familyDiscussedOn(discussion);
    const isIn = discussion.children.some((part) => part.childRef === childRef);
    if (!group || !on || !isIn) return [];
    const { familySafeguarding } = group;
    return [{ on, kind: 'group', onCaseDiscussion: true, familySafeguarding }];
  });
}

/**
 * GROUP7 (R-50, C-5): the days on which the Family Safeguarding group that a worker belongs to met: it
 * covers every open case of theirs (CHILD14), whether they were at that meeting or not.
 */
export const groupDaysOf = (
  staffRef: string,
  groups: readonly GroupSession[],
): readonly CalendarDate[] =>
  groups
    .filter(({ familySafeguarding, members }) => familySafeguarding && isMember(staffRef, members))
    .filter(hasMet)
    .flatMap((group) => groupDate(group) ?? [])
    .toSorted();

const isMember = (staffRef: string, members: GroupSession['members']): boolean =>
  staffRef !== '' && members.some((member) => member.staffRef === staffRef);
