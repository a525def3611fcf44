import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import { daysOfChild, daysOfMember, eventsOfDays } from '#domain/group/group-events.ts';
import type { ChildDecision } from '#domain/records/action.ts';
import type { GroupDay } from '#domain/records/group-day.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const findGroup = (workspace: Reads, id: string): OpenRecord<'groups'> | undefined =>
  workspace.set.find('groups', id);

export const discussionsIn = (
  workspace: Reads,
  groupId: string,
): readonly OpenRecord<'groupDiscussions'>[] =>
  findAll(workspace, 'groupDiscussions', (discussion) => discussion.groupId === groupId);

/**
 * GROUP19: the days on which a child was discussed in a group that met: of the groups that are held here,
 * and of others as their holder told them. A day that is held here is told by nobody else.
 */
export function groupDaysOfChild(workspace: Reads, childRef: string): readonly GroupDay[] {
  const told = findChild(workspace, childRef)?.body.groupDays ?? [];
  // KEEP7: of a removed record the day stays.
  const removed = bodies(workspace, 'childStubs').flatMap((stub) =>
    stub.childRef === childRef ? (stub.groupDay ?? []) : [],
  );
  return [
    ...daysOfChild(childRef, bodies(workspace, 'groups'), bodies(workspace, 'groupDiscussions')),
    ...[...new Map([...told, ...removed].map((day) => [day.id, day])).values()].filter(
      ({ id }) => !workspace.set.find('groupDiscussions', id),
    ),
  ];
}

/** For a child’s clocks, and for nobody’s else. */
export const groupEventsOf = (workspace: Reads, childRef: string): readonly ChildEvent[] =>
  eventsOfDays(groupDaysOfChild(workspace, childRef));

/** The meetings of a worker’s Family Safeguarding group, held here or told (GROUP7, GROUP19). */
export function groupDaysOfMember(workspace: Reads, staffRef: string): readonly GroupDay[] {
  const staff = bodies(workspace, 'staff').find(({ ref }) => ref === staffRef);
  return [
    ...daysOfMember(staffRef, bodies(workspace, 'groups')),
    ...(staff?.groupDays ?? []).filter(({ id }) => !findGroup(workspace, id)),
  ];
}

/** The days on which the Family Safeguarding group of a worker met (CHILD14). */
export const groupDaysOfWorker = (workspace: Reads, staffRef: string): readonly CalendarDate[] =>
  groupDaysOfMember(workspace, staffRef)
    .flatMap(({ on }) => parseCalendarDate(on) ?? [])
    .toSorted();

/** A decision of a group waits for the next one-to-one (C-14), also where the group is not held. */
export const isMadeInGroup = (workspace: Reads, decision: ChildDecision): boolean =>
  decision.madeIn === 'group' || findGroup(workspace, decision.sessionId) !== undefined;
