import { assert } from '#domain/assert.ts';
import { dayOfBroughtIn, missingToConfirm } from '#domain/brought-in/brought-in-missing.ts';
import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import { type BroughtIn, ChildBroughtIn, StaffBroughtIn } from '#domain/records/brought-in.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import { priorOf, savePriorDiscussions } from './prior-discussions.ts';

export type BroughtInCollection = 'childBroughtIn' | 'staffBroughtIn';

const begun = (workspace: Workspace) => ({
  id: workspace.ports.newId(),
  createdAt: workspace.now,
  createdBy: settingsOf(workspace).me,
});

/** One to fill in, for a child. It is stored with the first letter that is typed, and not before. */
export const newChildBroughtIn = (workspace: Workspace, childRef: ChildRef): ChildBroughtIn =>
  ChildBroughtIn.parse({ ...begun(workspace), childRef });

/** The same for a member of staff, in the other file. */
export const newStaffBroughtIn = (workspace: Workspace, superviseeRef: StaffRef): StaffBroughtIn =>
  StaffBroughtIn.parse({ ...begun(workspace), superviseeRef });

/** Another one to stand in place of `record`, with what it says; the first stays as it is (BRIN4). */
export function correctionOf<R extends BroughtIn>(workspace: Workspace, record: R): R {
  const { kind, on, onDate, author, text } = record;
  const told = { kind, on, onDate, author, text, corrects: record.id };
  return ('childRef' in record
    ? ChildBroughtIn.parse({ ...begun(workspace), ...told, childRef: record.childRef })
    : StaffBroughtIn.parse({
        ...begun(workspace),
        ...told,
        superviseeRef: (record as StaffBroughtIn).superviseeRef, // the other one of the two
      })) as unknown as R; // of the same file
}

export type ConfirmOutcome =
  | { readonly outcome: 'confirmed' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

function writeOf(
  workspace: Workspace,
  collection: BroughtInCollection,
  id: string,
  change: Partial<BroughtIn>,
  keepOld?: 'replaced',
): Write {
  if (collection === 'childBroughtIn') {
    const held = workspace.set.find('childBroughtIn', id);
    assert(held, `no ${collection} ${id}`);
    return updated(held, { ...held.body, ...(change as Partial<ChildBroughtIn>) }, keepOld);
  }
  const held = workspace.set.find('staffBroughtIn', id);
  assert(held, `no ${collection} ${id}`);
  return updated(held, { ...held.body, ...(change as Partial<StaffBroughtIn>) }, keepOld);
}

const heldIn = (
  workspace: Workspace,
  collection: BroughtInCollection,
  id: string,
): OpenRecord<BroughtInCollection> => {
  const held = workspace.set.find(collection, id);
  assert(held, `no ${collection} ${id}`);
  return held;
};

/** Keeps it for good: nothing of it changes afterwards (BRIN1, BRIN4). Throws StorageError. */
export async function confirmBroughtIn(
  workspace: Workspace,
  collection: BroughtInCollection,
  id: string,
): Promise<ConfirmOutcome> {
  let outcome: ConfirmOutcome = { outcome: 'confirmed' };
  await workspace.change(() => {
    const { body } = heldIn(workspace, collection, id);
    if (workspace.queue.unsaved(id))
      throw new StorageError('failed', `brought in ${id} has text that is not saved yet`);
    if (body.confirmedAt !== '') return [];
    const today = todayIn(workspace);
    const missing = missingToConfirm(body, today);
    if (missing.length > 0) {
      outcome = { outcome: 'missing', missing };
      return [];
    }
    const change = {
      onDate: dayOfBroughtIn(body.on, today) ?? '',
      confirmedAt: workspace.now,
      confirmedBy: settingsOf(workspace).me,
      confirmedByName: myName(workspace),
    };
    return [writeOf(workspace, collection, id, change)];
  });
  return outcome;
}

/** Taken back, with a reason. It stays, and says so; a draft or one that was taken back is left alone. */
export async function withdrawBroughtIn(
  workspace: Workspace,
  collection: BroughtInCollection,
  id: string,
  withdrawnWhy: string,
): Promise<void> {
  await workspace.change(() => {
    const { body } = heldIn(workspace, collection, id);
    if (body.confirmedAt === '' || body.withdrawnAt !== '') return [];
    const change = {
      withdrawnAt: workspace.now,
      withdrawnBy: settingsOf(workspace).me,
      withdrawnWhy,
    };
    return [writeOf(workspace, collection, id, change, 'replaced')];
  });
}

/**
 * BRIN2: a discussion that was brought in sets no clock. Its day may be said to be when the child was last
 * discussed, where it is later than what is said so far; undefined where there is nothing to offer.
 */
export function priorDayToOffer(workspace: Workspace, record: ChildBroughtIn) {
  const { kind, confirmedAt, withdrawnAt, childRef } = record;
  const on = parseCalendarDate(record.onDate);
  if (kind !== 'discussion' || confirmedAt === '' || withdrawnAt !== '' || !on) return undefined;
  const held = priorOf(workspace, childRef)?.body;
  return held?.answer === 'date' && held.on >= on ? undefined : on;
}

/** A person says so: the day becomes the child's date from before Footprint, as if it had been typed. */
export async function takeAsPriorDay(workspace: Workspace, record: ChildBroughtIn): Promise<void> {
  const on = priorDayToOffer(workspace, record);
  if (on)
    await savePriorDiscussions(workspace, [{ childRef: record.childRef, answer: 'date', on }]);
}
