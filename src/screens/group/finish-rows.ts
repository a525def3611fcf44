import { childLabel } from '#domain/caseload/child-label.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { groupRecordsToFinish } from '#storage/group/group-unfinished.ts';
import { missingForGroupChild } from '#storage/group/groups.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type GroupItem, itemsOf } from './group-items.ts';

/** One child of a discussed family whose record is not finalised yet. */
export interface FinishRow {
  readonly item: GroupItem;
  readonly childRef: ChildRef;
  readonly name: string;
  /** By when it is to be recorded; '' for whoever cannot finalise it. */
  readonly due: string;
  readonly missing: readonly Missing[];
}

export function finishRows(workspace: Workspace, group: GroupSession): readonly FinishRow[] {
  const waiting = groupRecordsToFinish(workspace);
  return itemsOf(workspace, group)
    .filter(({ discussion }) => discussion.discussed)
    .flatMap((item) =>
      item.discussion.children
        .filter(({ childRecordId }) => childRecordId === '')
        .map(({ childRef }) => {
          const child = item.children.find(({ ref }) => ref === childRef);
          const name = child ? childLabel(child) : 'No name held';
          // Who may finalise is said once on the page.
          const missing = missingForGroupChild(workspace, item.id, childRef).filter(
            ({ path }) => path !== 'facilitator',
          );
          const due = waiting.find(
            ({ discussion, part }) => discussion.id === item.id && part.childRef === childRef,
          );
          return { item, childRef, name, due: due?.state.words ?? '', missing };
        }),
    );
}

/** Where something missing is written: the page, and the field on it. */
export interface FieldPlace {
  readonly href: string;
  readonly fieldId: string;
}

/**
 * A path of `missingForGroupChild`: `group.…` is on the page of plan and people (a summary on the agenda),
 * `child.…` in the child’s part of the session, everything else is of the family. Where a field cannot be
 * told, its page is the way.
 */
export function placeOf(group: GroupSession, row: FinishRow, path: string): FieldPlace {
  const [first = '', ...rest] = path.split('.');
  const base = `/groups/${group.id}`;
  if (first === 'group' && rest[0] === 'summaries') {
    return { href: `${base}/agenda`, fieldId: 'group-agenda' };
  }
  if (first === 'group') return { href: base, fieldId: `group-${rest[0]}` };
  const href = `${base}/session/${row.item.id}`;
  if (first === 'twoVersions') return { href, fieldId: 'family-versions' };
  if (first !== 'child') {
    const list = first === 'views' ? indexed(row.item.discussion.views, rest) : rest;
    return { href, fieldId: ['family', first, ...list].join('-') };
  }
  const { children } = row.item.discussion;
  const index = children.findIndex(({ childRef }) => childRef === row.childRef);
  const part = children[index];
  const [field = '', ...inner] = rest;
  const list =
    field === 'decisions'
      ? indexed(part?.decisions ?? [], inner)
      : field === 'actions'
        ? indexed(part?.actions ?? [], inner)
        : inner;
  return { href, fieldId: ['family-children', index, field, ...list].join('-') };
}

/** The id of a list item is its place in the form. */
function indexed(items: readonly { readonly id: string }[], [id, ...field]: readonly string[]) {
  return [String(items.findIndex((item) => item.id === id)), ...field];
}
