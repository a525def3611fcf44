import type { RecordId } from '#domain/ids.ts';
import type { PastPeriod } from '#domain/keeping/periods.ts';
import type { KeptKind } from '#domain/records/keeping.ts';
import { sha256 } from '#vault/hash.ts';
import { hashes } from './agreeing-reads.ts';
import type { OpenRecord } from './open-record.ts';
import type { Write } from './save.ts';
import { settingsOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { findAll, todayIn } from './writes.ts';

/** What goes together or not at all: a discussion with the records it became, or one text of the staff file. */
export interface KeptUnit {
  /** Of the discussion, or of the text itself. */
  readonly id: string;
  readonly kind: KeptKind;
  /** The day of what was recorded. */
  readonly on: string;
  readonly past: PastPeriod;
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
