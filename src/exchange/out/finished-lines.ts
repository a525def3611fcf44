import { dateInLondon, parseCalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import type { FinishedLine, OutKind } from '#domain/out/kinds.ts';
import type { Allocation } from '#domain/records/child.ts';
import { finalMonitoring } from '#domain/records/monitoring.ts';
import { finalObservation } from '#domain/records/observation.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { standing } from '#storage/caseload/brought-in-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** Every finished record that can leave in a file, of both files: what a choice is made from. */
export function finishedLines(workspace: Workspace): readonly FinishedLine[] {
  return [...childLines(workspace), ...staffLines(workspace)];
}

function childLines(workspace: Workspace): readonly FinishedLine[] {
  const workersOf = workerFinder(workspace);
  const records: readonly OnChildFile[] = [
    ...bodies(workspace, 'childRecords'),
    ...bodies(workspace, 'childEntries'),
  ];
  return [
    ...records.map(
      (record): FinishedLine => ({
        id: record.id,
        file: 'child',
        kind: kindOf(record),
        day: dayRecorded(record),
        ownerRef: record.childRef,
        workers: workersOf.record(record),
      }),
    ),
    // OUT9: those that stand. One that was withdrawn, or that another stands in place of, stays here.
    ...standing(bodies(workspace, 'childBroughtIn')).map(
      ({ id, childRef, onDate: day }): FinishedLine => ({
        ...{ id, file: 'child', kind: 'childBroughtIn', day, ownerRef: childRef },
        workers: workersOf.old(childRef, day),
      }),
    ),
  ];
}

function kindOf(record: OnChildFile): OutKind {
  if (isEntry(record)) return record.kind;
  return record.context === 'oneToOne' ? 'caseDiscussion' : 'groupDiscussion';
}

/**
 * Whose session it was; where none was, who worked with the child on that day. Of an old record that is
 * perhaps nobody who is known here: then it is chosen with whoever has the child last.
 */
function workerFinder(workspace: Workspace) {
  const allocations = new Map<string, Allocation[]>();
  for (const each of bodies(workspace, 'allocations')) {
    const own = allocations.get(each.childRef);
    if (own) own.push(each);
    else allocations.set(each.childRef, [each]);
  }
  const then = (childRef: string, day: string): readonly string[] =>
    (allocations.get(childRef) ?? [])
      .filter(({ from, to }) => from <= day && (to === '' || day <= to))
      .map(({ staffRef }) => staffRef);
  return {
    record: (record: OnChildFile): readonly string[] => {
      const session = isEntry(record)
        ? undefined
        : workspace.set.find('sessions', record.sessionId)?.body;
      return session ? [session.superviseeRef] : then(record.childRef, dayRecorded(record));
    },
    old: (childRef: string, day: string): readonly string[] => {
      const known = then(childRef, day);
      const last = (allocations.get(childRef) ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1));
      return known.length > 0 ? known : last.slice(0, 1).map(({ staffRef }) => staffRef);
    },
  };
}

function staffLines(workspace: Workspace): readonly FinishedLine[] {
  const line = (
    kind: OutKind,
    { id, superviseeRef }: { readonly id: string; readonly superviseeRef: string },
    day: string,
  ): FinishedLine => ({
    ...{ id, kind, day },
    file: 'staff',
    ownerRef: superviseeRef,
    workers: [superviseeRef],
  });
  const notes = bodies(workspace, 'notes').flatMap((note) => {
    if (note.finalisedAt === '') return [];
    const session = workspace.set.find('sessions', note.sessionId)?.body;
    const held = session && sessionDate(session);
    return line('notes', note, finalOf(note)?.meetingOn || held || dayOf(note.finalisedAt));
  });
  const observations = bodies(workspace, 'observations').flatMap((row) => {
    const record = finalObservation(row);
    return record ? line('observation', row, record.observedOn) : [];
  });
  const monitoring = bodies(workspace, 'monitoring').flatMap((row) => {
    const record = finalMonitoring(row);
    return record ? line('monitoring', row, record.completedOn) : [];
  });
  const cancellations = bodies(workspace, 'cancellations').flatMap((row) =>
    row.finalisedAt === ''
      ? []
      : line('cancellation', row, parseCalendarDate(row.plannedFor) ?? dayOf(row.finalisedAt)),
  );
  const old = standing(bodies(workspace, 'staffBroughtIn')).map((row) =>
    line('staffBroughtIn', row, row.onDate),
  );
  return [...notes, ...observations, ...monitoring, ...cancellations, ...old];
}

function dayOf(at: string): string {
  const moment = parseInstant(at);
  return moment ? dateInLondon(moment) : '';
}
