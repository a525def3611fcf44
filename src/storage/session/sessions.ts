import { agendaDepth, agendaFor, withThoseWhoLeft } from '#domain/agenda/agenda.ts';
import { familyKeyOf } from '#domain/caseload/caseload.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import {
  type Discussion,
  type DiscussionChild,
  emptyDiscussionChild,
} from '#domain/records/discussion.ts';
import { Session } from '#domain/records/session.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { accountFor } from '#domain/session/end-session.ts';
import { middayOf, momentIn } from '#domain/session/session-days.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { childrenToDiscuss, findChild } from '#storage/caseload/caseload-reads.ts';
import { newRevisits } from '#storage/entries/pending-entries.ts';
import { preparationFor } from '#storage/preparation/preparation-reads.ts';
import { findStaff, myRefsOf, profileOf, settingsOf } from '#storage/settings.ts';
import { staffAgreedWrites } from '#storage/staff-file/staff-actions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, put, todayIn, updated } from '#storage/writes.ts';
import { agreedWrites } from './agreed-writes.ts';
import { reviewFor } from './review-reads.ts';
import { discussionsOf, findSession } from './session-reads.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/** SESS7: a session planned for a day, nothing in it yet; the one that is planned for that day already. */
export async function planSession(
  workspace: Workspace,
  superviseeRef: StaffRef,
  plannedFor: string,
): Promise<RecordId> {
  const session = newSession(workspace, superviseeRef, { plannedFor });
  let { id } = session;
  await workspace.change(() => {
    const held = bodies(workspace, 'sessions').find(
      (each) =>
        each.status === 'planned' &&
        each.plannedFor === plannedFor &&
        each.superviseeRef === superviseeRef &&
        each.supervisorRef === session.supervisorRef,
    );
    id = held?.id ?? session.id;
    return held ? [] : [created('sessions', session.id, session)];
  });
  return id;
}

function newSession(
  workspace: Workspace,
  superviseeRef: StaffRef,
  { plannedFor }: { plannedFor: string },
): Session {
  const { me } = settingsOf(workspace);
  return Session.parse({
    id: newRecordId(workspace),
    superviseeRef,
    supervisorRef: me,
    status: 'planned',
    plannedFor,
    profileId: profileOf(workspace).id,
    createdAt: workspace.now,
    createdBy: me,
  });
}

/**
 * Starts a session, planned or not: every child open on the practitioner's list now in the agenda's
 * order, brothers and sisters in one discussion, at the depth of the agenda. The reason for a depth stays
 * with the session (AGENDA7). Everything it needs is written in one go, so that it can begin offline.
 */
export const startSession = (
  workspace: Workspace,
  superviseeRef: StaffRef,
  plannedId?: string,
): Promise<string> => start(workspace, superviseeRef, { plannedId, heldOn: '' });

interface Start {
  /** The session that was planned, where one was. */
  readonly plannedId?: string | undefined;
  /** '' where it is held now. */
  readonly heldOn: CalendarDate | '';
}

/** The same for a session that was held on an earlier day and written on paper (SESS6). */
export const startWrittenUp = (
  workspace: Workspace,
  superviseeRef: StaffRef,
  held: Start & { readonly heldOn: CalendarDate },
): Promise<string> => start(workspace, superviseeRef, held);

/** Every open child; in a session that was held on paper those as well who left the list since (SESS6). */
function childrenIn(
  workspace: Workspace,
  superviseeRef: StaffRef,
  heldOn: Start['heldOn'],
): readonly Child[] {
  const now = childrenToDiscuss(workspace, superviseeRef);
  if (heldOn === '') return now;
  const then = childrenToDiscuss(workspace, superviseeRef, heldOn);
  return [...now, ...then.filter(({ ref }) => !now.some((child) => child.ref === ref))];
}

