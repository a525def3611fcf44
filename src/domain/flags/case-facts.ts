import type { CalendarDate, CalendarMonth } from '#domain/dates/calendar-date.ts';
import type { ChildDue } from '#domain/due/child-due.ts';
import type { DueAnswer, NotDue } from '#domain/due/due-result.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';

/** A decision about the child that is not withdrawn, made in a session or between two. */
export interface DecisionFact {
  readonly on: CalendarDate;
  readonly text: string;
  readonly significance: 'routine' | 'significant' | 'urgent';
  readonly changesDirection?: boolean | undefined;
  /** `pending`: made informally, and not yet confirmed, changed or withdrawn in a session. */
  readonly revisit: 'notRequired' | 'pending' | 'revisited';
}

/** An action that is open. One that is done or no longer needed is left out. */
export interface ActionFact {
  readonly what: string;
  readonly owner: string;
  /** Where the day that was typed could be read. */
  readonly dueOn?: CalendarDate | undefined;
  /** In how many sessions it was carried forward (ACT2). */
  readonly carried: number;
  readonly immediateSafeguarding?: boolean | undefined;
}

/** Time without supervision: a month that was missed, or an absence. Its kind is nobody's business. */
export type GapFact =
  | { readonly what: 'missedMonth'; readonly month: CalendarMonth }
  | {
      readonly what: 'absence';
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly workingDays: number;
    };

/** Dates of the council's own data, or of a person's check. Undefined is "not held", never "no". */
export interface CouncilFacts {
  /** The day the data tell of. Undefined: they were said today. */
  readonly asAt?: CalendarDate | undefined;
  readonly lastSeenOn?: CalendarDate | undefined;
  readonly lastSeenAloneOn?: CalendarDate | undefined;
  readonly inTouchOn?: CalendarDate | undefined;
  /** Days between visits in the child's plan, where the plan has a number. */
  readonly visitEveryDays?: number | undefined;
  /** Whether there is a plan, up to date, as somebody checked. A date alone does not tell. */
  readonly planUpToDate?: boolean | undefined;
  readonly assessmentUpToDate?: boolean | undefined;
  readonly lastReviewOn?: CalendarDate | undefined;
  readonly nextReviewOn?: CalendarDate | undefined;
  readonly inCareSince?: CalendarDate | undefined;
  /** `recorded`: there is a plan and no decision yet (C-29). `none`: somebody said there is none. */
  readonly permanence?: 'decided' | 'recorded' | 'none' | undefined;
}

export type Dynamic =
  | 'disguisedCompliance'
  | 'resistance'
  | 'ambivalence'
  | 'selectiveCooperation'
  | 'dangerous';

/** What the record of the last discussion says. Undefined: it was not asked or is not known. */
export interface LastRecordFacts {
  readonly on: CalendarDate;
  readonly childVoice?: 'recorded' | 'empty' | undefined;
  readonly difference?: 'made' | 'none' | 'unclear' | undefined;
  readonly driftDelay?: 'none' | 'some' | 'significant' | undefined;
  /** Where an earlier record says it, and none since: its day (FACT9). */
  readonly driftNotedOn?: CalendarDate | undefined;
  readonly dynamics?: readonly Dynamic[] | undefined;
  readonly dynamicsOn?: CalendarDate | undefined;
  readonly openHypotheses?: number | undefined;
  /** A person marked the case as complex. */
  readonly complex?: boolean | undefined;
  readonly threshold?: 'stepUp' | 'hold' | 'stepDown' | 'close' | undefined;
}

/**
 * Everything that a flag reads of one child. What is not known is left out and gives no flag (FLAG2).
 * Start from `nothingKnown` and fill in what is held.
 */
export interface CaseFacts {
  /** On the day of the session (SUBJ1). */
  readonly word: SubjectWord;
  /** The practitioner's name, for "Amina Khan's greatest worry no. 1." */
  readonly practitioner: string;

  /**
   * The last discussion that meets the child's clock, in either depth: a group's too, where the policy takes
   * it for one (CLOCK2). Left out it is the last formal one.
   */
  readonly lastDiscussedOn?: CalendarDate | undefined;
  /** The last formal one-to-one in which this child was discussed, in either depth. */
  readonly lastFormalOn?: CalendarDate | undefined;
  readonly lastInDepthOn?: CalendarDate | undefined;
  /** A person said that this child was never discussed before Footprint. */
  readonly neverDiscussed?: boolean | undefined;
  readonly allocatedOn?: CalendarDate | undefined;
  /** For this child's worker. */
  readonly footprintStartedOn?: CalendarDate | undefined;
  /** The session planned after the one that this agenda is for. */
  readonly nextSessionOn?: CalendarDate | undefined;

  /** Of `childDiscussionDue`, `oversightFloorDue` and `multiTeamDue`, asked on the same day. */
  readonly discussionDue?: ChildDue | NotDue | undefined;
  readonly oversightDue?: DueAnswer | undefined;
  readonly multiTeamDue?: DueAnswer | undefined;

  readonly decisions: readonly DecisionFact[];
  readonly actions: readonly ActionFact[];
  /** The last time that any action of this child was done. */
  readonly lastProgressOn?: CalendarDate | undefined;

  /** 1, 2 or 3 where the practitioner named this child among her greatest worries. */
  readonly worryRank?: number | undefined;
  /** Who asked for a discussion in depth, by name. */
  readonly requestedBy: readonly string[];
  /** The practitioner marked strong emotional impact. */
  readonly strongImpact?: boolean | undefined;

  /** The child's status and each further one, in the council's or the general codes. */
  readonly statusCodes: readonly string[];
  /** Changes of status or legal status: what it is now, and from which day. */
  readonly statusChanges: readonly { readonly on: CalendarDate; readonly to: string }[];
  readonly riskRaised?:
    | {
        readonly on: CalendarDate;
        readonly from?: string;
        readonly to?: string;
        /** The last discussion that spoke of it says so: it stands, however it is dated (FACT11). */
        readonly isRecorded?: boolean;
      }
    | undefined;
  readonly higherRiskEarlyHelp?: boolean | undefined;
  readonly council: CouncilFacts;

  readonly lastRecord?: LastRecordFacts | undefined;
  /** From `sessionsWithoutMovement`. */
  readonly sessionsWithoutMovement?: number | undefined;
  /** The agency whose waiting list the child is on. */
  readonly waitingFor?: string | undefined;
  readonly gaps: readonly GapFact[];

  /** Which of the three vulnerabilities are present now: "domestic abuse" and so on. */
  readonly trioPresent: readonly ('domestic abuse' | 'substance misuse' | 'mental health')[];
  /** Why more time may be needed: "interpreter", "several agencies". Never a measure of risk. */
  readonly extraTime: readonly string[];
}

/** A child of whom nothing is known: it has no flags, and that does not mean that all is well. */
export const nothingKnown: CaseFacts = {
  word: 'child',
  practitioner: '',
  decisions: [],
  actions: [],
  requestedBy: [],
  statusCodes: [],
  statusChanges: [],
  council: {},
  gaps: [],
  trioPresent: [],
  extraTime: [],
};
