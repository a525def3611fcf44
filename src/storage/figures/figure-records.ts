import { inForceFrom } from '#domain/agreement/agreement-signatures.ts';
import {
  type CalendarDate,
  type CalendarMonth,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type {
  AgreementHeld,
  SessionHeld,
  SessionPlanned,
  WorkerRecords,
} from '#domain/figures/figure-facts.ts';
import { daysOf, type FigureQuestion, profileAt } from '#domain/figures/figure-month.ts';
import { isOnList } from '#domain/figures/of-children.ts';
import { type CaseCoverage, caseCoverage } from '#domain/notes/case-coverage.ts';
import type { Session } from '#domain/records/session.ts';
import type { Staff } from '#domain/records/staff.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { partsOfType } from '#domain/session/session-parts.ts';
import { startedFor, workerIn } from '#storage/agenda/due-facts.ts';
import {
  partsOf as agreementParts,
  agreementsWith,
} from '#storage/agreement/agreement-in-force.ts';
import { groupDaysOfWorker } from '#storage/group/group-reads.ts';
import { absencesOf } from '#storage/session/absences.ts';
import { gapBeforeSession } from '#storage/session/gaps.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { profileOf } from '#storage/settings.ts';
import { observationDays } from '#storage/staff-file/observations-reads.ts';
import { removedNote, staffStubs, typeOfSession } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { actionsOfWorker } from './figure-actions.ts';
import { cancelledOf } from './figure-cancellations.ts';
import { childrenOfWorker } from './figure-children.ts';
import { childRecordsOf, staffNotesOf } from './figure-deadlines.ts';
import { entriesForFigures } from './figure-entries.ts';

/** Everything that the figures of one worker are counted from, out of what is stored (FIG1–FIG17). */
export function workerRecords(
  workspace: Workspace,
  staff: Staff,
  question: FigureQuestion,
): WorkerRecords {
  const { known: on } = daysOf(question);
  const sessions = bodies(workspace, 'sessions').filter(
    ({ superviseeRef }) => superviseeRef === staff.ref,
  );
  const children = childrenOfWorker(workspace, staff.ref, { on, profile: profileAt(question, on) });
  const { childRecords, urgentRecords } = childRecordsOf(workspace, staff.ref, sessions);
  const outside = entriesForFigures(workspace, children);
  const onList = children.filter((child) => isOnList(child, on)).map(({ ref }) => ref);
  return {
    ref: staff.ref,
    worker: workerIn(workspace, staff),
    footprintStartedOn: startedFor(workspace, staff),
    sessions: sessions.flatMap((session) => sessionHeld(workspace, session)),
    groupDays: groupDaysOfWorker(workspace, staff.ref),
    planned: sessions.flatMap(sessionPlanned),
    cancelled: cancelledOf(workspace, staff.ref),
    absences: absencesOf(workspace, staff.ref),
    explainedInWriting: sessions.flatMap((session) => explainedBy(workspace, session)),
    children,
    ...outside,
    childRecords,
    urgentRecords: [...urgentRecords, ...outside.urgentRecords],
    staffNotes: staffNotesOf(workspace, sessions),
    agreements: agreementsHeld(workspace, staff.ref),
    supervises: staff.stage === 'manager',
    actions: actionsOfWorker(workspace, staff.ref, new Set(onList)),
    observedOn: observationDays(workspace, staff, 'liveSupervision'),
    supervisingObservedOn: observationDays(workspace, staff, 'observationOfSupervision'),
  };
}

/** It meets the worker's clock once it is ended with both there, whatever the state of its records (C-25). */
function heldOn(session: Session): CalendarDate | undefined {
  const isHeld =
    session.status === 'ended' && session.supervisorPresent && session.practitionerPresent;
  return isHeld ? sessionDate(session) : undefined;
}

function sessionHeld(workspace: Workspace, session: Session): readonly SessionHeld[] {
  const on = heldOn(session);
  const type = typeOfSession(workspace, session.id);
  if (!on) return [];
  const parts = type && partsOfType(type);
  return [{ ref: session.id, on, parts, coverage: coverageOf(session, type) }];
}

/** ALL of no cases says nothing, and a session for personal supervision was not for cases. */
function coverageOf(
  { accounts }: Session,
  type: StaffNote['sessionType'] | undefined,
): CaseCoverage | undefined {
  return accounts.length === 0 || type === 'personal'
    ? undefined
    : caseCoverage(accounts, { hasEnded: true });
}

function sessionPlanned(session: Session): readonly SessionPlanned[] {
  const plannedFor = parseCalendarDate(session.plannedFor);
  return plannedFor ? [{ ref: session.id, plannedFor, heldOn: heldOn(session) }] : [];
}

/** The months that the finished notes of this session explain (A2.4). */
function explainedBy(workspace: Workspace, session: Session): readonly CalendarMonth[] {
  const note = noteOf(workspace, session.id)?.body;
  const isExplained = note
    ? note.finalisedAt !== '' && note.gapWhy.trim() !== ''
    : removedNote(workspace, session.id)?.explained;
  return isExplained ? gapBeforeSession(workspace, session).months : [];
}

/** Every version that is in force or was, with the reviews after which it went on as it was (AGREE4). */
function agreementsHeld(workspace: Workspace, staffRef: string): readonly AgreementHeld[] {
  const profile = profileOf(workspace);
  const days = (list: readonly string[]) => list.flatMap((day) => parseCalendarDate(day) ?? []);
  const held = agreementsWith(workspace, staffRef).flatMap(({ body }): readonly AgreementHeld[] => {
    const since = inForceFrom(profile, agreementParts(workspace, body));
    const reviewed = body.reviews
      .filter(({ outcome, by }) => outcome === 'continue' && by !== '')
      .map(({ heldOn: on }) => on);
    return since ? [{ since, reviewedOn: days(reviewed) }] : [];
  });
  const removed = staffStubs(workspace, 'agreement').flatMap((stub): readonly AgreementHeld[] => {
    const since = parseCalendarDate(stub.since);
    const isTheirs = stub.superviseeRef === staffRef;
    return since && isTheirs ? [{ since, reviewedOn: days(stub.reviewedOn) }] : []; // KEEP5
  });
  return [...held, ...removed];
}
