import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import { groupDaysOf, groupEvents } from '#domain/group/group-events.ts';
import type { OpenRecord } from './open-record.ts';
import type { Workspace } from './workspace.ts';
import { bodies, findAll } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const findGroup = (workspace: Reads, id: string): OpenRecord<'groups'> | undefined =>
  workspace.set.find('groups', id);

export const discussionsIn = (
  workspace: Reads,
  groupId: string,
): readonly OpenRecord<'groupDiscussions'>[] =>
  findAll(workspace, 'groupDiscussions', (discussion) => discussion.groupId === groupId);

/** The days on which a child was discussed in a group that met: for a child’s clocks, and for nobody’s else. */
export const groupEventsOf = (workspace: Reads, childRef: string): readonly ChildEvent[] =>
  groupEvents(childRef, bodies(workspace, 'groups'), bodies(workspace, 'groupDiscussions'));

/** The days on which the Family Safeguarding group of a worker met (CHILD14). */
export const groupDaysOfWorker = (workspace: Reads, staffRef: string): readonly CalendarDate[] =>
  groupDaysOf(staffRef, bodies(workspace, 'groups'));
