import type { RecordId } from '#domain/ids.ts';
import type { PastPeriod } from '#domain/keeping/periods.ts';
import type { StayReason } from '#domain/keeping/stay-words.ts';
import type { KeptKind, StaffStub } from '#domain/records/keeping.ts';
import type { ToldAbsence } from '#domain/records/told-absence.ts';
import { toldLeave } from '#domain/supervision/stored-leave.ts';
import { hashes } from '#storage/agreeing/agreeing-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';

/** What goes together or not at all: a discussion with the records it became, or one text of the staff file. */
export interface KeptUnit {
  /** Of the discussion, or of the text itself. */
  readonly id: string;
  readonly kind: KeptKind;
  /** The day of what was recorded. */
  readonly on: string;
  readonly past: PastPeriod;
  /** Why it is not offered, where that is known before the rules are asked (KEEP4, KEEP8). */
  readonly stays?: StayReason | undefined;
  readonly children: readonly string[];
  readonly staff: readonly string[];
  /** Every row that goes. */
  readonly rows: readonly string[];
  readonly stubs: readonly Write[];
}

/** What stays of every removed record, whatever its kind (KEEP5). */
export async function stubOf(
  workspace: Workspace,
  record: OpenRecord,
  { setting, period }: PastPeriod,
) {
  const hash = hashes.get(record) ?? (await sha256(record.text));
  hashes.set(record, hash);
  return {
    recordId: record.id as RecordId, // the id of a stored record
    ...{ hash, setting, period },
    removedOn: todayIn(workspace),
    removedBy: settingsOf(workspace).me,
  };
}

/** What a stub of the supervision file says where it has nothing of its kind to say. */
export const nothingMore = {
  ...{ sessionId: '', observed: '', finalisedAt: '', since: '' },
  ...{ reviewedOn: [], months: [], explained: false, away: [] },
} as const satisfies Partial<StaffStub>;

/** The days away that were told, as the clocks read them (GAP6), and never why. */
export const daysAway = (absences: readonly ToldAbsence[]): StaffStub['away'] =>
  absences.flatMap((absence) => {
    const leave = toldLeave(absence);
    return leave?.end ? [{ from: leave.start, to: leave.end }] : [];
  });

/** The record with its corrections, its marks, its own signatures and the copies of what went to and fro. */
export function withWhatIsUnder(workspace: Workspace, recordId: string): readonly string[] {
  const isUnder = (body: { readonly recordId: string }) => body.recordId === recordId;
  const under = [
    ...findAll(workspace, 'childAmendments', isUnder),
    ...findAll(workspace, 'staffAmendments', isUnder),
  ].map(({ id }) => id as string);
  const texts = new Set([recordId, ...under]);
  return [
    ...texts,
    ...findAll(workspace, 'childMarks', isUnder).map(({ id }) => id),
    ...findAll(workspace, 'staffMarks', isUnder).map(({ id }) => id),
    ...findAll(workspace, 'childSignatures', (each) => texts.has(each.recordId)).map(
      ({ id }) => id,
    ),
    ...findAll(workspace, 'exchanged', ({ id }) => texts.has(id)).map(({ id }) => id),
  ];
}
