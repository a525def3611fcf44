import { recordedRisk } from '#domain/agenda/last-answers.ts';
import { absenceWorkingDays } from '#domain/cancellations/absence-length.ts';
import type { CoverFacts } from '#domain/cancellations/cancellation.ts';
import type { ChildDueOn } from '#domain/cancellations/finalise-cancellation.ts';
import { isHigherRiskOn } from '#domain/caseload/higher-risk.ts';
import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Period } from '#domain/due/leave.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { childDueOf } from '#storage/agenda/due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, todayIn } from '#storage/writes.ts';
import { absencesOf } from './absences.ts';

type Reads = Pick<Workspace, 'set'>;

/**
 * The cancellation of a session, put back or not. A session has one: only where it was recorded, and the session
 * was planned again and cancelled a second time, another follows it.
 */
export const cancellationOfSession = (
  workspace: Reads,
  sessionId: string,
): OpenRecord<'cancellations'> | undefined =>
  findAll(workspace, 'cancellations', (record) => record.sessionId === sessionId)
    .toSorted((a, b) => (a.body.createdAt < b.body.createdAt ? -1 : 1))
    .at(-1);

/** Of one person, for figures: hand them to `cancellationsIn`. */
export const cancellationsOf = (
  workspace: Reads,
  superviseeRef: string,
): readonly CancellationRecord[] =>
  bodies(workspace, 'cancellations').filter((record) => record.superviseeRef === superviseeRef);

/** Cancelled here and not recorded yet, the oldest first. */
export const cancellationsToRecord = (workspace: Reads): readonly CancellationRecord[] =>
  bodies(workspace, 'cancellations')
    .filter(({ kind, putBackAt, finalisedAt }) => kind === 'session' && !putBackAt && !finalisedAt)
    .toSorted((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));

/** Whoever holds the session cancels it: the person supervised reads that it was. */
export function mayCancel(workspace: Reads, { supervisorRef }: Session): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe].some((ref) => ref === supervisorRef);
}

/** Every open child with the day its discussion is due, by the one due-date function. */
export const childrenDue = (
  workspace: Workspace,
  superviseeRef: StaffRef,
): readonly (ChildDueOn & { readonly child: Child })[] =>
  openChildren(workspace, superviseeRef).map((child) => {
    const due = childDueOf(workspace, child);
    return { child, childRef: child.ref, dueOn: due.outcome === 'due' ? due.dueOn : undefined };
  });

/** CANCEL5, CANCEL10: what makes cover worth a thought, over the days that are asked about. */
export function coverFacts(
  workspace: Workspace,
  superviseeRef: StaffRef,
  period: Period,
): CoverFacts {
  const question = { today: todayIn(workspace), holidays: holidaysOf(workspace) };
  const { leave } = absencesOf(workspace, superviseeRef);
  return {
    highRisk: openChildren(workspace, superviseeRef).some((child) => isHighRisk(workspace, child)),
    absenceWorkingDays: absenceWorkingDays({ ...question, leave, period }),
  };
}

/** As a person said or recorded, or the council's file holds: nothing is reckoned here. */
function isHighRisk(workspace: Workspace, child: Child): boolean {
  return (
    isHigherRiskOn(child, todayIn(workspace)) ||
    parseCalendarDate(child.facts.riskRaisedOn) !== undefined ||
    recordedRisk(recordsOfChild(workspace, child.ref)) !== undefined
  );
}

/** The next session that is planned with this person, from today on. */
export function nextPlannedWith(
  workspace: Workspace,
  { superviseeRef, supervisorRef }: Pick<Session, 'superviseeRef' | 'supervisorRef'>,
): Session | undefined {
  const today = todayIn(workspace);
  return bodies(workspace, 'sessions')
    .filter(({ status, plannedFor }) => status === 'planned' && plannedFor >= today)
    .filter((each) => each.superviseeRef === superviseeRef && each.supervisorRef === supervisorRef)
    .toSorted((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
    .at(0);
}
