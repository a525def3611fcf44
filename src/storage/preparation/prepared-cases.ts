import type { ChildRef } from '#domain/ids.ts';
import {
  type PreparedCase,
  type PreparedStatus,
  preparedPart,
  preparedStatus,
  toldImpact,
} from '#domain/preparation/preparation.ts';
import type { Workspace } from '#storage/workspace.ts';
import { beforeSessionOf, type PreparationRecord } from './preparation-reads.ts';

/** Text on its way to disk counts: the list moves on before the last save is done. */
export const asTyped = <B extends object>(
  workspace: Pick<Workspace, 'queue'>,
  { id, body }: { readonly id: string; readonly body: B },
): B => (workspace.queue.unsaved(id)?.body as B | undefined) ?? body; // a draft of this id

/** Everything prepared about one child, the strong impact of its response included. */
export function preparedCase(
  workspace: Pick<Workspace, 'set' | 'queue'>,
  record: PreparationRecord,
  childRef: ChildRef,
): PreparedCase {
  const preparation = asTyped(workspace, record);
  const before = beforeSessionOf(workspace, record.id);
  const impact = before ? asTyped(workspace, before).impact : [];
  const ofChild = (actionId: string) =>
    workspace.set.find('childActions', actionId)?.body.childRef === childRef;
  return {
    part: preparedPart(preparation, childRef),
    updates: preparation.actionUpdates.filter(({ actionId }) => ofChild(actionId)),
    impact: toldImpact(impact, childRef),
  };
}

export const preparedStatuses = (
  workspace: Pick<Workspace, 'set' | 'queue'>,
  record: PreparationRecord,
  childRefs: readonly ChildRef[],
): readonly PreparedStatus[] =>
  childRefs.map((ref) => preparedStatus(preparedCase(workspace, record, ref)));
