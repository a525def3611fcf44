import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Staff, SupervisionKind, SupervisionRelation } from '#domain/records/staff.ts';

type Supervised = Pick<Staff, 'supervisedBy' | 'colleague'>;

/** SUPV1: both days count. One that was handed on and accepted has ended there and then. */
export const isRelationOn = (
  { from, to, acceptedAt }: SupervisionRelation,
  today: CalendarDate,
): boolean => from <= today && (to === '' || to >= today) && acceptedAt === '';

export const relationsWith = (
  { supervisedBy = [] }: Supervised,
  mine: readonly string[],
): readonly SupervisionRelation[] =>
  supervisedBy.filter(({ supervisorRef }) => mine.includes(supervisorRef));

/** SUPV1: whoever holds an entry supervises that person, unless it says who does, or that it is a colleague’s. */
export function isSupervisedBy(
  staff: Supervised,
  mine: readonly string[],
  today: CalendarDate,
): boolean {
  if (staff.colleague) return false;
  if (!staff.supervisedBy) return true;
  return relationsWith(staff, mine).some((relation) => isRelationOn(relation, today));
}

/** SUPV2: what I answer for. Where it is not said it is everything. */
export function kindOfMine(
  staff: Supervised,
  mine: readonly string[],
  today: CalendarDate,
): SupervisionKind {
  const kinds = relationsWith(staff, mine)
    .filter((relation) => isRelationOn(relation, today))
    .map(({ kind }) => kind);
  const [first = 'both', ...more] = new Set(kinds);
  return more.length > 0 ? 'both' : first;
}
