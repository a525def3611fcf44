import { type ByWhen, readByWhen } from '#domain/dates/by-when.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';

/** What can be said of an open action outside a session. Taking back is a command of its own. */
export const actionCommands = [
  'done',
  'carried',
  'noLongerNeeded',
  'changed',
  'saidDone',
  'saidNotDone',
] as const satisfies readonly ChildActionEvent['outcome'][];
export type ActionCommand = (typeof actionCommands)[number];

/** As typed. Which of them a command asks for: `missingForChange`. */
export interface ActionChange {
  readonly on: string;
  readonly reason: string;
  readonly owner: string;
  readonly byWhen: string;
}

export type ChangeField = keyof ActionChange;

export interface MissingOfChange {
  readonly field: ChangeField;
  readonly message: string;
}

const blank = (text: string): boolean => text.trim() === '';

/** Done on a day that has been: a bare weekday is the last one. */
export const readDoneOn = (typed: string, today: CalendarDate): TypedDate =>
  readTypedDate(typed, today, { prefer: 'past' });

/**
 * ALIST5: done has its day, which has come; carried on has a reason and a new day; no longer needed
 * has a reason; a change has an owner and a day. Words that are no date are kept, as in a session.
 */
export function missingForChange(
  command: ActionCommand,
  { on, reason, owner, byWhen }: ActionChange,
  today: CalendarDate,
): readonly MissingOfChange[] {
  const missing: MissingOfChange[] = [];
  const need = (field: ChangeField, message: string) => missing.push({ field, message });
  if (command === 'done') {
    const day = readDoneOn(on, today);
    if (day.outcome === 'empty') need('on', 'Enter the day it was done');
    else if (day.outcome === 'unreadable') need('on', day.reason);
    else if (day.date > today) need('on', 'The day it was done must be today or in the past');
  }
  if (command === 'carried' && blank(reason)) need('reason', 'Write why it is not done yet');
  if (command === 'noLongerNeeded' && blank(reason)) {
    need('reason', 'Write why it is no longer needed');
  }
  if (command === 'changed' && blank(owner)) need('owner', 'Write who has the action');
  if ((command === 'carried' || command === 'changed') && blank(byWhen)) {
    need('byWhen', 'Enter the new day');
  }
  return missing;
}

/** What the event keeps of it: the words as typed, and the date that is read from them. */
export function partsOfChange(
  command: ActionCommand,
  change: ActionChange,
  today: CalendarDate,
): Pick<ChildActionEvent, 'on' | 'reason'> &
  Partial<Pick<ChildActionEvent, 'owner' | 'byWhen' | 'dueOn'>> {
  const { reason, owner, byWhen } = change;
  const day = command === 'done' ? readDoneOn(change.on, today) : undefined;
  const on = day?.outcome === 'read' ? day.date : today;
  const moved = { byWhen, dueOn: dateOf(readByWhen(byWhen, today)) };
  if (command === 'carried') return { on, reason, ...moved };
  if (command === 'changed') return { on, reason, owner, ...moved };
  return { on, reason };
}

/** TYPED13: "next session" keeps no date of its own, so that it moves with the session. */
const dateOf = (read: ByWhen): string => (read.outcome === 'read' ? read.date : '');
