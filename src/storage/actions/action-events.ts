import {
  type ActionChange,
  type ActionCommand,
  type MissingOfChange,
  missingForChange,
  partsOfChange,
} from '#domain/actions/action-change.ts';
import { actionState, standingEvents } from '#domain/actions/child-actions.ts';
import type { RecordId } from '#domain/ids.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';
import type { StaffActionEvent } from '#domain/records/staff-action.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn } from '#storage/writes.ts';

/** Which of the two files an action is on. The events are kept on the same one. */
export interface ActionOf {
  readonly file: 'child' | 'staff';
  readonly actionId: string;
}

export type SayOutcome =
  | { readonly outcome: 'said' }
  | { readonly outcome: 'missing'; readonly missing: readonly MissingOfChange[] }
  /** Settled meanwhile, in a session or in another tab. */
  | { readonly outcome: 'notOpen' };

/**
 * [Note: Events outside a session] An event says which session it comes from. One that is said in the list
 * of actions comes from none: it has its own id there, which no session has, so that the next session finds
 * it settled (ACT3) and it can be told from what a session said.
 */
type Said = Pick<ChildActionEvent, 'outcome' | 'on' | 'reason'> &
  Partial<Pick<ChildActionEvent, 'owner' | 'byWhen' | 'dueOn' | 'undoes'>>;

/** Appends what has become of an open action; nothing that was said before is changed (ACT1). */
export async function sayOfAction(
  workspace: Workspace,
  about: ActionOf,
  command: ActionCommand,
  change: ActionChange,
): Promise<SayOutcome> {
  const today = todayIn(workspace);
  const missing = missingForChange(command, change, today);
  if (missing.length > 0) return { outcome: 'missing', missing };
  let outcome: SayOutcome = { outcome: 'notOpen' };
  await workspace.change(() => {
    if (statusOf(workspace, about) !== 'open') return [];
    outcome = { outcome: 'said' };
    return eventWrites(workspace, about, {
      outcome: command,
      ...partsOfChange(command, change, today),
    });
  });
  return outcome;
}

const eventsIn = (
  workspace: Pick<Workspace, 'set'>,
  { file, actionId }: ActionOf,
): readonly (ChildActionEvent | StaffActionEvent)[] =>
  bodies(workspace, file === 'child' ? 'childActionEvents' : 'staffActionEvents').filter(
    (event) => event.actionId === actionId,
  );

const findAction = ({ set }: Pick<Workspace, 'set'>, { file, actionId }: ActionOf) =>
  set.find(file === 'child' ? 'childActions' : 'staffActions', actionId)?.body;

function statusOf(workspace: Workspace, about: ActionOf) {
  const action = findAction(workspace, about);
  return action && actionState(action, eventsIn(workspace, about)).status;
}

/** The last that was said of it, where that was I, outside a session: only that can be taken back (ACT6). */
export function undoable(
  workspace: Pick<Workspace, 'set'>,
  about: ActionOf,
): ChildActionEvent | StaffActionEvent | undefined {
  const { me, alsoMe } = settingsOf(workspace);
  const standing = standingEvents(eventsIn(workspace, about));
  const last = standing.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const isMine = last && [me as string, ...alsoMe].includes(last.by);
  return isMine && last.sessionId === last.id && !isSaid(last) ? last : undefined;
}

/** Said beforehand, and perhaps read by the other already: saying the opposite is how it is taken back. */
const isSaid = ({ outcome }: { readonly outcome: string }): boolean =>
  outcome === 'saidDone' || outcome === 'saidNotDone';

/** Takes back the last thing that was said here. False where something else was said since. */
export async function undoLast(workspace: Workspace, about: ActionOf): Promise<boolean> {
  let isUndone = false;
  await workspace.change(() => {
    const last = undoable(workspace, about);
    if (!last) return [];
    isUndone = true;
    const on = todayIn(workspace);
    return eventWrites(workspace, about, { outcome: 'undone', on, reason: '', undoes: last.id });
  });
  return isUndone;
}

function eventWrites(workspace: Workspace, about: ActionOf, said: Said) {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const common = { id, sessionId: id, ...said, at: workspace.now, by: settingsOf(workspace).me };
  if (about.file === 'child') {
    const action = workspace.set.find('childActions', about.actionId)?.body;
    if (!action) return [];
    const { id: actionId, childRef } = action;
    return [created('childActionEvents', id, { ...common, actionId, childRef })];
  }
  const action = workspace.set.find('staffActions', about.actionId)?.body;
  if (!action) return [];
  const { id: actionId, superviseeRef } = action;
  return [created('staffActionEvents', id, { ...common, actionId, superviseeRef })];
}
