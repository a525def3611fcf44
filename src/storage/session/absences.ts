import {
  type CalendarDate,
  dateInLondon,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { Absences, PlannedSession } from '#domain/due/leave.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { Absence } from '#domain/records/absence.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import { recordedLeave, toldLeave } from '#domain/supervision/stored-leave.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';

/**
 * When a person was away, from and to and nothing else: as recorded here, as she wrote before a session
 * and as told in one. The kind stays where it was written (C-31); what cannot be read explains nothing.
 */
export function absencesOf(workspace: Workspace, staffRef: string): Absences {
  const ofPerson = ({ superviseeRef }: { superviseeRef: string }) => superviseeRef === staffRef;
  const leave = [
    ...recordedAbsences(workspace, staffRef).map(recordedLeave),
    ...[...sharedResponses(workspace), ...bodies(workspace, 'notes')]
      .filter(ofPerson)
      .flatMap(({ absences }) => absences.map(toldLeave)),
    // KEEP7: the days of notes and preparations that were removed.
    ...bodies(workspace, 'staffStubs')
      .filter((stub) => ofPerson(stub) && !workspace.set.findAnywhere(stub.recordId))
      .flatMap(({ away }) => away.map(recordedLeave)),
  ];
  const read = leave.filter((each) => each !== undefined);
  return { leave: read, planned: notHeld(workspace, staffRef) };
}

const dayOf = (at: string): CalendarDate => dateInLondon(toInstant(at));

/** Sessions that were planned for a day gone by and not held by then (LEAVE1). */
function notHeld(workspace: Workspace, staffRef: string): readonly PlannedSession[] {
  const today = todayIn(workspace);
  return bodies(workspace, 'sessions').flatMap((session) => {
    const { superviseeRef, plannedFor, sittings, cancelledExceptionally } = session;
    const on = parseCalendarDate(plannedFor);
    if (superviseeRef !== staffRef || on === undefined || on >= today) return [];
    const first = sittings.at(0);
    return first && dayOf(first.startedAt) <= on
      ? []
      : [{ on, exceptionalReason: cancelledExceptionally }];
  });
}

/** What a practitioner wrote before a session; hers alone until she shared it. */
function sharedResponses(workspace: Pick<Workspace, 'set'>): readonly BeforeSession[] {
  return bodies(workspace, 'responses').flatMap((response) =>
    response.kind === 'beforeSession' && response.sharedAt !== '' ? [response] : [],
  );
}

/** Absences put in by hand or brought in, newest first, without those withdrawn. */
export const recordedAbsences = (
  workspace: Pick<Workspace, 'set'>,
  staffRef: string,
): readonly Absence[] =>
  findAll(workspace, 'absences', (each) => each.staffRef === staffRef && !each.withdrawn)
    .map(({ body }) => body)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));

/** Away from work, from and to as dates; `to` '' while still away. No kind is asked for or kept. */
export async function recordAbsence(
  workspace: Workspace,
  absence: { readonly staffRef: StaffRef; readonly from: string; readonly to: string },
): Promise<void> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const { me: createdBy } = settingsOf(workspace);
  await workspace.change(() => {
    const body: Absence = { ...absence, id, withdrawn: false, createdAt: workspace.now, createdBy };
    return [created('absences', id, body)];
  });
}

/** Put in by mistake: it explains nothing from now on, and stays in the record of what was put in. */
export async function withdrawAbsence(workspace: Workspace, id: string): Promise<void> {
  await workspace.change((set) => {
    const record = set.find('absences', id);
    return record && !record.body.withdrawn
      ? [updated(record, { ...record.body, withdrawn: true }, 'replaced')]
      : [];
  });
}
