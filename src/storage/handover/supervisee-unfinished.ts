import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { StaffRef } from '#domain/ids.ts';
import { recordedMark } from '#domain/recording/marks.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { draftsToRecord, entriesToRecord } from '#storage/entries/entries-reads.ts';
import { notesToFinish, recordsToFinish } from '#storage/session/unfinished.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { childrenWith } from './supervision.ts';

/** Something that holds a hand-over up, or a removal: in words without a name, and where it is finished. */
export interface ToFinishFirst {
  readonly what: string;
  readonly href: string;
  /** The session it is of; '' of an entry. */
  readonly sessionId: string;
  /** The draft that is finished by itself; '' of what is part of a session. */
  readonly draftId: string;
}

const dayOf = (session: Session): string => {
  const on = parseCalendarDate(sessionDate(session) ?? session.plannedFor);
  return on ? ` of ${formatDate(on)}` : '';
};

/** Drafts about this person and her children that are on this device alone (HAND17, HAND21). */
export function unfinishedOf(workspace: Workspace, staffRef: StaffRef): readonly ToFinishFirst[] {
  const isHers = ({ superviseeRef }: { readonly superviseeRef: string }) =>
    superviseeRef === staffRef;
  const children = childrenWith(workspace, staffRef);
  return [
    ...bodies(workspace, 'sessions')
      .filter((each) => isHers(each) && (each.status === 'open' || each.status === 'paused'))
      .map((session) => line(`Session${dayOf(session)}, not ended`, session, '')),
    ...recordsToFinish(workspace)
      .filter(({ session }) => isHers(session))
      .map(({ session, part }) =>
        line(
          `Record of ${nameless(workspace, part.childRef)}${dayOf(session)}`,
          session,
          '/finish',
        ),
      ),
    ...notesToFinish(workspace)
      .filter(isHers)
      .map((session) => line(`Supervision notes${dayOf(session)}`, session, '/finish')),
    ...draftsToRecord(workspace)
      .filter(({ childRefs }) => childRefs.some((ref) => children.has(ref)))
      .map(({ id, kind }) => ({
        what: `${entryTables[kind].name}, not recorded`,
        href: `/entries/${id}`,
        sessionId: '',
        draftId: id,
      })),
    ...bodies(workspace, 'observations')
      .filter((each) => isHers(each) && each.finalisedAt === '' && each.droppedAt === '')
      .map(({ id }) => ({
        what: 'Observation, not finalised',
        href: `/observations/${id}`,
        sessionId: '',
        draftId: id,
      })),
    ...bodies(workspace, 'monitoring')
      .filter((each) => isHers(each) && each.finalisedAt === '' && each.droppedAt === '')
      .map(({ id }) => ({
        what: 'Monitoring form, not finalised',
        href: `/monitoring/${id}`,
        sessionId: '',
        draftId: id,
      })),
    ...bodies(workspace, 'cancellations')
      .filter((each) => isHers(each) && each.finalisedAt === '' && each.putBackAt === '')
      .flatMap((each) => cancelled(workspace, each)),
  ];
}

/** Why a session was not held, or a gap in supervision: begun, and not recorded. */
function cancelled(
  workspace: Workspace,
  { id, kind, sessionId, superviseeRef }: CancellationRecord,
): readonly ToFinishFirst[] {
  if (kind === 'gap') {
    const href = `/gaps/${findStaff(workspace, superviseeRef)?.id ?? ''}`;
    return [{ what: 'Gap in supervision, not recorded', href, sessionId: '', draftId: id }];
  }
  const session = workspace.set.find('sessions', sessionId)?.body;
  return session
    ? [line(`Cancelled session${dayOf(session)}, not recorded`, session, '/cancel')]
    : [];
}

/** Finished here and not in the case system yet: whoever made it records it (001:93). */
export function toRecordOf(workspace: Workspace, staffRef: StaffRef): readonly ToFinishFirst[] {
  const marks = bodies(workspace, 'childMarks');
  const children = childrenWith(workspace, staffRef);
  const waiting = bodies(workspace, 'childRecords').filter(
    ({ id, childRef, sessionId }) =>
      children.has(childRef) && !recordedMark(id, marks) && isMadeHere(workspace, sessionId),
  );
  const entries = entriesToRecord(workspace).filter(({ childRef }) => children.has(childRef));
  return [...waiting, ...entries].map(({ id, childRef }) => ({
    what: `Record of ${nameless(workspace, childRef)}, not recorded in the case system`,
    href: `/records/${id}`,
    sessionId: '',
    draftId: '',
  }));
}

/** By a session or a group of this device: another supervisor’s is theirs to record. */
function isMadeHere(workspace: Workspace, sessionId: string): boolean {
  const { set } = workspace;
  const isOwnSession = bodies(workspace, 'discussions').some(
    (each) => each.sessionId === sessionId,
  );
  return isOwnSession || set.find('groups', sessionId) !== undefined;
}

/** By the reference: no child’s name stands on a supervision file. */
function nameless(workspace: Workspace, childRef: string): string {
  const reference = findChild(workspace, childRef)?.body.reference ?? '';
  return reference === '' ? 'a child without a reference' : reference;
}

const line = (what: string, { id }: Session, page: string): ToFinishFirst => ({
  what,
  href: `/sessions/${id}${page}`,
  sessionId: id,
  draftId: '',
});
