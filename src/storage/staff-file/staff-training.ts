import type { StaffRef } from '#domain/ids.ts';
import type { Staff, Training } from '#domain/records/staff.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';

async function changeTrainings(
  workspace: Workspace,
  ref: StaffRef,
  change: (trainings: Staff['trainings']) => Staff['trainings'],
): Promise<void> {
  await workspace.change(() => {
    const record = findStaff(workspace, ref);
    if (!record) return [];
    const trainings = change(record.body.trainings);
    return [updated(record, { ...record.body, trainings }, 'replaced')];
  });
}

/** A training of this person, with its day; '' where none is known. Throws StorageError. */
export const addTraining = (
  workspace: Workspace,
  ref: StaffRef,
  training: Pick<Training, 'what' | 'on'>,
): Promise<void> => {
  const id = workspace.ports.newId();
  return changeTrainings(workspace, ref, (trainings) => [...trainings, { ...training, id }]);
};

/** Put in by mistake. The entry as it was is kept as an earlier version of itself. */
export const removeTraining = (workspace: Workspace, ref: StaffRef, id: string): Promise<void> =>
  changeTrainings(workspace, ref, (trainings) => trainings.filter((each) => each.id !== id));
