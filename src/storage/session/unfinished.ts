import { type CalendarDate, parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { isNoteStarted } from '#domain/notes/note-texts.ts';
import { clockedPart, deadlineOfDiscussion } from '#domain/recording/discussion-deadline.ts';
import type { RecordingDeadline } from '#domain/recording/recording-deadline.ts';
import { type RecordingState, recordingState } from '#domain/recording/recording-state.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOfRecord, profileOn } from '#storage/policies/profiles.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { discussionsOf } from './session-reads.ts';

/** A discussed child whose record is not finalised yet, with its deadline as it stands now. */
export interface ToFinish {
  readonly session: Session;
  readonly discussion: Discussion;
  readonly part: DiscussionChild;
  readonly deadline: RecordingDeadline;
  readonly state: RecordingState;
}

export function recordsToFinish(workspace: Workspace, sessionId?: string): readonly ToFinish[] {
  const holidays = holidaysOf(workspace);
  const now = toInstant(workspace.now);
  return bodies(workspace, 'sessions')
    .filter((session) => session.status === 'ended' && (sessionId ?? session.id) === session.id)
    .flatMap((session) =>
      discussionsOf(workspace, session.id).flatMap(({ body: discussion }) =>
        discussion.children
          .filter((part) => part.account === 'discussed' && part.childRecordId === '')
          .map((part) => {
            const clocked = clockedPart(part);
            const profile = profileOn(workspace, dayOrToday(workspace, clocked.discussedOn));
            const deadline = deadlineOfDiscussion(clocked, profile, holidays);
            const state = recordingState({ deadline, now, holidays });
            return { session, discussion, part, deadline, state };
          }),
      ),
    );
}

const dayOrToday = (workspace: Workspace, day: string): CalendarDate =>
  parseCalendarDate(day) ?? todayIn(workspace);

/** Sessions that ended with personal notes written and not finalised. */
export function notesToFinish(workspace: Workspace): readonly Session[] {
  const waiting = new Set<string>(
    bodies(workspace, 'notes')
      .filter((note) => note.finalisedAt === '' && isNoteStarted(note))
      .map(({ sessionId }) => sessionId),
  );
  return bodies(workspace, 'sessions').filter(
    ({ id, status }) => status === 'ended' && waiting.has(id),
  );
}

/** A finalised record against its deadline, by the same function as before it was finalised. */
export function stateOfRecord(workspace: Workspace, record: ChildRecord): RecordingState {
  const holidays = holidaysOf(workspace);
  const on = dayOrToday(workspace, record.discussedOn);
  const profile = profileOfRecord(workspace, record.policy, on);
  const deadline = deadlineOfDiscussion(record, profile, holidays);
  const recordedOn = parseCalendarDate(markOf(workspace, record.id)?.on ?? '');
  return recordingState({ deadline, now: toInstant(workspace.now), recordedOn, holidays });
}
