import type { ChildRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import type { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { discussionsOfGroup, groupFamiliesOf } from '#storage/group/groups.ts';
import { asTyped } from '#storage/preparation/prepared-cases.ts';
import type { Workspace } from '#storage/workspace.ts';
import { familyLabel } from './group-words.ts';

type ItemStatus = 'finalised' | 'discussed' | 'inProgress' | 'untouched';

/** One family of the group that has started, as it is typed now. */
export interface GroupItem {
  readonly id: string;
  readonly label: string;
  readonly children: readonly Child[];
  readonly discussion: GroupDiscussion;
  readonly status: ItemStatus;
}

/** In the agenda’s order, or the suggested one; none that is kept from whoever looks (GROUP2). */
export function itemsOf(workspace: Workspace, group: GroupSession): readonly GroupItem[] {
  const order = [...group.agenda, ...groupFamiliesOf(workspace, group)].map(
    ({ familyKey }) => familyKey,
  );
  return discussionsOfGroup(workspace, group.id)
    .map((record) => asTyped(workspace, record))
    .toSorted((a, b) => order.indexOf(a.familyKey) - order.indexOf(b.familyKey))
    .map((discussion) => {
      const children = childrenOf(
        workspace,
        discussion.children.map(({ childRef }) => childRef),
      );
      const status = statusOf(discussion);
      return { id: discussion.id, label: familyLabel(children), children, discussion, status };
    });
}

export const childrenOf = (workspace: Workspace, refs: readonly ChildRef[]): readonly Child[] =>
  refs.flatMap((ref) => findChild(workspace, ref)?.body ?? []);

function statusOf(discussion: GroupDiscussion): ItemStatus {
  const { children, discussed } = discussion;
  if (children.length > 0 && children.every(({ childRecordId }) => childRecordId !== '')) {
    return 'finalised';
  }
  if (discussed) return 'discussed';
  return isStarted(discussion) ? 'inProgress' : 'untouched';
}

/** Something was typed about it in the session. Presenter and question stood on the agenda already. */
function isStarted({ children, ...family }: GroupDiscussion): boolean {
  const { summary, worries, protective, analysis, groupThink, concern, immediateConcern } = family;
  const texts = [summary, worries, protective, analysis, groupThink, concern, immediateConcern];
  return (
    [...texts, ...children.flatMap(({ experience, voice }) => [experience, voice])].some(
      (text) => text.trim() !== '',
    ) ||
    family.views.length > 0 ||
    children.some(({ decisions, actions }) => decisions.length > 0 || actions.length > 0)
  );
}

const isDone = ({ status }: GroupItem): boolean => status === 'discussed' || status === 'finalised';

export const notReached = (items: readonly GroupItem[]): readonly GroupItem[] =>
  items.filter((item) => !isDone(item));

/** The next family that was not discussed, after this one and round again. */
export function nextFamily(items: readonly GroupItem[], current: string): GroupItem | undefined {
  const at = items.findIndex(({ id }) => id === current);
  return notReached([...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]).at(0);
}
