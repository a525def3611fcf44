import { recordedMark } from '#domain/recording/marks.ts';
import type { ChildAmendment, ChildMark, ChildRecord } from '#domain/records/child-record.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

export const amendmentsOf = (workspace: Reads, recordId: string): readonly ChildAmendment[] =>
  bodies(workspace, 'childAmendments')
    .filter((amendment) => amendment.recordId === recordId)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

export const markOf = (workspace: Reads, recordId: string): ChildMark | undefined =>
  recordedMark(recordId, bodies(workspace, 'childMarks'));

/**
 * Finalised and not yet in the case system: the deadline still runs. Oldest discussion first. Records of
 * my own supervision are here to be read: whoever wrote them records them (001:93), and so does whoever
 * facilitated a group: their device has the group.
 */
export function recordsToRecord(workspace: Reads): readonly ChildRecord[] {
  const marks = bodies(workspace, 'childMarks');
  const { me, alsoMe } = settingsOf(workspace);
  const mine: readonly string[] = [me, ...alsoMe];
  const notMine = new Set<string>(
    bodies(workspace, 'sessions')
      .filter(
        ({ superviseeRef, supervisorRef }) =>
          mine.includes(superviseeRef) || !mine.includes(supervisorRef),
      )
      .map(({ id }) => id),
  );
  return bodies(workspace, 'childRecords')
    .filter(({ group, sessionId }) => !group || workspace.set.find('groups', sessionId))
    .filter(({ id, sessionId }) => !notMine.has(sessionId) && !recordedMark(id, marks))
    .toSorted((a, b) => (a.discussedOn < b.discussedOn ? -1 : 1));
}

/** Under each reference this child is known by: a finished text keeps the one it was written with. */
export function recordsOfChild(workspace: Reads, childRef: string): readonly ChildRecord[] {
  const aliases = findChild(workspace, childRef)?.body.aliases ?? [];
  const refs: readonly string[] = [childRef, ...aliases];
  return findAll(workspace, 'childRecords', (record) => refs.includes(record.childRef))
    .map(({ body }) => body)
    .toSorted((a, b) => (a.discussedOn < b.discussedOn ? 1 : -1));
}
