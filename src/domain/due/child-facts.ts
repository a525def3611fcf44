import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import { type DayOrMoment, dayOf } from '#domain/recording/recording-deadline.ts';
import type { ChildEvent } from './clock-events.ts';
import type { CountedFrom } from './due-result.ts';

/** What a child's interval follows from. */
export interface ChildStatus {
  /** Codes of the profile's cohorts; several where several apply. */
  readonly cohorts: readonly string[];
  readonly higherRisk?: boolean | undefined;
}

/** The two fields that a longer interval in care rests on (000:124, C-29). */
export interface PermanenceFacts {
  readonly permanenceDecisionDate?: string | undefined;
  readonly permanenceApprovedBy?: string | undefined;
}

export interface ChildOverride {
  readonly interval: Interval;
  readonly reason: string;
  /** The day it was decided, where known: then it cannot make a child late on that very day. */
  readonly setOn?: CalendarDate | undefined;
}

/** What is known of one child. What is not known stays undefined; nothing is guessed. */
export interface ChildFacts extends ChildStatus, PermanenceFacts {
  /** The status before the latest change, and the day of the change. */
  readonly changed?: { readonly on: CalendarDate; readonly from: ChildStatus } | undefined;
  readonly override?: ChildOverride | undefined;
  readonly allocatedAt?: DayOrMoment | undefined;
  /** The day the case opened, where that is not its allocation. */
  readonly openedOn?: CalendarDate | undefined;
  /** Worked with in a Family Safeguarding team, where practice is supervised in a group (004:17). */
  readonly familySafeguarding?: boolean | undefined;
  /** A person said that this child was never discussed. */
  readonly neverDiscussed?: boolean | undefined;
}

export interface ChildHistory {
  readonly child: ChildFacts;
  /** In any order; those after `now` have not happened yet. */
  readonly events: readonly ChildEvent[];
  readonly footprintStartedOn?: CalendarDate | undefined;
}

/** The day this child came to the worker: the allocation, else the day the case opened. */
export function childBegan({ allocatedAt, openedOn }: ChildFacts): CountedFrom | undefined {
  if (allocatedAt !== undefined) return { on: dayOf(allocatedAt), what: 'allocated' };
  return openedOn && { on: openedOn, what: 'opened' };
}
