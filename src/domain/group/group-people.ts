import type { GroupMember, GroupSession } from '#domain/records/group.ts';

export interface Participant {
  readonly name: string;
  readonly role: string;
  readonly agency: string;
}

type Person = Pick<GroupMember, 'staffRef' | 'name' | 'role' | 'agency'>;

const isSomebody = ({ staffRef, name }: Person): boolean => staffRef !== '' || name.trim() !== '';

const whoIs = ({ staffRef, name, role, agency }: Person): string =>
  staffRef === '' ? JSON.stringify([name, role, agency].map(plain)) : staffRef;

/** The same however it was spaced or capitalised. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** GROUP4: the members who were there, each person once. The facilitator is not among them. */
export function membersPresent({ members, facilitatorRef }: GroupSession): readonly GroupMember[] {
  const here = members.filter((member) => member.present && isSomebody(member));
  const others = here.filter(({ staffRef }) => staffRef !== facilitatorRef);
  return [...new Map(others.map((member) => [whoIs(member), member])).values()];
}

/** GROUP4 (C-19): “more than 2” (000:225) is three people, the facilitator among them. */
export const fewestInGroup = 3;

/** GROUP4: the facilitator is there, or it is not their group. */
export const peopleIn = (group: GroupSession): number => 1 + membersPresent(group).length;

/** GROUP5 (000:225): who took part, with role and agency: the facilitator first, each once. */
export function participantsOf(
  group: GroupSession,
  staffOf: (staffRef: string) => { readonly name: string; readonly role: string } | undefined,
): readonly Participant[] {
  const lead = staffOf(group.facilitatorRef);
  const own = group.members.find(({ staffRef }) => staffRef === group.facilitatorRef);
  const role = own?.role || lead?.role || '';
  const facilitator = { name: lead?.name || own?.name || '', role, agency: own?.agency ?? '' };
  const others = membersPresent(group).map(({ staffRef, name, role: typedRole, agency }) => {
    const held = staffRef === '' ? undefined : staffOf(staffRef);
    return { name: name || held?.name || '', role: typedRole || held?.role || '', agency };
  });
  return [facilitator, ...others];
}
