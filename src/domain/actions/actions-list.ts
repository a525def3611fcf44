import { currentAllocation, isOpenOn } from '#domain/caseload/caseload.ts';
import { countOf } from '#domain/count-words.ts';
import { saysNextSession } from '#domain/dates/by-when.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  formatDate,
  parseCalendarDate,
  weekday,
} from '#domain/dates/calendar-date.ts';
import type { Allocation, Child } from '#domain/records/child.ts';

export type WhenDue = 'overdue' | 'thisWeek' | 'later' | 'noDate';

/** Where an action stands against its day: what is late, and what is due by Sunday. */
export interface ActionDue {
  readonly when: WhenDue;
  /** Undefined where words were typed that are no date, or nothing. */
  readonly on: CalendarDate | undefined;
  /** "By 27 November 2026", "Next session, 24 November 2026", or the words as typed. */
  readonly by: string;
  /** "Overdue by 3 days", "Due today"; '' where there is nothing to say. */
  readonly words: string;
}

interface DueQuestion {
  readonly byWhen: string;
  readonly dueOn: string;
  /** The session that "next session" meant, planned or held; undefined where there is none yet. */
  readonly nextSessionOn: CalendarDate | undefined;
  readonly today: CalendarDate;
}

/** ALIST1 to ALIST3: the day itself is not late, and "next session" has the session's day (TYPED13). */
export function actionDue({ byWhen, dueOn, nextSessionOn, today }: DueQuestion): ActionDue {
  const typedDay = parseCalendarDate(dueOn);
  const isNext = !typedDay && saysNextSession(byWhen);
  const on = typedDay ?? (isNext ? nextSessionOn : undefined);
  const by = isNext
    ? `Next session${on ? `, ${formatDate(on)}` : ': no date planned yet'}`
    : on
      ? `By ${formatDate(on)}`
      : byWhen.trim() || 'No date';
  if (!on) return { when: 'noDate', on, by, words: '' };
  if (on < today) {
    const words = `Overdue by ${countOf(daysBetween(on, today), 'day')}`;
    return { when: 'overdue', on, by, words };
  }
  const sunday = addDays(today, 7 - weekday(today));
  const when = on <= sunday ? 'thisWeek' : 'later';
  return { when, on, by, words: on === today ? 'Due today' : '' };
}

/**
 * ALIST6: the worker an action is with now, by reference; '' where nobody is allocated. Of a closed case
 * whoever had it last: somebody has to settle what is open.
 */
export function whoHas(
  child: Child,
  allocations: readonly Allocation[],
  today: CalendarDate,
): string {
  const current = currentAllocation(child.ref, allocations, today);
  if (current) return current.staffRef;
  if (isOpenOn(child, today)) return '';
  const own = allocations.filter(({ childRef }) => childRef === child.ref);
  return own.toSorted((a, b) => (a.from < b.from ? 1 : -1)).at(0)?.staffRef ?? '';
}

interface Sortable {
  readonly due: ActionDue;
  readonly state: { readonly action: { readonly id: string; readonly createdAt: string } };
}

/** ALIST4: the longest overdue first; what has no date last, the oldest of it first. */
export function byDay(a: Sortable, b: Sortable): number {
  const key = ({ due, state: { action } }: Sortable) =>
    `${due.on ?? '9999'} ${action.createdAt} ${action.id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The same owner, however the name was typed. */
export const ownerKey = (owner: string): string => owner.trim().toLowerCase().replace(/\s+/g, ' ');

export interface ActionFilter {
  /** A worker's reference, `none` for children whom nobody is allocated to, or '' for everyone. */
  readonly worker: string;
  readonly owner: string;
  readonly when: '' | 'overdue' | 'thisWeek';
}

interface Filterable {
  readonly worker: string;
  readonly due: ActionDue;
  readonly state: { readonly action: { readonly owner: string } };
}

/** What is chosen narrows the list; each choice by itself, and all of them together. */
export const matchesFilter =
  ({ worker, owner, when }: ActionFilter) =>
  (row: Filterable): boolean =>
    (worker === '' || (worker === 'none' ? row.worker === '' : row.worker === worker)) &&
    (owner === '' || ownerKey(row.state.action.owner) === owner) &&
    (when === '' || row.due.when === when);
