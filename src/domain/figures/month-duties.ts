import { addDays, type CalendarDate, earlierOf, laterOf } from '#domain/dates/calendar-date.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import type { MonthDays } from './figure-month.ts';

/** A day by which something was due, and the first day after which it was done. */
export interface Duty {
  readonly dueOn: CalendarDate;
  /** In time or not; undefined where it was not done in the month. */
  readonly doneOn?: CalendarDate;
  /** Counted from the day Footprint started: no earlier date is held. */
  readonly noDateHeld: boolean;
}

export const isInTime = ({ dueOn, doneOn }: Duty): boolean =>
  doneOn !== undefined && doneOn <= dueOn;

/** Late, or left undone on a day that is over. */
export const isMissed = (duty: Duty, { over }: Pick<MonthDays, 'over'>): boolean =>
  duty.doneOn === undefined ? duty.dueOn < over : duty.doneOn > duty.dueOn;

/**
 * FIG7: what was due in a month, by asking the one due-date function again after each time it was done:
 * `ask` answers for a day as if nothing had happened on it or since. What was overdue when the month began
 * is due in it. Once nobody of this list answers for it any more, only what was due until then is.
 */
export function monthDuties(question: {
  readonly days: MonthDays;
  readonly from?: CalendarDate | undefined;
  /** The first day it is somebody else's, or nobody's. */
  readonly until?: CalendarDate | undefined;
  /** The days on which it was done, in any order. */
  readonly done: readonly CalendarDate[];
  readonly ask: (on: CalendarDate, isLastAsked: boolean) => DueAnswer;
  /** The month's own due day, where the month before was missed. */
  readonly ownDay?: ((dueOn: CalendarDate) => CalendarDate) | undefined;
}): readonly Duty[] {
  const { days, from = days.first, until, done, ask, ownDay = (dueOn) => dueOn } = question;
  const first = laterOf(days.first, from);
  const last = until === undefined ? days.last : earlierOf(days.last, addDays(until, -1));
  const known = earlierOf(days.known, last);
  if (first > known) return [];

  const doneDays = [...new Set(done)].filter((on) => on >= first && on <= known).sort();
  return [...doneDays, undefined].flatMap((doneOn): readonly Duty[] => {
    const answer = ask(doneOn ?? known, doneOn === undefined);
    if (answer.outcome === 'none') return [];
    const dueOn = ownDay(answer.dueOn);
    const isAnswered = doneOn !== undefined || laterOf(dueOn, first) <= last;
    if (dueOn > days.last || !isAnswered) return [];
    const noDateHeld = answer.countedFrom.what === 'footprint';
    return [{ dueOn, noDateHeld, ...(doneOn === undefined ? {} : { doneOn }) }];
  });
}
