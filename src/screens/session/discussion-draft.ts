import type { useForm } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { newRevisits } from '#storage/entries/pending-entries.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { AgendaItem } from './agenda.ts';
import type { DiscussionValues } from './discussion-values.ts';

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
export const bodyOf = (values: DiscussionValues): Discussion =>
  structuredClone(values) as Discussion; // made from a Discussion by `valuesOf`

export const newId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/** Text still on its way to disk is newer than the row. What came up since gets its line. */
export function valuesOf(
  workspace: Workspace,
  session: Session,
  { discussion, index, child }: AgendaItem,
): DiscussionValues {
  const unsaved = workspace.queue.unsaved(discussion.id)?.body as Discussion | undefined; // a draft of this id
  // Not as it was handed down: that is drawn in time, and may be one save old.
  const stored = workspace.set.find('discussions', discussion.id)?.body;
  const body = structuredClone(unsaved ?? stored ?? discussion);
  const part = body.children[index];
  if (!part) return body;
  for (const { action } of reviewFor(workspace, body.sessionId, child.ref)) {
    if (part.settled.some(({ actionId }) => actionId === action.id)) continue;
    part.settled.push({ id: newId(workspace), actionId: action.id, outcome: '', reason: '' });
  }
  part.revisits.push(...newRevisits(workspace, session, part));
  return body;
}

export function subscribeDraft(
  workspace: Workspace,
  id: string,
  subscribe: ReturnType<typeof useForm<DiscussionValues>>['subscribe'],
) {
  return subscribe({
    formState: { values: true },
    callback: ({ values }) =>
      workspace.draft({ collection: 'discussions', id, body: bodyOf(values) }),
  });
}
