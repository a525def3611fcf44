import { currentAllocation } from '#domain/caseload/caseload.ts';
import { type CalendarDate, parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { RecordDue, WorkerRecords } from '#domain/figures/figure-facts.ts';
import { familyDiscussedOn } from '#domain/group/group-events.ts';
import type { ChildRef } from '#domain/ids.ts';
import { requiredAspects } from '#domain/notes/note-coverage.ts';
import { isNoteStarted } from '#domain/notes/note-texts.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  type Clocked,
  clockedPart,
  deadlineOfDiscussion,
  isDueInHours,
} from '#domain/recording/discussion-deadline.ts';
import { staffNotesDeadline } from '#domain/recording/recording-deadline.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Session } from '#domain/records/session.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { groupRecordsToFinish } from '#storage/group/group-unfinished.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOfRecord, profileOn } from '#storage/policies/profiles.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { recordsToFinish } from '#storage/session/unfinished.ts';
import { removedNote, removedRecords } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

interface Deadlined extends RecordDue {
  readonly inHours: boolean;
}

/** By the very rules of every screen: what is due in hours is due in hours everywhere. */
function deadlined(
  workspace: Workspace,
  clocked: Clocked,
  profile: PolicyProfile,
  record: { readonly ref: string; readonly recordedOn?: CalendarDate | undefined },
): readonly Deadlined[] {
  const on = parseCalendarDate(clocked.discussedOn);
  if (!on) return [];
  const inHours = isDueInHours(clocked, profile);
  const deadline = deadlineOfDiscussion(clocked, profile, holidaysOf(workspace));
  return [{ ...record, on, deadline, inHours }];
}

type Removed = ReturnType<typeof removedRecords>[number];

/** KEEP5: of those that were removed, what stayed of them. */
function removedOf(
  workspace: Workspace,
  kind: 'childRecord' | 'groupRecord',
  isMeant: (record: Removed) => boolean,
): readonly Deadlined[] {
  return removedRecords(workspace, kind).flatMap((record) => {
    const on = parseCalendarDate(record.discussedOn);
    if (!isMeant(record) || !on) return [];
    const { id: ref, policy, recordedOn } = record;
    const profile = profileOfRecord(workspace, policy, on);
    return deadlined(workspace, record, profile, { ref, recordedOn });
  });
}

function finalisedIn(
  workspace: Workspace,
  isMeant: (record: ChildRecord) => boolean,
): readonly Deadlined[] {
  return findAll(workspace, 'childRecords', isMeant).flatMap(({ body }) => {
    const on = parseCalendarDate(body.discussedOn);
    const recordedOn = parseCalendarDate(markOf(workspace, body.id)?.on ?? '');
    if (!on) return [];
    const profile = profileOfRecord(workspace, body.policy, on);
    return deadlined(workspace, body, profile, { ref: body.id, recordedOn });
  });
}

/** A group has no worker of its own: each child’s record counts with whoever had the child on that day. */
function ofGroups(workspace: Workspace, staffRef: string): readonly Deadlined[] {
  const allocations = bodies(workspace, 'allocations');
  const isTheirs = (childRef: ChildRef, on: CalendarDate | undefined) =>
    on !== undefined && currentAllocation(childRef, allocations, on)?.staffRef === staffRef;
  return [
    ...finalisedIn(
      workspace,
      ({ group, childRef, discussedOn }) =>
        group !== undefined && isTheirs(childRef, parseCalendarDate(discussedOn)),
    ),
    ...removedOf(workspace, 'groupRecord', ({ childRef, discussedOn }) =>
      isTheirs(childRef, parseCalendarDate(discussedOn)),
    ),
    ...groupRecordsToFinish(workspace).flatMap(({ discussion, part, deadline, inHours }) => {
      const on = familyDiscussedOn(discussion);
      if (!on || !isTheirs(part.childRef, on)) return [];
      return [{ ref: part.childRef, on, deadline, inHours }];
    }),
  ];
}

/**
 * The records of the children discussed in these sessions and in groups, finalised or not: on time is in the case system
 * in time (design section 3). A finalised one is judged by what it was finalised under (PROF11).
 */
export function childRecordsOf(
  workspace: Workspace,
  staffRef: string,
  sessions: readonly Session[],
): Pick<WorkerRecords, 'childRecords' | 'urgentRecords'> {
  const ofSessions = sessions.flatMap(({ id, status }): readonly Deadlined[] => {
    if (status !== 'ended') return [];
    return [
      ...finalisedIn(workspace, ({ sessionId }) => sessionId === id),
      ...removedOf(workspace, 'childRecord', ({ sessionId }) => sessionId === id),
      ...recordsToFinish(workspace, id).flatMap(({ part }) => {
        const clocked = clockedPart(part);
        const on = parseCalendarDate(clocked.discussedOn);
        if (!on) return [];
        return deadlined(workspace, clocked, profileOn(workspace, on), { ref: part.childRef });
      }),
    ];
  });
  const all = [...ofSessions, ...ofGroups(workspace, staffRef)];
  const strip = ({ inHours: _, ...record }: Deadlined): RecordDue => record;
  return {
    childRecords: all.filter(({ inHours }) => !inHours).map(strip),
    urgentRecords: all.filter(({ inHours }) => inHours).map(strip),
  };
}

/**
 * The notes of these sessions: on time is finalised in time. Where the policy leaves the notes open, a
 * session in which nothing personal was written has none to finalise (C-23).
 */
export function staffNotesOf(
  workspace: Workspace,
  sessions: readonly Session[],
): readonly RecordDue[] {
  return sessions.flatMap((session): readonly RecordDue[] => {
    const note = noteOf(workspace, session.id)?.body;
    const gone = note ? undefined : removedNote(workspace, session.id);
    const on = sessionDate(session);
    if (session.status !== 'ended' || !(note ?? gone) || !on) return [];
    const policy = gone?.policy ?? (note && finalOf(note)?.policy);
    const profile = policy ? profileOfRecord(workspace, policy, on) : profileOn(workspace, on);
    const recordedOn = parseInstant((note ?? gone)?.finalisedAt ?? '');
    const isStarted = recordedOn !== undefined || (note !== undefined && isNoteStarted(note));
    if (!isStarted && requiredAspects(profile).length === 0) return [];
    const deadline = staffNotesDeadline({
      profile,
      sessionDate: on,
      holidays: holidaysOf(workspace),
    });
    return [{ ref: session.id, on, deadline, recordedOn }];
  });
}
