import { actionState } from '#domain/actions/child-actions.ts';
import type { RecordId } from '#domain/ids.ts';
import { type Saying, sayingsToAppend } from '#domain/preparation/preparation.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn } from '#storage/writes.ts';

/**
 * What sharing a preparation adds to the history of actions. Their session is the preparation: it is
 * said before one, and settles nothing.
 */
export function sayingWrites(workspace: Workspace, preparation: Preparation): readonly Write[] {
  const events = bodies(workspace, 'childActionEvents');
  return sayingsToAppend(preparation, events).flatMap((saying) => {
    const action = workspace.set.find('childActions', saying.update.actionId)?.body;
    // Settled meanwhile in a session: nothing said beforehand belongs after that.
    if (!action || actionState(action, events).status !== 'open') return [];
    const id = eventId(workspace, saying);
    const event = {
      id,
      actionId: action.id,
      childRef: action.childRef,
      sessionId: preparation.id,
      outcome: saying.outcome,
      on: todayIn(workspace),
      reason: saying.update.text,
      at: workspace.now,
      by: settingsOf(workspace).me,
    };
    return [created('childActionEvents', id, event)];
  });
}

const eventId = (workspace: Workspace, { isFirst, update }: Saying): RecordId =>
  isFirst && !workspace.set.findAnywhere(update.id) ? update.id : newRecordId(workspace);

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids
