import { type CollectionName, collections } from '#domain/collections.ts';
import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';

type Reads = Pick<Workspace, 'set'>;

/** A finished text that a signature can be under, and where it belongs. */
export interface SignableRecord {
  readonly record: OpenRecord;
  readonly file: 'child' | 'staff';
  /** '' for a text of the supervision file. */
  readonly childRef: ChildRef | '';
  /** The session or the group that it came of; '' where it is of neither. */
  readonly sessionId: RecordId | '';
  /** Whose supervision file it is on; '' where it is on nobody's. */
  readonly superviseeRef: StaffRef | '';
}

/** What a finished text of any collection may say of itself; one that does not say it has none. */
interface Says {
  readonly childRef?: ChildRef;
  readonly recordId?: string;
  readonly sessionId?: RecordId;
  readonly superviseeRef?: StaffRef;
  readonly finalisedAt?: string;
}

/** Finished when they are made: nothing else is stored in them. */
const alwaysFinished: readonly CollectionName[] = [
  'childRecords',
  'childEntries',
  'childAmendments',
  'staffAmendments',
];

/** SIGN8: the finished text with this id; undefined for a draft and for what is never signed. */
export function findSignable(workspace: Reads, recordId: string): SignableRecord | undefined {
  const record = workspace.set.findAnywhere(recordId);
  if (!record) return undefined;
  const { file } = collections[record.collection];
  const says = record.body as Says; // read as far as it goes: each schema fixes what of it is there
  const isFinished = alwaysFinished.includes(record.collection) || (says.finalisedAt ?? '') !== '';
  if (!isFinished || (file !== 'child' && file !== 'staff')) return undefined;
  return {
    record,
    file,
    childRef: file === 'child' ? (says.childRef ?? '') : '',
    sessionId: file === 'child' || record.collection === 'notes' ? (says.sessionId ?? '') : '',
    superviseeRef: file === 'staff' ? (says.superviseeRef ?? '') : '',
  };
}
