import type { GroupSession } from '#domain/records/group.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { memberName } from './group-words.ts';

/** Who may speak of a family: those who are here, and none who is personally linked to it. */
export function peopleNames(
  workspace: Workspace,
  { facilitatorRef, members }: GroupSession,
  familyKey: string,
): readonly string[] {
  const here = members
    .filter(({ staffRef, name }) => staffRef !== '' || name.trim() !== '')
    .filter(({ present, linkedTo }) => present && !linkedTo.includes(familyKey))
    .map((member) => memberName(workspace, member));
  return [...new Set([staffName(workspace, facilitatorRef), ...here])];
}
