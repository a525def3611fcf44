import { childLabel } from '#domain/caseload/child-label.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { mayFinaliseGroup } from '#domain/group/group-access.ts';
import type { Child } from '#domain/records/child.ts';
import type { GroupMember, GroupSession } from '#domain/records/group.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';

/** For headings, never for the browser's title: whoever named the group may have used a person's name. */
export const groupTitle = ({ name }: Pick<GroupSession, 'name'>): string =>
  name.trim() === '' ? 'Group supervision' : `Group supervision: ${name}`;

/** A family by its children, as they are called in lists. */
export const familyLabel = (children: readonly Child[]): string =>
  children.map(childLabel).join(', ') || 'No name held';

/** "Isla J, 6 years old" for each child of a family. */
export function childWithAge(workspace: Workspace, child: Child): string {
  return [childLabel(child), ageText(child, todayIn(workspace), formatDate)]
    .filter(Boolean)
    .join(', ');
}

type Named = Pick<GroupMember, 'staffRef' | 'name'>;

/** A member of staff by the name that is held now; somebody of another agency as typed. */
export function memberName(workspace: Workspace, { staffRef, name }: Named): string {
  if (staffRef !== '') return staffName(workspace, staffRef);
  return name.trim() === '' ? 'a person with no name yet' : name;
}

export const amFacilitator = (workspace: Workspace, group: GroupSession): boolean =>
  mayFinaliseGroup(group, settingsOf(workspace).me);

/** "Only Jo Field can finalise" */
export const onlyFacilitator = (workspace: Workspace, { facilitatorRef }: GroupSession): string =>
  `Only ${staffName(workspace, facilitatorRef)} can finalise`;
