import { childLabel } from '#domain/caseload/child-label.ts';
import { type CalendarDate, parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { deadlineOfEntry } from '#domain/entries/entry-deadline.ts';
import { deadlineOfDiscussion } from '#domain/recording/discussion-deadline.ts';
import type { RecordingDeadline } from '#domain/recording/recording-deadline.ts';
import {
  compareQueued,
  countdownWords,
  hoursToRecord,
  isGrave,
  type Queued,
  queueProgress,
} from '#domain/recording/recording-queue.ts';
import { type RecordingState, recordingState } from '#domain/recording/recording-state.ts';
import type { ChildMark, ChildRecord } from '#domain/records/child-record.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { entriesRecordedHere, entriesToRecord } from '#storage/entries/entries-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOfRecord } from '#storage/policies/profiles.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { markOf, recordsToRecord } from './child-record-reads.ts';

/** A record in the queue for the case system, with all that its line shows. */
export interface ToRecord extends Queued {
  readonly record: OnChildFile;
  /** The council's reference as it is known now; '' where it is not. */
  readonly reference: string;
  readonly state: RecordingState;
  readonly countdown: string;
  /** Undefined while it waits. */
  readonly mark: ChildMark | undefined;
}

/**
 * Everything that is finished here and waits, of all sessions, groups and entries, in the order of QUEUE1
 * to QUEUE4. Those in `alsoShown` keep their places though they are recorded by now.
 */
export function recordingQueue(
  workspace: Workspace,
  alsoShown: ReadonlySet<string> = new Set(),
): readonly ToRecord[] {
  const waiting = [...recordsToRecord(workspace), ...entriesToRecord(workspace)];
  const ids = new Set<string>(waiting.map(({ id }) => id));
  const shown = recordedHere(workspace).filter(({ id }) => alsoShown.has(id) && !ids.has(id));
  return [...waiting, ...shown].map((record) => lineOf(workspace, record)).toSorted(compareQueued);
}

/** What was marked as recorded, the newest first. */
export const recordedBefore = (workspace: Workspace): readonly OnChildFile[] =>
  recordedHere(workspace)
    .filter(({ id }) => markOf(workspace, id))
    .toSorted((a, b) => (dayRecorded(a) < dayRecorded(b) ? 1 : -1));

/** "3 of 22 recorded" (QUEUE6). */
export const recordingProgress = (workspace: Workspace) =>
  queueProgress(
    [
      ...recordsToRecord(workspace),
      ...entriesToRecord(workspace),
      ...recordedBefore(workspace),
    ].map(({ id }) => id),
    bodies(workspace, 'childMarks'),
    todayIn(workspace),
  );

/** What I put into the case system: a record of my own supervision is its supervisor's (001:93). */
function recordedHere(workspace: Workspace): readonly OnChildFile[] {
  const { me, alsoMe } = settingsOf(workspace);
  const mine: readonly string[] = [me, ...alsoMe];
  const isOfAnother = ({ sessionId }: ChildRecord) => {
    const session = findSession(workspace, sessionId)?.body;
    return (
      session && (mine.includes(session.superviseeRef) || !mine.includes(session.supervisorRef))
    );
  };
  return [
    ...bodies(workspace, 'childRecords').filter((record) => !isOfAnother(record)),
    ...entriesRecordedHere(workspace),
  ];
}

function lineOf(workspace: Workspace, record: OnChildFile): ToRecord {
  const { profile, deadline } = judged(workspace, record);
  const holidays = holidaysOf(workspace);
  const now = toInstant(workspace.now);
  const mark = markOf(workspace, record.id);
  const recordedOn = parseCalendarDate(mark?.on ?? '');
  const state = recordingState({ deadline, now, recordedOn, holidays });
  const hours = hoursToRecord(record, profile);
  const child = findChild(workspace, record.childRef)?.body;
  return {
    id: record.id,
    record,
    // A name that became restricted since is in no list (LIST7).
    name: child?.restricted
      ? childLabel(child)
      : record.child.name || record.child.reference || 'No name held',
    on: dayRecorded(record),
    reference: child ? child.reference : record.child.reference,
    deadline,
    hours,
    isGrave: isGrave(record),
    state,
    countdown: countdownWords({ deadline, hours }, state, now),
    mark,
  };
}

/** By the version of the policy that it was finalised under (PROF11). */
function judged(workspace: Workspace, record: OnChildFile) {
  const on: CalendarDate = parseCalendarDate(dayRecorded(record)) ?? todayIn(workspace);
  const profile = profileOfRecord(workspace, record.policy, on);
  const holidays = holidaysOf(workspace);
  const deadline: RecordingDeadline = isEntry(record)
    ? deadlineOfEntry(record, profile, holidays)
    : deadlineOfDiscussion(record, profile, holidays);
  return { profile, deadline };
}
