import { actionState, type Origin } from '#domain/actions/child-actions.ts';
import type { RecordId } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import type { StaffAction, StaffActionEvent } from '#domain/records/staff-action.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import {
  type NoteRecords,
  recordsOfNote,
  type StaffActionState,
  staffActionsToReview,
} from '#domain/staff-file/staff-actions.ts';
import type { Write } from '#storage/save.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, put, todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** What last time left open about a person, as this session found it (ACT3). */
export function staffReviewFor(workspace: Reads, session: Session): readonly StaffActionState[] {
  const startedAt = session.sittings.at(0)?.startedAt;
  const startOf = ({ sessionId, at }: Origin) =>
    findSession(workspace, sessionId)?.body.sittings.at(0)?.startedAt ?? at;
  const isEarlier = (origin: Origin) =>
    origin.sessionId !== session.id && (startedAt === undefined || startOf(origin) <= startedAt);
  return staffActionsToReview(
    session.superviseeRef,
    isEarlier,
    bodies(workspace, 'staffActions'),
    bodies(workspace, 'staffActionEvents'),
  );
}

/**
 * Actions of the notes, and what happened to earlier ones, as records of the supervision file. Written
 * again at finalise: ids are the draft's own, first dates stay, and what was taken out is withdrawn.
 */
export function staffAgreedWrites(workspace: Workspace, session: Session): readonly Write[] {
  const note = noteOf(workspace, session.id)?.body;
  if (!note) return [];
  const on = sessionDate(session) ?? todayIn(workspace);
  const { me: by } = settingsOf(workspace);
  const agreed = recordsOfNote(note, on, { at: workspace.now, by });
  return [
    ...agreed.actions.flatMap((action) => {
      const held = workspace.set.find('staffActions', action.id);
      const createdAt = held?.body.createdAt ?? action.createdAt;
      return put(held, 'staffActions', action.id, { ...action, createdAt });
    }),
    ...agreed.events.flatMap((event) => {
      const held = workspace.set.find('staffActionEvents', event.id);
      return put(held, 'staffActionEvents', event.id, { ...event, at: held?.body.at ?? event.at });
    }),
    ...withdrawals(workspace, session.id, agreed),
    ...restorations(workspace, agreed),
  ];
}

const isWithdrawn = (workspace: Reads, action: StaffAction): boolean =>
  actionState(action, bodies(workspace, 'staffActionEvents')).status === 'withdrawn';

function withdrawals(
  workspace: Workspace,
  sessionId: string,
  { actions }: NoteRecords,
): readonly Write[] {
  const kept = new Set<string>(actions.map(({ id }) => id));
  return findAll(
    workspace,
    'staffActions',
    (action) => action.sessionId === sessionId && !kept.has(action.id),
  )
    .filter(({ body }) => !isWithdrawn(workspace, body))
    .map(({ body }) =>
      eventOf(workspace, body, 'withdrawn', 'Taken out before the record was finalised'),
    );
}

/** Taken out, counted, and typed again in the same line: it is open again. */
function restorations(workspace: Workspace, { actions }: NoteRecords): readonly Write[] {
  return actions
    .filter((action) => isWithdrawn(workspace, action))
    .map((action) =>
      eventOf(workspace, action, 'restored', 'Put back before the record was finalised'),
    );
}

function eventOf(
  workspace: Workspace,
  { id: actionId, superviseeRef, sessionId, agreedOn: on }: StaffAction,
  outcome: StaffActionEvent['outcome'],
  reason: string,
): Write {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const about = { id, actionId, superviseeRef, sessionId, outcome, on, reason };
  const event: StaffActionEvent = { ...about, at: workspace.now, by: settingsOf(workspace).me };
  return created('staffActionEvents', id, event);
}
