import { type ActionDue, actionDue, whoHas } from '#domain/actions/actions-list.ts';
import { type ActionState, actionState, standingEvents } from '#domain/actions/child-actions.ts';
import { isOpenOn } from '#domain/caseload/caseload.ts';
import { type CalendarDate, daysBetween, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildAction, ChildActionEvent } from '#domain/records/action.ts';
import type { Allocation, Child } from '#domain/records/child.ts';
import type { StaffAction, StaffActionEvent } from '#domain/records/staff-action.ts';
import { dayOfText } from '#storage/child-file/chronology-line.ts';
import {
  type DaysOfSessions,
  daysOfSessions,
  nextSessionAfter,
} from '#storage/session/next-session.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, todayIn } from '#storage/writes.ts';

interface Row<Action, Event> {
  readonly state: ActionState<Action, Event>;
  /** All that was said of it, what was undone too, the newest first. */
  readonly history: readonly Event[];
  readonly due: ActionDue;
  /** The worker's reference: of the child now, or of a closed case at its end; '' where nobody is. */
  readonly worker: string;
  /** It is about my own work: I am the worker, and somebody else may supervise me. */
  readonly isMine: boolean;
}

export interface ChildActionRow extends Row<ChildAction, ChildActionEvent> {
  readonly file: 'child';
  readonly child: Child;
  readonly childRowId: string;
  readonly isClosed: boolean;
}

export interface StaffActionRow extends Row<StaffAction, StaffActionEvent> {
  readonly file: 'staff';
}

/** How long what was settled can still be found in the list. */
const DAYS_AFTERWARDS = 28;

interface Kept {
  readonly status: ActionState['status'];
  readonly lastEvent: { readonly on: string; readonly at: string } | undefined;
}

/** Open, or settled lately: a mistake is seen afterwards. What was taken out again is neither. */
function isListed({ status, lastEvent }: Kept, today: CalendarDate): boolean {
  if (status === 'open') return true;
  const on = parseCalendarDate(dayOfText(lastEvent?.at ?? ''));
  return status !== 'withdrawn' && on !== undefined && daysBetween(on, today) <= DAYS_AFTERWARDS;
}

/**
 * The actions of children that this device holds: they follow the child, whoever the worker is now, and are
 * there when the case is closed (ALIST6). Whose they are is worked out from the list, not from the session.
 */
export function childActionRows(workspace: Workspace): readonly ChildActionRow[] {
  const common = commonOf(workspace);
  const children = childrenByRef(workspace);
  const workers = new Map<string, string>();
  const workerOf = (child: Child): string => {
    const own = common.allocations.get(child.ref) ?? [];
    const known = workers.get(child.ref) ?? whoHas(child, own, common.today);
    workers.set(child.ref, known);
    return known;
  };
  const events = byAction(bodies(workspace, 'childActionEvents'));
  return bodies(workspace, 'childActions').flatMap((action): readonly ChildActionRow[] => {
    const held = children.get(action.childRef);
    const history = events.get(action.id) ?? [];
    const state = actionState(action, history);
    if (!held || held.child.removed || !isListed(state, common.today)) return [];
    const worker = workerOf(held.child);
    const isClosed = !isOpenOn(held.child, common.today);
    const { child, id: childRowId } = held;
    return [
      { file: 'child', child, childRowId, isClosed, ...rowOf(common, { state, history, worker }) },
    ];
  });
}

/** Actions about people, on the supervision file: never in one list with the children's. */
export function staffActionRows(workspace: Workspace): readonly StaffActionRow[] {
  const common = commonOf(workspace);
  const events = byAction(bodies(workspace, 'staffActionEvents'));
  return bodies(workspace, 'staffActions').flatMap((action): readonly StaffActionRow[] => {
    const history = events.get(action.id) ?? [];
    const state = actionState(action, history);
    if (!isListed(state, common.today)) return [];
    return [{ file: 'staff', ...rowOf(common, { state, history, worker: action.superviseeRef }) }];
  });
}

interface Common {
  readonly today: CalendarDate;
  readonly mine: readonly string[];
  readonly allocations: ReadonlyMap<string, readonly Allocation[]>;
  readonly sessions: DaysOfSessions;
}

function commonOf(workspace: Workspace): Common {
  const { me, alsoMe } = settingsOf(workspace);
  const allocations = new Map<string, Allocation[]>();
  for (const each of bodies(workspace, 'allocations')) {
    const own = allocations.get(each.childRef);
    if (own) own.push(each);
    else allocations.set(each.childRef, [each]);
  }
  return {
    today: todayIn(workspace),
    mine: [me, ...alsoMe],
    allocations,
    sessions: daysOfSessions(workspace),
  };
}

type Dated = { readonly byWhen: string; readonly dueOn: string; readonly agreedOn: string };
type Told = Pick<ChildActionEvent, 'id' | 'outcome' | 'undoes' | 'byWhen' | 'on' | 'at'>;

function rowOf<Action extends Dated, Event extends Told>(
  { today, mine, sessions }: Common,
  about: {
    readonly state: ActionState<Action, Event>;
    readonly history: readonly Event[];
    readonly worker: string;
  },
): Row<Action, Event> {
  const { state, history, worker } = about;
  const { byWhen, dueOn, agreedOn } = state.action;
  // "Next session" is the one after it was said, also where an event said it later than the action.
  const sorted = history.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const saidBy = standingEvents(sorted).find((event) => event.byWhen !== undefined);
  const saidOn = saidBy ? saidBy.on : agreedOn;
  const nextSessionOn = nextSessionAfter(sessions, worker, saidOn);
  const due = actionDue({ byWhen, dueOn, nextSessionOn, today });
  return { state, history: sorted, due, worker, isMine: mine.includes(worker) };
}

function childrenByRef(workspace: Workspace) {
  const found = new Map<string, { readonly child: Child; readonly id: string }>();
  for (const { id, body: child } of findAll(workspace, 'children')) {
    const held = { child, id };
    for (const ref of [...child.aliases, child.ref]) found.set(ref, held);
  }
  return found;
}

function byAction<Event extends { readonly actionId: string }>(events: readonly Event[]) {
  const found = new Map<string, Event[]>();
  for (const event of events) {
    const own = found.get(event.actionId);
    if (own) own.push(event);
    else found.set(event.actionId, [event]);
  }
  return found;
}
