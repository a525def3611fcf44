import { parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { deadlineOfEntry } from '#domain/entries/entry-deadline.ts';
import type { RecordingDeadline } from '#domain/recording/recording-deadline.ts';
import { type RecordingState, recordingState } from '#domain/recording/recording-state.ts';
import type { ChildEntry, EntryDraft } from '#domain/records/entry.ts';
import { isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOfRecord } from '#storage/policies/profiles.ts';
import { stateOfRecord } from '#storage/session/unfinished.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { whenKey } from './entries-of-child.ts';

type Reads = Pick<Workspace, 'set'>;

/** Whoever supervises writes them (001:106, 003:144); who is only supervised reads them. */
export const mayRecordEntries = (workspace: Workspace): boolean =>
  settingsOf(workspace).supervisorRef === '' || practitioners(workspace).length > 0;

/** Written and not recorded yet, nor said to be not needed: the newest first. */
export const draftsToRecord = (workspace: Reads): readonly EntryDraft[] =>
  bodies(workspace, 'entryDrafts')
    .filter(({ finished, droppedAt }) => finished.length === 0 && droppedAt === '')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));

/**
 * Finished here and not yet in the case system, oldest first. One that came in another person's file is
 * theirs to record, and a midway check the reviewing officer's (001:107).
 */
export const entriesToRecord = (workspace: Reads): readonly ChildEntry[] =>
  entriesRecordedHere(workspace)
    .filter(({ id }) => !markOf(workspace, id))
    .toSorted((a, b) => (whenKey(a) < whenKey(b) ? -1 : 1));

export const entriesRecordedHere = (workspace: Reads): readonly ChildEntry[] =>
  bodies(workspace, 'childEntries').filter(
    ({ kind, draftId }) =>
      kind !== 'midwayCheck' &&
      workspace.set.find(kind === 'gap' ? 'cancellations' : 'entryDrafts', draftId),
  );

/** By the version of the policy that it was finalised under (PROF11). */
export function entryDeadline(
  workspace: Workspace,
  entry: Pick<ChildEntry, 'kind' | 'on' | 'decidedAt' | 'significance' | 'policy'>,
): RecordingDeadline {
  const on = parseCalendarDate(entry.on) ?? todayIn(workspace);
  const profile = profileOfRecord(workspace, entry.policy, on);
  return deadlineOfEntry(entry, profile, holidaysOf(workspace));
}

export function stateOfEntry(workspace: Workspace, entry: ChildEntry): RecordingState {
  const recordedOn = parseCalendarDate(markOf(workspace, entry.id)?.on ?? '');
  const deadline = entryDeadline(workspace, entry);
  const holidays = holidaysOf(workspace);
  return recordingState({ deadline, now: toInstant(workspace.now), recordedOn, holidays });
}

export const stateOnChildFile = (workspace: Workspace, record: OnChildFile): RecordingState =>
  isEntry(record) ? stateOfEntry(workspace, record) : stateOfRecord(workspace, record);
