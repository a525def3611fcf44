import type { CalendarDate, Instant } from '#domain/dates/calendar-date.ts';
import type { Strength } from '#domain/policies/profile-words.ts';

/**
 * What every due-date function of this folder answers (DUE1–DUE9 in ../RULES.md), so that each screen,
 * export and figure says the same. None of them reads a clock: `now` or `today` is an argument.
 */
export type DueStatus =
  | 'breach'
  | 'overdue_explained'
  | 'overdue'
  | 'due_today'
  | 'due_soon'
  | 'no_date_held'
  | 'target_missed'
  | 'due_today_target'
  | 'not_yet_due'
  | 'ok';

export interface RuleCited {
  /** `R-01` and so on of the domain specification, `C-18` where the rule is one of its readings. */
  readonly rule: string;
  /** File and line of the policy; null where the number is our reading and not its text. */
  readonly clause: string | null;
  readonly strength: Strength;
}

/** A date beside the due one: a target before it, a backstop after it. */
export interface OtherDate extends RuleCited {
  readonly on: CalendarDate;
  readonly planBy: CalendarDate;
  readonly words: string;
}

/** The day counted from, and what happened on it. `footprint`: no date is held, so from our start. */
export interface CountedFrom {
  readonly on: CalendarDate;
  readonly what:
    | 'lastHeld'
    | 'started'
    | 'allocated'
    | 'opened'
    | 'changed'
    | 'joined'
    | 'signed'
    | 'footprint';
}

export interface Due extends RuleCited {
  readonly outcome: 'due';
  readonly status: DueStatus;
  /** The last day that is on time. It never rolls over a weekend or holiday. */
  readonly dueOn: CalendarDate;
  /** Where hours count: the last moment. */
  readonly dueAt?: Instant;
  /** The first day that can be late: with `dueAt` the same day, after that time. */
  readonly overdueFrom: CalendarDate;
  /** The last working day on or before `dueOn`. */
  readonly planBy: CalendarDate;
  /** Calendar days past `dueOn`; 0 until then. */
  readonly daysLate: number;
  readonly countedFrom: CountedFrom;
  readonly words: string;
  /** `computed`: `planBy` rests on a bank holiday that nobody has published yet. */
  readonly holidays: 'known' | 'computed';
  readonly target?: OtherDate;
  readonly backstop?: OtherDate;
}

/** Nothing is due, and why: the policy does not ask for it, or there is no day to count from. */
export interface NotDue {
  readonly outcome: 'none';
  readonly why: string;
}

export type DueAnswer = Due | NotDue;
