import { englandAndWalesHolidays } from '#domain/bank-holidays.ts';
import { parseCalendarDate, toInstant } from '#domain/calendar-date.ts';
import { clockedPart, deadlineOfDiscussion } from '#domain/discussion-deadline.ts';
import { findProfile } from '#domain/policy-profile.ts';
import type { RecordingDeadline } from '#domain/recording-deadline.ts';
import { type RecordingState, recordingState } from '#domain/recording-state.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { markOf } from './child-record-reads.ts';
import { discussionsOf } from './session-reads.ts';
import { profileOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { bodies } from './writes.ts';

/** A discussed child whose record is not finalised yet, with its deadline as it stands now. */
export interface ToFinish {
  readonly session: Session;
  readonly discussion: Discussion;
  readonly part: DiscussionChild;
  readonly deadline: RecordingDeadline;
  readonly state: RecordingState;
}

export function recordsToFinish(workspace: Workspace, sessionId?: string): readonly ToFinish[] {
  const profile = profileOf(workspace);
  const holidays = englandAndWalesHolidays;
  const now = toInstant(workspace.now);
  return bodies(workspace, 'sessions')
    .filter((session) => session.status === 'ended' && (sessionId ?? session.id) === session.id)
    .flatMap((session) =>
      discussionsOf(workspace, session.id).flatMap(({ body: discussion }) =>
        discussion.children
          .filter((part) => part.account === 'discussed' && part.childRecordId === '')
          .map((part) => {
            const deadline = deadlineOfDiscussion(clockedPart(part), profile, holidays);
            const state = recordingState({ deadline, now, holidays });
            return { session, discussion, part, deadline, state };
          }),
      ),
    );
}

/** Sessions that ended with personal notes written and not finalised. */
export function notesToFinish(workspace: Workspace): readonly Session[] {
  const waiting = new Set<string>(
    bodies(workspace, 'notes')
      .filter(({ text, finalisedAt }) => text.trim() !== '' && finalisedAt === '')
      .map(({ sessionId }) => sessionId),
  );
  return bodies(workspace, 'sessions').filter(
    ({ id, status }) => status === 'ended' && waiting.has(id),
  );
}

/** A finalised record against its deadline, by the same function as before it was finalised. */
export function stateOfRecord(workspace: Workspace, record: ChildRecord): RecordingState {
  const holidays = englandAndWalesHolidays;
  const profile = findProfile(record.policy.id) ?? profileOf(workspace);
  const deadline = deadlineOfDiscussion(record, profile, holidays);
  const recordedOn = parseCalendarDate(markOf(workspace, record.id)?.on ?? '');
  return recordingState({ deadline, now: toInstant(workspace.now), recordedOn, holidays });
}