async function start(
  workspace: Workspace,
  superviseeRef: StaffRef,
  { plannedId, heldOn }: Start,
): Promise<string> {
  const startedAt = heldOn === '' ? workspace.now : middayOf(heldOn);
  const fresh = newSession(workspace, superviseeRef, { plannedFor: '' });
  const ids = childrenIn(workspace, superviseeRef, heldOn).map(() => newRecordId(workspace));
  const noteId = newRecordId(workspace);
  await workspace.change(() => {
    const planned = plannedId ? findSession(workspace, plannedId) : undefined;
    // Started meanwhile, by a second click or in another tab: its discussions are there already.
    if (planned && planned.body.status !== 'planned') return [];
    const base = planned?.body ?? fresh;
    const children = childrenIn(workspace, superviseeRef, heldOn);
    const agenda = agendaFor(children, base.agenda);
    const families = groupByFamily(
      agenda.flatMap(({ childRef }) => children.find(({ ref }) => ref === childRef) ?? []),
    );
    const session: Session = {
      ...base,
      status: 'open',
      heldOn,
      sittings: [{ startedAt, endedAt: '' }],
      agenda: withThoseWhoLeft(agenda, base.agenda),
      childRefs: agenda.map(({ childRef }) => childRef),
      preparationId: preparationFor(workspace, superviseeRef)?.id ?? '',
    };
    return [
      planned ? updated(planned, session) : created('sessions', session.id, session),
      ...families.map((family, i) => {
        const id = ids[i] ?? newRecordId(workspace);
        return created('discussions', id, newDiscussion(workspace, id, session, family));
      }),
      created(
        'notes',
        noteId,
        StaffNote.parse({
          id: noteId,
          sessionId: session.id,
          superviseeRef,
          sessionType: typeOfMine(workspace, superviseeRef),
          createdAt: workspace.now,
          createdBy: session.supervisorRef,
        }),
      ),
    ];
  });
  return plannedId ?? fresh.id;
}

function newDiscussion(
  workspace: Workspace,
  id: RecordId,
  session: Session,
  family: readonly Child[],
): Discussion {
  return {
    id,
    sessionId: session.id,
    familySummary: '',
    children: family.map(({ ref }) => firstPart(workspace, session, ref)),
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
    savedAt: '',
  };
}

function firstPart(workspace: Workspace, session: Session, ref: ChildRef): DiscussionChild {
  const settled = reviewFor(workspace, session.id, ref).map(({ action }) => ({
    id: newRecordId(workspace),
    actionId: action.id,
    outcome: '' as const,
    reason: '',
  }));
  const part = { ...emptyDiscussionChild(ref), depth: agendaDepth(session.agenda, ref), settled };
  return { ...part, revisits: newRevisits(workspace, session, part) };
}

function groupByFamily(children: readonly Child[]): readonly (readonly Child[])[] {
  const families = new Map<string, Child[]>();
  for (const child of children) {
    const key = familyKeyOf(child);
    families.set(key, [...(families.get(key) ?? []), child]);
  }
  return [...families.values()];
}

/** SUPV4: what I answer for is what the session is, until somebody chooses otherwise. */
function typeOfMine(workspace: Workspace, superviseeRef: StaffRef): StaffNote['sessionType'] {
  const staff = findStaff(workspace, superviseeRef)?.body;
  const kind = staff && kindOfMine(staff, myRefsOf(workspace), todayIn(workspace));
  return kind === 'case' || kind === 'personal' ? kind : 'caseAndPersonal';
}

/** Children who came onto the list after the session started: offered, never added unasked. */
export function notInSession(workspace: Workspace, session: Session): readonly Child[] {
  const held = new Set<string>(session.childRefs);
  return childrenToDiscuss(workspace, session.superviseeRef).filter(({ ref }) => !held.has(ref));
}

export async function bringIntoSession(
  workspace: Workspace,
  sessionId: string,
  childRef: ChildRef,
): Promise<void> {
  const id = newRecordId(workspace);
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    const child = findChild(workspace, childRef);
    if (!session || !child || session.body.childRefs.includes(childRef)) return [];
    const childRefs = [...session.body.childRefs, childRef];
    return [
      updated(session, { ...session.body, childRefs }),
      created('discussions', id, newDiscussion(workspace, id, session.body, [child.body])),
    ];
  });
}

