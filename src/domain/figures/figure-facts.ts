import type { CalendarDate, CalendarMonth } from '#domain/dates/calendar-date.ts';
import type { InformalDecision, RevisitingSession } from '#domain/decisions/pending-decisions.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { Absences } from '#domain/due/leave.ts';
import type { HeldSession, Worker } from '#domain/due/worker.ts';
import type { CaseCoverage } from '#domain/notes/case-coverage.ts';
import type { DayOrMoment, RecordingDeadline } from '#domain/recording/recording-deadline.ts';

/** A formal session that was ended with both there, and how far it got through the open cases. */
export interface SessionHeld extends HeldSession {
  readonly ref: string;
  /** Undefined where it was not for cases. */
  readonly coverage?: CaseCoverage | undefined;
}

/** A session that was planned for a day. */
export interface SessionPlanned {
  readonly ref: string;
  readonly plannedFor: CalendarDate;
  readonly heldOn?: CalendarDate | undefined;
  /** Why it was cancelled, in the words chosen; undefined where nobody said. */
  readonly cancelledBecause?: string | undefined;
}

/** A planned day that was cancelled (domain-spec A10). A session that is planned again has a day of its own. */
export interface SessionCancelled {
  readonly ref: string;
  readonly plannedFor: CalendarDate;
  /** In the words chosen; '' where nobody said. It is on the supervision file alone. */
  readonly because: string;
  readonly exceptional?: boolean | undefined;
  readonly rearrangedFor?: CalendarDate | undefined;
}

/** A child on the worker's list, from and to (LIST1, LIST2), with all that happened about it. */
export interface ChildOnList {
  readonly ref: string;
  /** Undefined: from before anybody wrote it down. */
  readonly from?: CalendarDate | undefined;
  /** The first day it was no longer with this worker, or no longer open. */
  readonly until?: CalendarDate | undefined;
  /** The status in the policy's words. */
  readonly status: string;
  /** As it was known on the month's last day. */
  readonly facts: ChildFacts;
  readonly events: readonly ChildEvent[];
}

/** A record with a deadline: of a discussion, of a decision, or a session's notes. */
export interface RecordDue {
  readonly ref: string;
  /** The day of what is recorded: its month is the record's. */
  readonly on: CalendarDate;
  /** By the rules of the day, or of the version it was finalised under (PROF11). */
  readonly deadline: RecordingDeadline;
  /** In the case system; of notes, finalised (design section 3, "Deadlines"). */
  readonly recordedOn?: DayOrMoment | undefined;
}

/** An agreement that was in force from a day on. */
export interface AgreementHeld {
  readonly since: CalendarDate;
  /** Days of reviews after which it went on as it was. */
  readonly reviewedOn: readonly CalendarDate[];
}

/** A family that more than one team works with. */
export interface FamilyOfTeams {
  readonly ref: string;
  readonly secondTeamJoined: CalendarDate;
  readonly events: readonly ChildEvent[];
}

export interface ActionHeld {
  readonly ref: string;
  readonly agreedOn: CalendarDate;
  readonly carriedOn: readonly CalendarDate[];
  readonly settledOn?: CalendarDate | undefined;
}

/**
 * Everything that the figures of one worker are counted from. A list that is left out is one that nothing
 * holds yet: its figures are "not measured". An empty list is "there was none".
 */
export interface WorkerRecords {
  readonly ref: string;
  readonly worker: Worker;
  readonly footprintStartedOn?: CalendarDate | undefined;
  readonly sessions: readonly SessionHeld[];
  readonly planned: readonly SessionPlanned[];
  readonly cancelled?: readonly SessionCancelled[] | undefined;
  readonly absences: Absences;
  /** Missed months that finished notes explain in writing (A2.4). */
  readonly explainedInWriting: readonly CalendarMonth[];
  readonly children: readonly ChildOnList[];
  readonly groupDays?: readonly CalendarDate[] | undefined;
  /** Due in working days, and in hours: each record is in one of the two. */
  readonly childRecords: readonly RecordDue[];
  readonly urgentRecords: readonly RecordDue[];
  readonly staffNotes: readonly RecordDue[];
  readonly agreements: readonly AgreementHeld[];
  readonly observedOn?: readonly CalendarDate[] | undefined;
  /** Of an Assistant Team Manager, whose own supervising is observed. */
  readonly supervisingObservedOn?: readonly CalendarDate[] | undefined;
  readonly supervises?: boolean | undefined;
  readonly families?: readonly FamilyOfTeams[] | undefined;
  readonly decisions?: readonly InformalDecision[] | undefined;
  readonly revisiting?: readonly RevisitingSession[] | undefined;
  readonly actions: readonly ActionHeld[];
}
