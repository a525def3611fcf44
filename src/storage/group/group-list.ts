import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { mayFinaliseGroup } from '#domain/group/group-access.ts';
import { groupDate } from '#domain/group/group-events.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

/** I lead it. */
export const isMine = (workspace: Workspace, group: GroupSession): boolean => {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe].some((ref) => mayFinaliseGroup(group, ref as StaffRef)); // each was mine once
};

/** The day it last sat, or is planned for; today where neither is known. */
export const dayOfGroup = (workspace: Workspace, group: GroupSession): CalendarDate =>
  groupDate(group) ?? parseCalendarDate(group.plannedFor) ?? todayIn(workspace);

/** Newest first: by the day it sat last, or is planned for. */
export function groupsInReach(workspace: Workspace): readonly GroupSession[] {
  const keyOf = (group: GroupSession) =>
    `${dayOfGroup(workspace, group)} ${group.createdAt} ${group.id}`;
  return bodies(workspace, 'groups').toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}
