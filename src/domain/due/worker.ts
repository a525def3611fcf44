import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';

/** A1.2 of the domain specification, as far as a rule depends on it; `default` is everybody else. */
export const workerStages = [
  'default',
  'asye',
  'student',
  'probation',
  'newlyQualified',
  'experienced',
  'nonCaseHolding',
  'manager',
] as const;
export type WorkerStage = (typeof workerStages)[number];

/** An interval that a person set for one worker or child. */
export interface OwnInterval {
  readonly interval: Interval;
  readonly reason?: string | undefined;
}

/** What a worker's interval depends on. What is not known stays undefined; nothing is guessed. */
export interface Worker {
  readonly stage: WorkerStage;
  /** In this job, or of the ASYE: where its phases count from. */
  readonly startedOn?: CalendarDate | undefined;
  readonly sixMonthReviewDate?: CalendarDate | undefined;
  readonly agreedFortnightlyFrom?: CalendarDate | undefined;
  /** An earlier move to the last phase, with its reason (000:98-100). */
  readonly steppedDown?: { readonly on: CalendarDate; readonly reason: string } | undefined;
  /** The frequency agreed in the contract (C-8). */
  readonly agreedInterval?: Interval | undefined;
  /** Set by hand: probation, hours, closer support. */
  readonly ownInterval?: OwnInterval | undefined;
  /** False only where it is known; a backstop for case holders applies to everybody else. */
  readonly holdsCases?: boolean | undefined;
  readonly managesComplexCases?: boolean | undefined;
  /** The part whose supervisor asks, where the worker has one for each (SUPV3); left out: both are one. */
  readonly answersFor?: SessionPart | undefined;
}

export type SessionPart = 'personal' | 'case';

/** A formal one-to-one session that was ended. A group or informal one is never passed here. */
export interface HeldSession {
  /** The last sitting's day. */
  readonly on: CalendarDate;
  /** Undefined: it was all of them (C-27). Empty: a group's, which meets no worker's clock. */
  readonly parts?: readonly SessionPart[] | undefined;
}