export async function pauseSession(workspace: Workspace, sessionId: string): Promise<void> {
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    if (session?.body.status !== 'open') return [];
    return [updated(session, { ...closeSitting(workspace, session.body), status: 'paused' })];
  });
}

export async function resumeSession(workspace: Workspace, sessionId: string): Promise<void> {
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    if (session?.body.status !== 'paused') return [];
    const startedAt = momentIn(session.body, workspace.now);
    const sittings = [...session.body.sittings, { startedAt, endedAt: '' }];
    return [updated(session, { ...session.body, status: 'open', sittings })];
  });
}

function closeSitting(workspace: Workspace, session: Session): Session {
  const endedAt = momentIn(session, workspace.now);
  const sittings = session.sittings.map((sitting) =>
    sitting.endedAt === '' ? { ...sitting, endedAt } : sitting,
  );
  return { ...session, sittings };
}

/** One neutral reason for several children who are not discussed this time. */
export async function setNotDiscussed(
  workspace: Workspace,
  sessionId: string,
  childRefs: readonly string[],
  reason: string,
): Promise<void> {
  await workspace.change(() =>
    discussionsOf(workspace, sessionId).flatMap((record) => {
      const children = record.body.children.map((part) =>
        childRefs.includes(part.childRef) && part.account !== 'discussed'
          ? {
              ...part,
              account: 'notDiscussed' as const,
              notDiscussedReason: reason,
              accountedAt: workspace.now,
            }
          : part,
      );
      const changed = children.some((part, i) => part !== record.body.children[i]);
      return changed ? [updated(record, { ...record.body, children })] : [];
    }),
  );
}

export interface Attendance {
  readonly practitionerPresent: boolean;
  readonly supervisorPresent: boolean;
  readonly othersPresent: string;
}

/**
 * Ends the session: it is never refused. Who was there and how each child was accounted for are kept,
 * and what was agreed becomes records of each child, in one transaction.
 */
export async function endSession(
  workspace: Workspace,
  sessionId: string,
  attendance: Attendance,
): Promise<void> {
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    if (!session || session.body.status === 'ended') return [];
    const discussions = discussionsOf(workspace, sessionId).map(({ body }) => body);
    const { accounts, leftOut } = accountFor(session.body, discussions);
    const ended: Session = {
      ...closeSitting(workspace, session.body),
      ...attendance,
      status: 'ended',
      accounts: [...accounts],
      incomplete: leftOut.length > 0,
      // One that came after the start was on the table too: it is used up with this session.
      preparationId:
        session.body.preparationId ||
        (preparationFor(workspace, session.body.superviseeRef)?.id ?? ''),
    };
    return [
      updated(session, ended),
      ...discussions.flatMap((discussion) =>
        discussion.children.flatMap((part) => agreedWrites(workspace, discussion, part)),
      ),
      ...staffAgreedWrites(workspace, ended),
    ];
  });
}

/** A child marked after the session ended was discussed in it all the same: count again. */
export async function recountSession(workspace: Workspace, sessionId: string): Promise<void> {
  await workspace.change(() => {
    const session = findSession(workspace, sessionId);
    if (session?.body.status !== 'ended') return [];
    const discussions = discussionsOf(workspace, sessionId).map(({ body }) => body);
    const { accounts, leftOut } = accountFor(session.body, discussions);
    const counted = { ...session.body, accounts: [...accounts], incomplete: leftOut.length > 0 };
    return [
      ...put(session, 'sessions', sessionId, counted),
      ...discussions.flatMap((discussion) =>
        discussion.children.flatMap((part) => agreedWrites(workspace, discussion, part)),
      ),
      ...staffAgreedWrites(workspace, session.body),
    ];
  });
}
