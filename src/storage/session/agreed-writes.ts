import { actionState } from '#domain/actions/child-actions.ts';
import type { RecordId } from '#domain/ids.ts';
import type { ChildAction, ChildActionEvent } from '#domain/records/action.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { recordsOfDiscussion, type SessionRecords } from '#domain/session/end-session.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, put, updated } from '#storage/writes.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/**
 * Actions, what happened to earlier ones, and decisions, as records of the child. Written again at
 * finalise: ids are the draft's own, first dates stay, and what was taken out since is withdrawn.
 */
export function agreedWrites(
  workspace: Workspace,
  discussion: Discussion,
  part: DiscussionChild,
): readonly Write[] {
  const { me } = settingsOf(workspace);
  const agreed = recordsOfDiscussion(discussion, part, workspace.now, me);
  return [
    ...agreed.actions.flatMap((action) => putDated(workspace, 'childActions', action)),
    ...agreed.events.flatMap((event) => putDated(workspace, 'childActionEvents', event)),
    ...agreed.decisions.flatMap((decision) => {
      const held = workspace.set.find('decisions', decision.id);
      const decidedAt = held?.body.decidedAt || decision.decidedAt;
      return put(held, 'decisions', decision.id, { ...decision, decidedAt });
    }),
    ...agreed.revisits.flatMap((revisit) => {
      const held = workspace.set.find('decisionRevisits', revisit.id);
      const at = held?.body.at ?? revisit.at;
      return put(held, 'decisionRevisits', revisit.id, { ...revisit, at });
    }),
    ...unsaid(workspace, part, agreed),
    ...withdrawals(workspace, discussion, part, agreed),
    ...restorations(workspace, agreed),
  ];
}

function putDated(
  workspace: Workspace,
  collection: 'childActions' | 'childActionEvents',
  body: ChildAction | ChildActionEvent,
): readonly Write[] {
  if (collection === 'childActions') {
    const held = workspace.set.find(collection, body.id);
    const createdAt = held?.body.createdAt ?? (body as ChildAction).createdAt; // one collection, one body
    return put(held, collection, body.id, { ...(body as ChildAction), createdAt });
  }
  const held = workspace.set.find(collection, body.id);
  const at = held?.body.at ?? (body as ChildActionEvent).at;
  return put(held, collection, body.id, { ...(body as ChildActionEvent), at });
}

/** Answered, counted, and then not answered after all: it is pending again (REVISIT8). */
function unsaid(
  workspace: Workspace,
  part: DiscussionChild,
  { revisits }: SessionRecords,
): readonly Write[] {
  const said = new Set<string>(revisits.map(({ id }) => id));
  return part.revisits
    .filter(({ id }) => !said.has(id))
    .flatMap(({ id }) => workspace.set.find('decisionRevisits', id) ?? [])
    .flatMap((held) =>
      put(held, held.collection, held.id, { ...held.body, outcome: 'notReached' }),
    );
}

function withdrawals(
  workspace: Workspace,
  { id: discussionId }: Discussion,
  { childRef }: DiscussionChild,
  agreed: SessionRecords,
): readonly Write[] {
  const kept = new Set<string>([...agreed.actions, ...agreed.decisions].map(({ id }) => id));
  const ofPart = (each: { discussionId: string; childRef: string; id: string }) =>
    each.discussionId === discussionId && each.childRef === childRef && !kept.has(each.id);
  return [
    ...findAll(workspace, 'childActions', ofPart)
      .filter(({ body }) => !isWithdrawn(workspace, body))
      .map(({ body }) =>
        eventOf(workspace, body, 'withdrawn', 'Taken out before the record was finalised'),
      ),
    ...findAll(workspace, 'decisions', ofPart)
      .filter(({ body }) => !body.withdrawn)
      .map((record) => updated(record, { ...record.body, withdrawn: true })),
  ];
}

/** Taken out, counted, and typed again in the same line: it is open again. */
function restorations(workspace: Workspace, { actions }: SessionRecords): readonly Write[] {
  return actions
    .filter((action) => isWithdrawn(workspace, action))
    .map((action) =>
      eventOf(workspace, action, 'restored', 'Put back before the record was finalised'),
    );
}

const isWithdrawn = (workspace: Workspace, action: ChildAction): boolean =>
  actionState(action, bodies(workspace, 'childActionEvents')).status === 'withdrawn';

function eventOf(
  workspace: Workspace,
  { id: actionId, childRef, sessionId, agreedOn: on }: ChildAction,
  outcome: ChildActionEvent['outcome'],
  reason: string,
): Write {
  const id = newRecordId(workspace);
  const by = settingsOf(workspace).me;
  const event = { id, actionId, childRef, sessionId, outcome, on, reason, at: workspace.now, by };
  return created('childActionEvents', id, event);
}
