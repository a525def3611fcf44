import { parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { HeldSession, Worker } from '#domain/due/worker.ts';
import type { Staff } from '#domain/records/staff.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { partsOfType } from '#domain/session/session-parts.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { agreedIntervalOf } from '#storage/agreement/agreed-interval.ts';
import { workerOf } from '#storage/handover/worker-of.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { heldVersions } from '#storage/policies/profiles.ts';
import { myRefsOf, profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

/** What every question about a due date starts with. */
export const asked = (workspace: Workspace) => ({
  profile: profileOf(workspace),
  versions: heldVersions(workspace),
  holidays: holidaysOf(workspace),
  now: toInstant(workspace.now),
});

/** Sessions that were ended with the supervisor and the practitioner there: they meet the worker's clock. */
export function heldSessions(workspace: Workspace, staffRef: string): readonly HeldSession[] {
  const partsBySession = new Map(
    [...bodies(workspace, 'staffStubs'), ...bodies(workspace, 'notes')].flatMap(
      ({ sessionId, sessionType }) =>
        sessionType ? [[sessionId, partsOfType(sessionType)] as const] : [], // KEEP7: of removed ones too
    ),
  );
  // The date is reckoned for this person's own sessions only: it is not cheap.
  return bodies(workspace, 'sessions')
    .filter(
      (session) =>
        session.superviseeRef === staffRef &&
        session.status === 'ended' &&
        session.supervisorPresent &&
        session.practitionerPresent,
    )
    .flatMap((session) => {
      const on = sessionDate(session);
      return on ? [{ on, parts: partsBySession.get(session.id) }] : [];
    });
}

/** SUPV3: the part that is mine, where somebody else has the other. */
function answeringFor(workspace: Workspace, staff: Staff): Pick<Worker, 'answersFor'> {
  const kind = kindOfMine(staff, myRefsOf(workspace), todayIn(workspace));
  return kind === 'both' ? {} : { answersFor: kind };
}

/** With the interval that was agreed, once the agreement is in force (C-8). */
export const workerIn = (workspace: Workspace, staff: Staff): Worker => ({
  ...workerOf(staff),
  ...answeringFor(workspace, staff),
  agreedInterval: agreedIntervalOf(workspace, staff.ref),
});

/** The first day that Footprint knows of a person. */
export const startedFor = (workspace: Workspace, staff: Staff | undefined) =>
  parseCalendarDate(staff?.knownFrom ?? '') ?? parseCalendarDate(settingsOf(workspace).startedOn);
