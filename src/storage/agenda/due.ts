import { currentAllocation } from '#domain/caseload/caseload.ts';
import { isHigherRiskOn, latestStatusChange } from '#domain/caseload/higher-risk.ts';
import { type CalendarDate, parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import { type ChildDue, type ChildQuestion, childDiscussionDue } from '#domain/due/child-due.ts';
import { overrideOn } from '#domain/due/child-override.ts';
import { type ChildEvent, resetsClock } from '#domain/due/clock-events.ts';
import type { NotDue } from '#domain/due/due-result.ts';
import { type WorkerDue, workerSupervisionDue } from '#domain/due/worker-due.ts';
import { checkWorkerInterval, type IntervalCheck } from '#domain/due/worker-interval.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import type { Staff } from '#domain/records/staff.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { partsOfType } from '#domain/session/session-parts.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { priorOf } from '#storage/caseload/prior-discussions.ts';
import { entryEvents } from '#storage/entries/entry-events.ts';
import { groupDaysOfWorker, groupEventsOf } from '#storage/group/group-reads.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import { absencesOf } from '#storage/session/absences.ts';
import { findStaff, profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { asked, heldSessions, startedFor, workerIn } from './due-facts.ts';

/** When this person's supervision is next due, by the one due-date function. */
export function workerDueOf(workspace: Workspace, staff: Staff): WorkerDue | NotDue {
  return workerSupervisionDue({
    ...asked(workspace),
    worker: workerIn(workspace, staff),
    sessions: heldSessions(workspace, staff.ref),
    absences: absencesOf(workspace, staff.ref),
    footprintStartedOn: startedFor(workspace, staff),
  });
}

/** When it is next due after this session: asked while it is still going on, and again when it is finalised. */
export function workerDueAfter(
  workspace: Workspace,
  staff: Staff,
  session: Session,
  type: StaffNote['sessionType'],
): WorkerDue | NotDue {
  const on = sessionDate(session) ?? todayIn(workspace);
  const going = session.status === 'ended' ? [] : [{ on, parts: partsOfType(type) }];
  return workerSupervisionDue({
    ...asked(workspace),
    now: on,
    worker: workerIn(workspace, staff),
    sessions: [...heldSessions(workspace, staff.ref), ...going],
    footprintStartedOn: startedFor(workspace, staff),
  });
}

/** Whether the interval set by hand for this person may stand under the policy, and why not. */
export function checkOwnInterval(workspace: Workspace, staff: Staff): IntervalCheck {
  const profile = profileOf(workspace);
  const { ownInterval: own, ...worker } = workerOf(staff);
  if (!own) return { outcome: 'accepted' };
  const inForce = ruleOn(workerPhases(profile, worker), todayIn(workspace));
  return checkWorkerInterval({ profile, inForce, own });
}

/** When this child's discussion is next due, by the one due-date function. */
export function childDueOf(workspace: Workspace, child: Child): ChildDue | NotDue {
  return childDiscussionDue(childQuestion(workspace, child));
}

export function childQuestion(workspace: Workspace, child: Child): ChildQuestion {
  const today = todayIn(workspace);
  const allocation = currentAllocation(child.ref, bodies(workspace, 'allocations'), today);
  const staff = allocation && findStaff(workspace, allocation.staffRef)?.body;
  const allocatedAt = allocation && momentOf(allocation.allocatedAt || allocation.from);
  return {
    ...asked(workspace),
    child: {
      cohorts: child.status === '' ? [] : [child.status],
      higherRisk: isHigherRiskOn(child, today),
      permanenceDecisionDate: child.facts.permanenceDecisionOn,
      permanenceApprovedBy: child.permanenceApprovedBy,
      ...(allocatedAt ? { allocatedAt } : {}),
      changed: latestStatusChange(child),
      override: overrideOn(child, today),
      familySafeguarding: staff?.familySafeguarding,
      neverDiscussed: priorOf(workspace, child.ref)?.body.answer === 'never',
    },
    events: eventsOfChild(workspace, child.ref),
    workerSessions: staff ? heldSessions(workspace, staff.ref) : [],
    groupDays: staff ? groupDaysOfWorker(workspace, staff.ref) : [],
    footprintStartedOn: startedFor(workspace, staff),
  };
}

const momentOf = (typed: string) => parseInstant(typed) ?? parseCalendarDate(typed);

/** All that a child's clocks look at: discussions, and what was recorded outside sessions (ENTRY8). */
export const eventsOfChild = (workspace: Workspace, childRef: string): readonly ChildEvent[] => [
  ...discussionsOfChild(workspace, childRef),
  ...entryEvents(workspace, childRef),
];

/** Every day this child was discussed in an ended session or group, and the day from before Footprint. */
export function discussionsOfChild(workspace: Workspace, childRef: string): readonly ChildEvent[] {
  const held = bodies(workspace, 'sessions')
    .filter(({ status, supervisorPresent }) => status === 'ended' && supervisorPresent)
    .flatMap(({ accounts }) => accounts)
    .flatMap(({ childRef: ref, outcome, discussedOn }): ChildEvent[] => {
      if (ref !== childRef || (outcome !== 'brief' && outcome !== 'inDepth')) return [];
      const on = parseCalendarDate(discussedOn); // not cheap: of this child's own alone
      return on ? [{ on, kind: 'formal', depth: outcome }] : [];
    });
  return [...held, ...groupEventsOf(workspace, childRef), ...beforeFootprint(workspace, childRef)];
}

/** The last day of a discussion that counts as one (CLOCK2), as far as it is held; undefined is "No date held". */
export function lastDiscussedOn(workspace: Workspace, childRef: string): CalendarDate | undefined {
  const profile = profileOf(workspace);
  return discussionsOfChild(workspace, childRef)
    .filter((event) => resetsClock(profile, 'discussion', event))
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
}

/** What a person said, and what the council's file holds, of the time before Footprint. */
function beforeFootprint(workspace: Workspace, childRef: string): readonly ChildEvent[] {
  const said = priorOf(workspace, childRef)?.body;
  const facts = findChild(workspace, childRef)?.body.facts;
  const days = (texts: readonly (string | undefined)[], depth: 'brief' | 'inDepth') =>
    texts.flatMap((text): ChildEvent[] => {
      const on = parseCalendarDate(text ?? '');
      return on ? [{ on, kind: 'formal', depth }] : [];
    });
  return [
    ...days([said?.on, facts?.lastSupervisedOn], 'brief'),
    ...days([said?.inDepthOn, facts?.lastInDepthOn], 'inDepth'),
  ];
}
