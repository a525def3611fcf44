import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import {
  isRelationOn,
  isSupervisedBy,
  kindOfMine,
  relationsWith,
} from './supervision-relations.ts';

type Supervised = Pick<Staff, 'supervisedBy' | 'colleague'>;

/** Who has the other part, where I have one of the two. */
export function otherSupervisor(
  staff: Supervised,
  mine: readonly string[],
  today: CalendarDate,
): SupervisionRelation | undefined {
  if (kindOfMine(staff, mine, today) === 'both') return undefined;
  return (staff.supervisedBy ?? []).find(
    (relation) =>
      !mine.includes(relation.supervisorRef) &&
      relation.coverFor === '' &&
      isRelationOn(relation, today),
  );
}

/** HAND20: the relation of mine that was handed on and accepted, where none of mine is in force since. */
export function handedOn(
  staff: Supervised,
  mine: readonly string[],
  today: CalendarDate,
): SupervisionRelation | undefined {
  if (!staff.supervisedBy || isSupervisedBy(staff, mine, today)) return undefined;
  return relationsWith(staff, mine).findLast(({ acceptedAt }) => acceptedAt !== '');
}
