import type { CollectionName } from '#domain/collections.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordHeader } from '#domain/record-header.ts';
import type { Relations } from '../directory/relations.ts';
import { isToday } from './standing.ts';

/** All that decides who may read a record: never its text, and nothing that a device says of itself. */
export interface GuardedRecord extends RecordHeader {
  readonly authorRef: string;
  /** Sent by somebody who was no longer responsible: kept for who is. */
  readonly held: boolean;
}

/** On her supervision file, and not for her to read: how the supervision of her is judged and handed on. */
const notForSupervisee: readonly CollectionName[] = ['monitoring', 'handoverNotes', 'audit'];

/** ACL5 to ACL10 of src/sync/RULES.md. What no rule allows is not allowed. */
export function mayRead(
  person: string,
  record: GuardedRecord,
  relations: Relations,
  today: CalendarDate,
): boolean {
  const isAuthor = relations.staffRef(record.authorRef) === person;
  if (isAuthor && !record.held) return true; // ACL5
  const isOut = record.state !== 'own';
  if (record.file !== 'child' && record.superviseeRef !== '') {
    const isSupervisee = relations.staffRef(record.superviseeRef) === person;
    if (isSupervisee && isOut && !notForSupervisee.includes(record.type)) return true; // ACL6
    const supervised = relations.supervised(person, record.superviseeRef);
    if ((isOut || record.held) && isToday(supervised, today)) return true; // ACL7
  }
  // ACL8, and ACL9 of a draft: working text that is not held is its author's alone.
  const isForChild = record.held || (record.file === 'child' && isOut);
  return (
    isForChild && record.childRefs.some((child) => isToday(relations.reached(person, child), today))
  );
}
