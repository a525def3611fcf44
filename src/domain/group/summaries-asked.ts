import type { StaffRef } from '#domain/ids.ts';
import { type GroupMember, type GroupSession, ProfessionSummary } from '#domain/records/group.ts';
import { plain } from './group-people.ts';

type Asks = Pick<GroupSession, 'familySafeguarding' | 'members'>;

interface OfFamily {
  readonly familyKey: string;
  readonly workers: readonly StaffRef[];
  /** Members who hold open children of their own: they write of their own families alone. */
  readonly caseholders: ReadonlySet<string>;
}

/**
 * GROUP12 (000:259): the members who work with a family: its own workers, and those of another
 * profession, who hold no list of children and work across the team’s. None who is personally linked.
 */
export function membersForFamily({ members }: Asks, family: OfFamily): readonly GroupMember[] {
  const workers: readonly string[] = family.workers;
  return members
    .filter(({ linkedTo }) => !linkedTo.includes(family.familyKey))
    .filter(
      ({ staffRef }) =>
        workers.includes(staffRef) || staffRef === '' || !family.caseholders.has(staffRef),
    );
}

/**
 * GROUP12: in a Family Safeguarding group one summary for each profession, and not two of the same. One
 * member alone of a profession prepares it; where there are more, or none is sure, a person says who.
 */
export function summariesAskedFor(
  familySafeguarding: boolean,
  members: readonly GroupMember[],
): readonly ProfessionSummary[] {
  if (!familySafeguarding) return [];
  const byRole = new Map<string, GroupMember[]>();
  for (const member of members) {
    const role = plain(member.role);
    if (role !== '') byRole.set(role, [...(byRole.get(role) ?? []), member]);
  }
  return [...byRole].flatMap(([id, own]) => {
    const [first, second] = own;
    if (!first) return [];
    return [ProfessionSummary.parse({ id, role: first.role, memberId: second ? '' : first.id })];
  });
}

/** What is written stays, in its order; a profession that has none yet is added after it. */
export function withSummariesAsked(
  held: readonly ProfessionSummary[],
  asked: readonly ProfessionSummary[],
): ProfessionSummary[] {
  const roles = new Set(held.flatMap(({ id, role }) => [id, plain(role)]));
  return [...held, ...asked.filter(({ id }) => !roles.has(id))];
}
