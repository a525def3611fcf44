import { type ActionState, actionState, type Origin } from '#domain/actions/child-actions.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { isEmptyAction } from '#domain/discussion/discussion-progress.ts';
import type { StaffAction, StaffActionEvent } from '#domain/records/staff-action.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { dueOnOf } from '#domain/session/end-session.ts';

export type StaffActionState = ActionState<StaffAction, StaffActionEvent>;

/** The open actions about a person as a session found them, oldest first: as ACT3 has it for a child. */
export function staffActionsToReview(
  superviseeRef: string,
  isEarlier: (origin: Origin) => boolean,
  actions: readonly StaffAction[],
  events: readonly StaffActionEvent[],
): readonly StaffActionState[] {
  const told = events.filter(isEarlier);
  return actions
    .filter((action) => action.superviseeRef === superviseeRef)
    .filter(({ sessionId, createdAt: at }) => isEarlier({ sessionId, at }))
    .map((action) => actionState(action, told))
    .filter(({ status }) => status === 'open')
    .sort((a, b) => (a.action.createdAt < b.action.createdAt ? -1 : 1));
}

export interface NoteRecords {
  readonly actions: readonly StaffAction[];
  readonly events: readonly StaffActionEvent[];
}

/** NOTE9: what the notes agreed and settled, as records of the supervision file under the draft's own ids. */
export function recordsOfNote(
  note: StaffNote,
  agreedOn: CalendarDate,
  { at, by }: { readonly at: string; readonly by: string },
): NoteRecords {
  const { superviseeRef, sessionId } = note;
  return {
    actions: note.actions
      .filter((action) => !isEmptyAction(action))
      .map(({ id, what, owner, byWhen }): StaffAction => {
        const dueOn = dueOnOf(byWhen, agreedOn);
        const about = { id, superviseeRef, sessionId, what, owner, byWhen, dueOn, agreedOn };
        return { ...about, createdAt: at, createdBy: by };
      }),
    events: note.settled.flatMap(({ id, actionId, outcome, reason }): StaffActionEvent[] =>
      outcome === ''
        ? []
        : [{ id, actionId, superviseeRef, sessionId, outcome, reason, on: agreedOn, at, by }],
    ),
  };
}
