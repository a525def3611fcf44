import { assert } from '#domain/assert.ts';
import type { CoverFacts } from '#domain/cancellations/cancellation.ts';
import { finishedText } from '#domain/cancellations/finalise-cancellation.ts';
import { buildGapEntry } from '#domain/cancellations/gap-entry.ts';
import { missingForGap } from '#domain/cancellations/gap-missing.ts';
import { type CalendarMonth, endOfMonth, toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { CancellationRecord } from '#domain/records/cancellation.ts';
import type { Child } from '#domain/records/child.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { myName, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, todayIn, updated } from '#storage/writes.ts';
import { coverFacts } from './cancellations-reads.ts';
import { gapMonthsNow } from './gaps.ts';

export interface ChildToTell {
  readonly child: Child;
  readonly months: readonly CalendarMonth[];
}

/** GAP8: the open children whose file does not tell of a gap yet, each with its months; by the policy. */
export const childrenToTell = (
  workspace: Workspace,
  superviseeRef: StaffRef,
): readonly ChildToTell[] =>
  openChildren(workspace, superviseeRef).flatMap((child) => {
    const months = gapMonthsNow(workspace, superviseeRef, child.ref);
    return months.length > 0 ? [{ child, months }] : [];
  });

/** Every month of any of them, each once and in order. */
export const monthsToTell = (children: readonly ChildToTell[]): readonly CalendarMonth[] =>
  [...new Set(children.flatMap(({ months }) => months))].toSorted();

/** The gap that is being written of this person; one that was recorded is done with. */
export const gapDraftOf = (
  workspace: Pick<Workspace, 'set'>,
  superviseeRef: string,
): OpenRecord<'cancellations'> | undefined =>
  findAll(
    workspace,
    'cancellations',
    (record) =>
      record.kind === 'gap' && record.superviseeRef === superviseeRef && record.finalisedAt === '',
  ).at(0);

export const gapsRecorded = (workspace: Pick<Workspace, 'set'>, superviseeRef: string) =>
  findAll(
    workspace,
    'cancellations',
    (record) =>
      record.kind === 'gap' && record.superviseeRef === superviseeRef && record.finalisedAt !== '',
  )
    .map(({ body }) => body)
    .toSorted((a, b) => (a.finalisedAt < b.finalisedAt ? 1 : -1));

/** One to write. It is stored with the first letter that is typed into its form, and not before. */
export function newGapDraft(workspace: Workspace, superviseeRef: StaffRef): CancellationRecord {
  const { me } = settingsOf(workspace);
  return CancellationRecord.parse({
    ...{ id: workspace.ports.newId(), kind: 'gap', superviseeRef, supervisorRef: me },
    createdAt: workspace.now,
    createdBy: me,
  });
}

/** CANCEL5: over the months that are told of. */
export function coverForGap(
  workspace: Workspace,
  superviseeRef: StaffRef,
  months: readonly CalendarMonth[],
): CoverFacts {
  const days = months.map((month) => toCalendarDate(`${month}-01`));
  const from = days.at(0) ?? todayIn(workspace);
  return coverFacts(workspace, superviseeRef, { from, to: endOfMonth(days.at(-1) ?? from) });
}

function asked(workspace: Workspace, record: CancellationRecord) {
  const policy = profileVersionOn(workspace, todayIn(workspace));
  const children = childrenToTell(workspace, record.superviseeRef);
  return {
    record,
    children,
    profile: policy.profile,
    policySha256: policy.sha256,
    by: myName(workspace),
    cover: coverForGap(workspace, record.superviseeRef, monthsToTell(children)),
  };
}

export const missingForGapDraft = (
  workspace: Workspace,
  record: CancellationRecord,
): readonly Missing[] => missingForGap(asked(workspace, record));

export type GapOutcome =
  | { readonly outcome: 'recorded'; readonly entryIds: readonly string[] }
  | { readonly outcome: 'nothingToTell' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/**
 * Writes the neutral line on every open child that has not been told, each once (GAP7, GAP8), and the gap
 * on the supervision file, in one transaction. Asked twice it answers with what it made; asked again for
 * the same months it writes nothing. Throws StorageError, also where text could not be saved first.
 */
export async function recordGap(
  workspace: Workspace,
  draft: CancellationRecord,
): Promise<GapOutcome> {
  let outcome: GapOutcome = { outcome: 'nothingToTell' };
  const { id } = draft;
  await workspace.change(() => {
    const held = workspace.set.find('cancellations', id);
    const record = held?.body ?? draft;
    assert(record.kind === 'gap', `${id} is no gap`);
    if (workspace.queue.unsaved(id))
      throw new StorageError('failed', `gap ${id} has text that is not saved yet`);
    if (record.finalisedAt !== '') {
      outcome = { outcome: 'recorded', entryIds: record.finished.map(({ entryId }) => entryId) };
      return [];
    }
    const question = asked(workspace, record);
    const missing = missingForGap(question);
    if (question.children.length === 0) return [];
    if (missing.length > 0) {
      outcome = { outcome: 'missing', missing };
      return [];
    }
    const common = {
      ...question,
      at: workspace.now,
      holidays: holidaysOf(workspace),
      synthetic: settingsOf(workspace).synthetic,
    };
    const entries = question.children.map(({ child, months }) =>
      buildGapEntry({
        ...{ child, months, cover: record.cover, gapId: id as RecordId },
        ...{ at: common.at, by: common.by, holidays: common.holidays },
        ...{ profile: common.profile, policySha256: common.policySha256 },
        synthetic: common.synthetic,
        id: workspace.ports.newId() as RecordId, // a port makes ids
      }),
    );
    outcome = { outcome: 'recorded', entryIds: entries.map(({ entry }) => entry.id) };
    const final = finishedText(
      {
        ...common,
        supervisor: staffName(workspace, record.supervisorRef),
        supervisee: staffName(workspace, record.superviseeRef),
      },
      {
        heading: 'Gap in supervision',
        months: [...monthsToTell(question.children)],
        finished: entries.map(({ entry: { childRef, id: entryId } }) => ({
          ...{ id: childRef, childRef, entryId },
        })),
      },
    );
    return [
      held
        ? { ...updated(held, final.record, 'final'), text: final.text }
        : created('cancellations', id, final.record, final.text),
      ...entries.map(({ entry, text }) => created('childEntries', entry.id, entry, text)),
    ];
  });
  return outcome;
}
