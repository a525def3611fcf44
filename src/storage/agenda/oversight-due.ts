import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { allocationOversightDue } from '#domain/due/allocation-due.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import { notDue } from '#domain/due/make-due.ts';
import { multiTeamDue, oversightFloorDue } from '#domain/due/second-clocks.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import type { Child } from '#domain/records/child.ts';
import { eventsOfFamily, secondTeamJoined } from '#storage/caseload/family-teams.ts';
import { entriesRead } from '#storage/entries/entries-read.ts';
import type { Workspace } from '#storage/workspace.ts';
import { childQuestion } from './due.ts';
import { asked } from './due-facts.ts';

/** The second clock of a policy that has one: a discussion or an oversight entry. */
export const oversightDueOf = (workspace: Workspace, child: Child): DueAnswer =>
  oversightFloorDue(childQuestion(workspace, child));

/** A family that several teams support: a group or KIT meeting each month. */
export const multiTeamDueOf = (workspace: Workspace, child: Child): DueAnswer =>
  multiTeamOf(workspace, child, secondTeamJoined(workspace, child));

const multiTeamOf = (workspace: Workspace, child: Child, joined: CalendarDate | undefined) =>
  multiTeamDue({
    ...asked(workspace),
    secondTeamJoined: joined,
    events: joined ? eventsOfFamily(workspace, child) : [],
  });

/**
 * Oversight at the allocation, until a record of it is made. Of one from before Footprint started
 * nobody here knows whether it was (CHILD6).
 */
export function allocationDueOf(workspace: Workspace, child: Child): DueAnswer {
  const question = childQuestion(workspace, child);
  const { allocatedAt } = question.child;
  const { footprintStartedOn } = question;
  const allocatedOn = allocatedAt && dayOf(allocatedAt);
  if (allocatedOn && footprintStartedOn && allocatedOn <= footprintStartedOn)
    return notDue('Allocated before Footprint started.');
  const recordedAt = entriesRead(workspace, child.ref)
    .filter(({ kind }) => kind === 'allocation')
    .flatMap(({ on }) => parseCalendarDate(on) ?? [])
    .find((on) => allocatedOn !== undefined && on >= allocatedOn);
  return allocationOversightDue({ ...question, recordedAt });
}
