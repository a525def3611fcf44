import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordHeader } from '#domain/record-header.ts';
import type { Relations } from '../directory/relations.ts';
import { type Standing, standingOf } from './standing.ts';
import { writtenBy } from './written-by.ts';

/** `held`: taken, because nothing typed is lost, and kept for who is responsible now. */
export type MayWrite = 'yes' | 'held' | 'no';

interface Written {
  readonly header: RecordHeader;
  /** Whose the record is; undefined where it would be created. */
  readonly authorRef: string | undefined;
}

/** ACL10 to ACL17 of src/sync/RULES.md. What no rule allows is not allowed. */
export function mayWrite(
  person: string,
  { header, authorRef }: Written,
  relations: Relations,
  today: CalendarDate,
): MayWrite {
  // ACL11: only its author writes a record again. Who once might is never refused what they typed.
  if (authorRef !== undefined && relations.staffRef(authorRef) !== person) return 'no';
  const isTheirs = authorRef !== undefined;
  const { type, superviseeRef, childRefs } = header;
  const isSupervisee = superviseeRef !== '' && relations.staffRef(superviseeRef) === person;
  const over = () => standingOf(relations.supervised(person, superviseeRef), today);
  const near = (child: string) => standingOf(relations.reached(person, child), today);

  switch (writtenBy[type]) {
    case 'supervisee':
      return isSupervisee ? 'yes' : 'no'; // ACL12
    case 'either':
      return isSupervisee ? 'yes' : onFile(superviseeRef, over, isTheirs);
    case 'supervisor':
      return isSupervisee ? 'no' : onFile(superviseeRef, over, isTheirs);
    case 'near':
      return from(childRefs.map(near), isTheirs); // ACL14
    case 'anybody':
      // ACL15, ACL16: a draft about a child who is no longer theirs is for who has the child now.
      return childRefs.map(near).includes('once') ? 'held' : 'yes';
    case 'nobody':
      return 'no';
  }
}

/** ACL13. What is on nobody's file, as a group's amendment is, is its author's own. */
const onFile = (superviseeRef: string, over: () => Standing, isTheirs: boolean): MayWrite =>
  superviseeRef === '' ? 'yes' : from([over()], isTheirs);

/** ACL16: once theirs, so it is taken and held. ACL17: never theirs, as if it were not there. */
function from(standings: readonly Standing[], isTheirs: boolean): MayWrite {
  const all = (allowed: readonly Standing[]) =>
    standings.length > 0 && standings.every((standing) => allowed.includes(standing));
  if (all(['today', 'lately'])) return 'yes';
  return isTheirs || all(['today', 'lately', 'once']) ? 'held' : 'no';
}
