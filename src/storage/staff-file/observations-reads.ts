import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import { directObservationDue, observationOfSupervisionDue } from '#domain/due/observation-due.ts';
import { lastObserved, observedDays } from '#domain/observations/observed-days.ts';
import type { Child } from '#domain/records/child.ts';
import {
  finalObservation,
  type Observation,
  type ObservationKind,
  type ObservationRecord,
} from '#domain/records/observation.ts';
import type { Staff } from '#domain/records/staff.ts';
import { asked, startedFor, workerIn } from '#storage/agenda/due-facts.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { staffStubs } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** Whoever supervises writes them; who is only supervised reads their own. */
export const mayObserve = (workspace: Workspace): boolean =>
  settingsOf(workspace).supervisorRef === '' || practitioners(workspace).length > 0;

/** Finished ones of this person, the newest first. */
export const observationsOf = (workspace: Reads, staffRef: string): readonly ObservationRecord[] =>
  bodies(workspace, 'observations')
    .filter(({ superviseeRef }) => superviseeRef === staffRef)
    .flatMap((row) => finalObservation(row) ?? [])
    .toSorted((a, b) => (whenKey(a) < whenKey(b) ? 1 : -1));

const whenKey = ({ observedOn, finalisedAt }: ObservationRecord): string =>
  `${observedOn} ${finalisedAt}`;

/** Begun, and neither finalised nor said to be not needed: the newest first. */
export const observationsToFinish = (workspace: Reads): readonly Observation[] =>
  bodies(workspace, 'observations')
    .filter(({ finalisedAt, droppedAt }) => finalisedAt === '' && droppedAt === '')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));

/** The days on which this person was observed, however they are known (OBS7): for due dates and figures. */
export function observationDays(
  workspace: Reads,
  staff: Staff,
  kind: ObservationKind,
): readonly CalendarDate[] {
  const own = bodies(workspace, 'observations').filter(
    ({ superviseeRef }) => superviseeRef === staff.ref,
  );
  const typed = kind === 'liveSupervision' ? staff.observedOn : staff.supervisionObservedOn;
  const removed = staffStubs(workspace, 'observation')
    .filter((stub) => stub.superviseeRef === staff.ref && stub.observed === kind)
    .flatMap(({ on }) => parseCalendarDate(on) ?? []);
  return [...observedDays(kind, own, typed), ...removed];
}

const dueFunctions = {
  liveSupervision: directObservationDue,
  observationOfSupervision: observationOfSupervisionDue,
} as const;

/** When this person is next to be observed, by the one due-date function; `also`: a day to be finalised. */
export function observationDueOf(
  workspace: Workspace,
  staff: Staff,
  kind: ObservationKind,
  also?: CalendarDate,
): DueAnswer {
  const days = [...observationDays(workspace, staff, kind), ...(also ? [also] : [])];
  return dueFunctions[kind]({
    ...asked(workspace),
    lastOn: lastObserved(days, todayIn(workspace)),
    startedOn: workerIn(workspace, staff).startedOn,
    footprintStartedOn: startedFor(workspace, staff),
  });
}

/** R-41 is about those who supervise others: their cases are their team's, so all that are here are looked at. */
export function childrenToLeaveUnnamed(
  workspace: Workspace,
  { kind, superviseeRef }: Pick<Observation, 'kind' | 'superviseeRef'>,
): readonly Child[] {
  return kind === 'liveSupervision'
    ? openChildren(workspace, superviseeRef)
    : bodies(workspace, 'children');
}
