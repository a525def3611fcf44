import type { RecordId } from '#domain/ids.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { StaffActionState } from '#domain/staff-file/staff-actions.ts';
import type { FormValues } from '#ui/form-values.ts';

export type NoteValues = FormValues<StaffNote>;

/** What the form starts with: the notes as they are, with a line for each open action that has none yet. */
export function noteValues(
  note: StaffNote,
  toReview: readonly StaffActionState[],
  newId: () => RecordId,
): NoteValues {
  const values = structuredClone(note);
  for (const { action } of toReview) {
    if (values.settled.some(({ actionId }) => actionId === action.id)) continue;
    values.settled.push({ id: newId(), actionId: action.id, outcome: '', reason: '' });
  }
  return values;
}
