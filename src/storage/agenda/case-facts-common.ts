import { type ActionState, openActionsOf } from '#domain/actions/child-actions.ts';
import { extraTimeByChild } from '#domain/agenda/extra-time.ts';
import { isInForce } from '#domain/caseload/caseload.ts';
import {
  type CalendarDate,
  dateInLondon,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { Leave } from '#domain/due/leave.ts';
import type { MissedMonth } from '#domain/due/missed-months.ts';
import type { ChildRef } from '#domain/ids.ts';
import { cohortOptions, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildActionEvent, ChildDecision } from '#domain/records/action.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { findGeneralLabel } from '#domain/status/general-status.ts';
import {
  beforeSessionOf,
  preparationBesideSession,
} from '#storage/preparation/preparation-reads.ts';
import { absencesOf } from '#storage/session/absences.ts';
import { missedBefore } from '#storage/session/missed.ts';
import { findStaff, profileOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

type ByChild<T> = ReadonlyMap<string, readonly T[]>;

/** What is the same for each child of a session, gathered once. */
export interface CommonFacts {
  readonly today: CalendarDate;
  /** The day of the session, where it has one. */
  readonly on: CalendarDate;
  readonly practitioner: string;
  readonly nextSessionOn: CalendarDate | undefined;
  /** Since when each child is on the list of whoever it is with now. */
  readonly onListFrom: ReadonlyMap<string, CalendarDate>;
  readonly shared: SharedPreparation | undefined;
  readonly labelOf: (status: string) => string;
  readonly months: readonly MissedMonth[];
  readonly leave: readonly Leave[];
  readonly records: ByChild<ChildRecord>;
  readonly decisions: ByChild<ChildDecision>;
  readonly openActions: ReturnType<typeof openActionsIn>;
  readonly actionEvents: ByChild<ChildActionEvent>;
  /** Why more time is needed for a child, as it was last ticked: of working notes, never of a record. */
  readonly extraTime: ReadonlyMap<string, readonly string[]>;
  readonly profile: PolicyProfile;
}

interface SharedPreparation {
  readonly preparation: Preparation;
  readonly sharedOn: CalendarDate;
  /** Children of whom strong impact was ticked. It is on the supervision file and stays there. */
  readonly strong: ReadonlySet<string>;
}

function byChild<T extends { readonly childRef: string }>(list: readonly T[]): ByChild<T> {
  const found = new Map<string, T[]>();
  for (const each of list) {
    const own = found.get(each.childRef);
    if (own) own.push(each);
    else found.set(each.childRef, [each]);
  }
  return found;
}

/** The open actions of each child, with what has become of them. */
export function openActionsIn(
  workspace: Workspace,
): (childRef: ChildRef) => readonly ActionState[] {
  const actions = byChild(bodies(workspace, 'childActions'));
  const events = byChild(bodies(workspace, 'childActionEvents'));
  return (ref) => openActionsOf(ref, actions.get(ref) ?? [], events.get(ref) ?? []);
}

export function commonFacts(workspace: Workspace, session: Session): CommonFacts {
  const { superviseeRef } = session;
  const today = todayIn(workspace);
  const on = dayOfSession(workspace, session);
  const staff = findStaff(workspace, superviseeRef)?.body;
  return {
    ...ofChildren(workspace, today),
    on,
    practitioner: staffName(workspace, superviseeRef),
    nextSessionOn: laterSessions(workspace, session)[0],
    shared: sharedBeside(workspace, session),
    months: staff ? missedBefore(workspace, staff, { until: today, sinceLast: false }).months : [],
    leave: absencesOf(workspace, superviseeRef).leave,
  };
}

/**
 * What is the same for each child of a group: of the children alone. Nothing a practitioner prepared for
 * her own session and no absence of hers is looked at (GROUP10).
 */
export const commonFactsOfGroup = (workspace: Workspace, on: CalendarDate): CommonFacts => ({
  ...ofChildren(workspace, todayIn(workspace)),
  ...{ on, practitioner: '', nextSessionOn: undefined, shared: undefined, months: [], leave: [] },
});

function ofChildren(workspace: Workspace, today: CalendarDate) {
  const statuses = cohortOptions(profileOf(workspace));
  return {
    today,
    onListFrom: onListFrom(workspace, today),
    labelOf: (status: string) =>
      statuses.find(({ code }) => code === status)?.label ?? findGeneralLabel(status) ?? status,
    records: byChild(bodies(workspace, 'childRecords')),
    decisions: byChild(bodies(workspace, 'decisions')),
    openActions: openActionsIn(workspace),
    actionEvents: byChild(bodies(workspace, 'childActionEvents')),
    extraTime: extraTimeIn(workspace),
    profile: profileOf(workspace),
  };
}

function onListFrom(workspace: Workspace, today: CalendarDate): CommonFacts['onListFrom'] {
  const now = bodies(workspace, 'allocations').filter((each) => isInForce(each, today));
  return new Map(
    now.flatMap(({ childRef, from }): readonly [string, CalendarDate][] => {
      const day = parseCalendarDate(from);
      return day ? [[childRef, day]] : [];
    }),
  );
}

/** The day it was last held, or is planned for; today where neither is known. */
export const dayOfSession = (workspace: Workspace, session: Session): CalendarDate =>
  sessionDate(session) ?? parseCalendarDate(session.plannedFor) ?? todayIn(workspace);

/** The days of this person's sessions that are planned after this one, the earliest first. */
export function laterSessions(workspace: Workspace, session: Session): readonly CalendarDate[] {
  const after = dayOfSession(workspace, session);
  return bodies(workspace, 'sessions')
    .filter(({ id, superviseeRef }) => superviseeRef === session.superviseeRef && id !== session.id)
    .flatMap(({ status, plannedFor }) => {
      const day = status === 'planned' ? parseCalendarDate(plannedFor) : undefined;
      return day && day > after ? [day] : [];
    })
    .toSorted();
}

function sharedBeside(workspace: Workspace, session: Session): SharedPreparation | undefined {
  const record = preparationBesideSession(workspace, session);
  const at = record && parseInstant(record.body.sharedAt);
  if (!at) return undefined;
  const response = beforeSessionOf(workspace, record.id)?.body;
  const told = response && response.sharedAt !== '' ? response.impact : [];
  return {
    preparation: record.body,
    sharedOn: dateInLondon(at),
    strong: new Set(told.filter(({ strong }) => strong).map(({ childRef }) => childRef)),
  };
}

/** Of sessions that have ended: in one that is going on nothing is said yet (FACT2). */
function extraTimeIn(workspace: Workspace): CommonFacts['extraTime'] {
  const hasEnded = (id: string) => workspace.set.find('sessions', id)?.body.status === 'ended';
  const held = bodies(workspace, 'discussions').filter(({ sessionId }) => hasEnded(sessionId));
  return extraTimeByChild(held.flatMap(({ children }) => children));
}
