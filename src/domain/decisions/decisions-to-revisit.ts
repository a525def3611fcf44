import {
  type CalendarDate,
  compareInstants,
  formatDate,
  type Instant,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import {
  type InformalDecision,
  type PendingDecision,
  pendingDecisions,
  type RevisitingSession,
} from './pending-decisions.ts';

/** A decision made outside a formal one-to-one, with what is shown of it when it is revisited. */
export interface DecisionOutside extends InformalDecision {
  readonly heading: string;
  readonly text: string;
  /** When it was written down; undefined where no moment is held. */
  readonly writtenAt: Instant | undefined;
}

/** One that a session is to revisit. */
export interface DecisionToRevisit extends PendingDecision {
  readonly decision: DecisionOutside;
}

/** As far as a session has come: its last sitting, or today while it goes on. */
export interface SessionSoFar {
  readonly on: CalendarDate;
  readonly endedAt?: Instant | undefined;
}

interface Question {
  readonly profile: PolicyProfile;
  readonly decisions: readonly DecisionOutside[];
  /** The sessions that may have settled one. */
  readonly sessions: readonly RevisitingSession[];
}

/** The decisions that wait on a day, oldest first (REVISIT1–REVISIT4). */
export function decisionsWaiting(
  question: Question & { readonly until: CalendarDate },
): readonly DecisionToRevisit[] {
  const byId = new Map(question.decisions.map((decision) => [decision.id, decision]));
  return pendingDecisions(question).flatMap((pending) => {
    const decision = byId.get(pending.decision.id);
    return decision ? [{ ...pending, decision }] : [];
  });
}

/**
 * REVISIT5: the decisions that a session is asked about, from the sessions before it. What it says itself
 * takes none off its own list.
 */
export function decisionsToRevisit(
  question: Question & { readonly session: SessionSoFar },
): readonly DecisionToRevisit[] {
  const { decisions, session } = question;
  return decisionsWaiting({
    ...question,
    decisions: decisions.filter((decision) => wasMadeBefore(decision, session)),
    until: session.on,
  });
}

/** REVISIT6: of one without a time, written down when the session of that day was over, nobody knows. */
function wasMadeBefore(
  { decidedAt, writtenAt }: DecisionOutside,
  { on, endedAt }: SessionSoFar,
): boolean {
  if (!endedAt || dayOf(decidedAt) !== on) return dayOf(decidedAt) <= on;
  const moment = parseCalendarDate(decidedAt) ? writtenAt : parseInstant(decidedAt);
  return moment === undefined || compareInstants(moment, endedAt) <= 0;
}

/** Why it waits, for the line beside it: the policy's word and clause, and which sessions passed it over. */
export function waitingWords(
  { strength, clause, passedOver }: PendingDecision,
  profile: PolicyProfile,
): string {
  const verb = { must: 'Must be', should: 'Should be', recommended: 'To be' }[strength];
  const basis = clause
    ? cite(profile, clause)
    : `our reading: ${profile.source.name} does not say so in words`;
  const what = `${verb} revisited at the next formal one-to-one session (${basis})`;
  if (passedOver.length === 0) return what;
  return `${what}. Not settled on ${passedOver.map(formatDate).join(', ')}`;
}
