import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { CaseFacts } from './case-facts.ts';

/** The table of domain-spec section C, in its order: among these the first one decides the place. */
export const alwaysCodes = [
  'URGENT',
  'INFORMAL_PENDING',
  'DIRECTION_CHANGE',
  'PRACT_WORRY',
  'REQUESTED',
  'CHILD_OVERDUE',
  'FIRST_FULL',
  'IMMEDIATE_ACTION',
] as const;

export const scoredCodes = [
  'RISK_UP',
  'STATUS_CHANGE',
  'COURT_PLO',
  'CP',
  'NOT_SEEN',
  'NOT_SEEN_ALONE',
  'NO_PLAN',
  'NO_ASSESS',
  'REVIEW_LATE',
  'NO_DIFFERENCE',
  'DRIFT',
  'ACTION_CARRIED',
  'VOICE_MISSING',
  'COMPLIANCE',
  'DANGEROUS_DYNAMICS',
  'COMPLEX',
  'EMOTION',
  'STUCK',
  'LEAVE_GAP',
  'OVERSIGHT_MISSED',
  'KIT_MISSED',
  'TRIO',
  'EH_HIGH',
  'PERMANENCE',
  'STEP_DOWN',
  'DUE_NEXT',
] as const;

export const informationCodes = ['SIBLING', 'CONTEXT_TIME', 'ROTATION_DUE', 'NO_DATE'] as const;

export type AlwaysCode = (typeof alwaysCodes)[number];
export type ScoredCode = (typeof scoredCodes)[number];
export type InformationCode = (typeof informationCodes)[number];
export type FlagCode = AlwaysCode | ScoredCode | InformationCode;

export const flagCodes: readonly FlagCode[] = [...alwaysCodes, ...scoredCodes, ...informationCodes];

/** `always`: in depth unless a person says otherwise with a reason. `information`: orders nothing. */
export type FlagTier = 'always' | 'scored' | 'information';

/**
 * Why a child may need a discussion in depth (FLAG1–FLAG25 in ../RULES.md): a suggestion with its
 * reason, not a score of risk. It takes no child off an agenda.
 */
export interface Flag {
  readonly code: FlagCode;
  readonly tier: FlagTier;
  /** For the order of suggestions alone: never shown, never exported, never sent. 0 unless scored. */
  readonly points: number;
  /** Whole sentences, for the screen. */
  readonly words: string;
  /** Files and lines of the policies, as in the table; null where the line is ours. */
  readonly src: string | null;
  /** On no record and in no export, as are the sentences made from it (domain-spec A3). */
  readonly file: 'working';
  /** Among flags of the same code, the lower goes first: the practitioner's own order of worries. */
  readonly place?: number;
}

export interface FlagQuestion {
  readonly facts: CaseFacts;
  readonly profile: PolicyProfile;
  readonly today: CalendarDate;
  /** How long without a discussion in depth is long; six months unless a council says otherwise. */
  readonly rotationAfter?: Interval | undefined;
}
