import type { ChildRef } from './ids.ts';
import type { ChildAction, ChildActionEvent } from './records/action.ts';

/** An action and what has become of it: the fold of its events (ACT1). */
export interface ActionState<Action = ChildAction, Event = ChildActionEvent> {
  readonly action: Action;
  readonly status: 'open' | 'done' | 'noLongerNeeded' | 'withdrawn';
  /** How many sessions carried it (ACT2). */
  readonly carried: number;
  readonly lastEvent: Event | undefined;
  /** What the practitioner said of it last, before a session (ACT4). It settles nothing. */
  readonly said: Event | undefined;
}

type Told = Pick<ChildActionEvent, 'actionId' | 'outcome' | 'at'>;

/** The same fold for an action about a child and for one about a member of staff. */
export function actionState<Action extends { readonly id: string }, Event extends Told>(
  action: Action,
  events: readonly Event[],
): ActionState<Action, Event> {
  const all = events
    .filter(({ actionId }) => actionId === action.id)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const own = all.filter(({ outcome }) => !isSaid(outcome));
  const lastEvent = own.at(-1);
  const carried = own.filter(({ outcome }) => outcome === 'carried').length;
  const outcome = lastEvent?.outcome ?? 'restored';
  const settled = outcome === 'done' || outcome === 'noLongerNeeded' || outcome === 'withdrawn';
  const said = all.findLast((event) => isSaid(event.outcome));
  return { action, status: settled ? outcome : 'open', carried, lastEvent, said };
}

const isSaid = (outcome: ChildActionEvent['outcome']): boolean =>
  outcome === 'saidDone' || outcome === 'saidNotDone';

/** Open actions of a child, oldest first: they follow the child, not the session or the worker. */
export function openActionsOf(
  childRef: ChildRef,
  actions: readonly ChildAction[],
  events: readonly ChildActionEvent[],
): readonly ActionState[] {
  return actions
    .filter((action) => action.childRef === childRef)
    .map((action) => actionState(action, events))
    .filter(({ status }) => status === 'open')
    .sort((a, b) => (a.action.createdAt < b.action.createdAt ? -1 : 1));
}

/** Where an action or an event comes from: its session, and when it was written. */
export interface Origin {
  readonly sessionId: string;
  readonly at: string;
}

/**
 * The open actions as a session found them: made before it, and not settled before it either. What this
 * session itself says of them does not take them off its own list, nor does what a later session says:
 * a record may be finalised after the next session was held (ACT3).
 */
export function actionsToReview(
  childRef: ChildRef,
  isEarlier: (origin: Origin) => boolean,
  actions: readonly ChildAction[],
  events: readonly ChildActionEvent[],
): readonly ActionState[] {
  const made = actions.filter(({ sessionId, createdAt: at }) => isEarlier({ sessionId, at }));
  return openActionsOf(childRef, made, events.filter(isEarlier));
}
