import type { StaffRef } from '#domain/ids.ts';
import type { GroupMember, GroupSession } from '#domain/records/group.ts';

/** GROUP1: a group is recorded by whoever facilitates it (R-56, 003:144). */
export const mayFinaliseGroup = (group: GroupSession, me: StaffRef): boolean =>
  group.facilitatorRef === me;

/** GROUP1: the note-taker types too. */
export const mayTypeInGroup = (group: GroupSession, me: StaffRef): boolean =>
  mayFinaliseGroup(group, me) ||
  (group.noteTakerId !== '' && linesOf(group, me).some(({ id }) => id === group.noteTakerId));

/**
 * GROUP1: somebody else types at the facilitator’s device, so finalising asks who is at the desk.
 * Undefined where the facilitator types.
 */
export const otherNoteTaker = ({
  members,
  noteTakerId,
  facilitatorRef,
}: GroupSession): GroupMember | undefined =>
  members.find(({ id, staffRef }) => id === noteTakerId && staffRef !== facilitatorRef);

/** GROUP2: the families, by key, that a member is personally linked to. */
export const familiesHiddenFrom = (group: GroupSession, staffRef: string): ReadonlySet<string> =>
  new Set(linesOf(group, staffRef).flatMap(({ linkedTo }) => linkedTo));

/** Somebody of another agency has no reference: an empty one is nobody's. */
const linesOf = ({ members }: GroupSession, staffRef: string): readonly GroupMember[] =>
  members.filter((member) => staffRef !== '' && member.staffRef === staffRef);

/**
 * GROUP2, GROUP3: the group as one member may have it. A family that the member is linked to is nowhere
 * in it, and whom a colleague is linked to is the facilitator’s alone to know.
 */
export function groupForMember(group: GroupSession, staffRef: StaffRef): GroupSession {
  const hidden = familiesHiddenFrom(group, staffRef);
  const isShown = ({ familyKey }: { readonly familyKey: string }) => !hidden.has(familyKey);
  const isOwn = (member: GroupMember) => member.staffRef === staffRef;
  const knowsLinks = mayFinaliseGroup(group, staffRef);
  return {
    ...group,
    agenda: group.agenda.filter(isShown),
    notReached: group.notReached.filter(isShown),
    members: group.members.map((member) =>
      knowsLinks || isOwn(member) ? member : { ...member, linkedTo: [] },
    ),
  };
}
