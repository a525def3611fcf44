import type { ScoredCode } from './flag.ts';
import type { FlagRow } from './flag-row.ts';
import { basicsRows } from './scored-basics.ts';
import { clockRows } from './scored-clocks.ts';
import { recordRows } from './scored-record.ts';
import { statusRows } from './scored-status.ts';

/** The second group of domain-spec section C: they order suggestions by their points. */
export const scoredRows: Readonly<Record<ScoredCode, FlagRow>> = {
  ...statusRows,
  ...basicsRows,
  ...recordRows,
  ...clockRows,
};

/** Defaults of the specification, nobody's policy. A profile may change them (FLAG3). */
export const defaultPoints: Readonly<Record<ScoredCode, number>> = {
  RISK_UP: 60,
  STATUS_CHANGE: 45,
  COURT_PLO: 35,
  CP: 30,
  NOT_SEEN: 40,
  NOT_SEEN_ALONE: 25,
  NO_PLAN: 35,
  NO_ASSESS: 30,
  REVIEW_LATE: 30,
  NO_DIFFERENCE: 35,
  DRIFT: 35,
  ACTION_CARRIED: 15, // for each, three at most: 45
  VOICE_MISSING: 30,
  COMPLIANCE: 35,
  DANGEROUS_DYNAMICS: 35,
  COMPLEX: 25,
  EMOTION: 20,
  STUCK: 20,
  LEAVE_GAP: 30,
  OVERSIGHT_MISSED: 30,
  KIT_MISSED: 20,
  TRIO: 15,
  EH_HIGH: 30,
  PERMANENCE: 20,
  STEP_DOWN: 15,
  DUE_NEXT: 20,
};
