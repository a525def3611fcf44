import type { ChildRecord } from './child-record.ts';
import type { ChildEntry } from './entry.ts';

/** What stands finished on a child's file: what a discussion became, or an entry outside a session. */
export type OnChildFile = ChildRecord | ChildEntry;

export const isEntry = (record: OnChildFile): record is ChildEntry => 'draftId' in record;

/** The day of what was recorded. */
export const dayRecorded = (record: OnChildFile): string =>
  isEntry(record) ? record.on : record.discussedOn;
