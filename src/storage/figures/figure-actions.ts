import { actionState, standingEvents } from '#domain/actions/child-actions.ts';
import {
  type CalendarDate,
  dateInLondon,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { ActionHeld } from '#domain/figures/figure-facts.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

interface Agreed {
  readonly id: string;
  readonly agreedOn: string;
  readonly createdAt: string;
}

type Told = Pick<ChildActionEvent, 'id' | 'actionId' | 'outcome' | 'on' | 'at' | 'undoes'>;

const dayOr = (typed: string, at: string): CalendarDate =>
  parseCalendarDate(typed) ?? dateInLondon(toInstant(at));

/** One action with the days on which sessions carried it, and the day it was settled, if it is. */
function actionHeld(action: Agreed, events: readonly Told[]): ActionHeld {
  const own = standingEvents(events.filter(({ actionId }) => actionId === action.id));
  const { status, lastEvent } = actionState(action, own);
  return {
    ref: action.id,
    agreedOn: dayOr(action.agreedOn, action.createdAt),
    carriedOn: own
      .filter(({ outcome }) => outcome === 'carried')
      .map(({ on, at }) => dayOr(on, at)),
    settledOn: status === 'open' || !lastEvent ? undefined : dayOr(lastEvent.on, lastEvent.at),
  };
}

/** Actions about a worker, and those of the children on the worker's list: actions follow the child. */
export function actionsOfWorker(
  workspace: Workspace,
  staffRef: string,
  childRefs: ReadonlySet<string>,
): readonly ActionHeld[] {
  const ofChildren = bodies(workspace, 'childActionEvents');
  const ofStaff = bodies(workspace, 'staffActionEvents');
  return [
    ...bodies(workspace, 'childActions')
      .filter(({ childRef }) => childRefs.has(childRef))
      .map((action) => actionHeld(action, ofChildren)),
    ...bodies(workspace, 'staffActions')
      .filter(({ superviseeRef }) => superviseeRef === staffRef)
      .map((action) => actionHeld(action, ofStaff)),
  ];
}
