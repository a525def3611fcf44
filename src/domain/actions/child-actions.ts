import type { ChildRef } from '#domain/ids.ts';
import type { ChildAction, ChildActionEvent } from '#domain/records/action.ts';

/** An action and what has become of it: the fold of its events (ACT1). */
export interface ActionState<Action = ChildAction, Event = ChildActionEvent> {
  /** With the owner and the day that count now (ACT5). */
  readonly action: Action;
  readonly status: 'open' | 'done' | 'noLongerNeeded' | 'withdrawn';
  /** How many sessions carried it (ACT2). */
  readonly carried: number;
  readonly lastEvent: Event | undefined;
  /** What the practitioner said of it last, before a session (ACT4). It settles nothing. */
  readonly said: Event | undefined;
}

type Change = Pick<ChildActionEvent, 'owner' | 'byWhen' | 'dueOn'>;

type Told = Pick<ChildActionEvent, 'actionId' | 'outcome' | 'at' | 'undoes'> &
  Change & { readonly id?: string };

/** ACT6: what was undone counts for nothing. The history keeps it, and that it was undone. */
export function standingEvents<Event extends Pick<Told, 'id' | 'outcome' | 'undoes'>>(
  events: readonly Event[],
): readonly Event[] {
  const undone = new Set<string>(events.flatMap(({ undoes }) => undoes ?? []));
  return events.filter(({ id = '', outcome }) => outcome !== 'undone' && !undone.has(id));
}

/** ACT5: the latest event that names an owner or a day says which it is now. */
function changesIn(own: readonly Change[]): Change {
  const last = <K extends keyof Change>(key: K) =>
    own.findLast((event) => event[key] !== undefined)?.[key];
  const [owner, byWhen, dueOn] = [last('owner'), last('byWhen'), last('dueOn')];
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(byWhen === undefined ? {} : { byWhen }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

/** The same fold for an action about a child and for one about a member of staff. */
export function actionState<Action extends { readonly id: string }, Event extends Told>(
  action: Action,
  events: readonly Event[],
): ActionState<Action, Event> {
  const all = standingEvents(events.filter(({ actionId }) => actionId === action.id)).toSorted(
    (a, b) => (a.at < b.at ? -1 : 1),
  );
  const own = all.filter(({ outcome }) => !isSaid(outcome));
  const lastEvent = own.at(-1);
  const carried = own.filter(({ outcome }) => outcome === 'carried').length;
  const outcome = lastEvent?.outcome ?? 'restored';
  const settled = outcome === 'done' || outcome === 'noLongerNeeded' || outcome === 'withdrawn';
  const said = all.findLast((event) => isSaid(event.outcome));
  const now = { ...action, ...changesIn(own) };
  return { action: now, status: settled ? outcome : 'open', carried, lastEvent, said };
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
