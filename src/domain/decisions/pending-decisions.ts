import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  type DayOrMoment,
  dayOf,
  type Significance,
} from '#domain/recording/recording-deadline.ts';

/** A decision made outside a formal one-to-one session: in passing, in a meeting, in a group (R-23, C-14). */
export interface InformalDecision {
  readonly id: string;
  readonly decidedAt: DayOrMoment;
  readonly significance: Significance;
  readonly changesDirection?: boolean | undefined;
  /** Written down by mistake. */
  readonly withdrawn?: boolean | undefined;
}

export const revisitOutcomes = ['confirmed', 'changed', 'withdrawn', 'notReached'] as const;

/** What a session said of such a decision. */
export interface Revisit {
  readonly decisionId: string;
  readonly outcome: (typeof revisitOutcomes)[number];
}

/** A session about the child that was ended. Only a formal one-to-one revisits (001:104, 003:55). */
export interface RevisitingSession {
  readonly on: CalendarDate;
  readonly kind: 'formal' | 'group' | 'informal';
  readonly revisits: readonly Revisit[];
}

export interface PendingDecision {
  readonly decision: InformalDecision;
  /** Formal sessions since that did not settle it, oldest first. */
  readonly passedOver: readonly CalendarDate[];
  readonly rule: 'R-23';
  readonly clause: string | null;
  /** How strongly the policy asks for it. */
  readonly strength: 'must' | 'should' | 'recommended';
}

interface RevisitQuestion {
  readonly profile: PolicyProfile;
  readonly sessions: readonly RevisitingSession[];
  /** The last day that is looked at. */
  readonly until: CalendarDate;
}

/** REVISIT1: what is significant or changes direction; a routine word in passing waits for nothing. */
export const isToRevisit = (decision: InformalDecision): boolean =>
  !decision.withdrawn &&
  (decision.significance !== 'routine' || decision.changesDirection === true);

/** REVISIT1, REVISIT2: the day a formal session settled it; undefined while none has. */
export function revisitedOn(
  { id, decidedAt }: InformalDecision,
  { sessions, until }: Pick<RevisitQuestion, 'sessions' | 'until'>,
): CalendarDate | undefined {
  const madeOn = dayOf(decidedAt);
  return sessions
    .filter(({ kind, on }) => kind === 'formal' && on >= madeOn && on <= until)
    .filter(({ revisits }) =>
      revisits.some(({ decisionId, outcome }) => decisionId === id && outcome !== 'notReached'),
    )
    .map(({ on }) => on)
    .sort()
    .at(0);
}

/** REVISIT4. One on the day itself may have been held before the decision, unless it speaks of it. */
function sessionsPassed(
  { id, decidedAt }: InformalDecision,
  { sessions, until }: RevisitQuestion,
): readonly CalendarDate[] {
  const madeOn = dayOf(decidedAt);
  const speaksOf = ({ revisits }: RevisitingSession) =>
    revisits.some(({ decisionId }) => decisionId === id);
  return sessions
    .filter(({ kind, on }) => kind === 'formal' && on <= until && on >= madeOn)
    .filter((session) => session.on > madeOn || speaksOf(session))
    .map(({ on }) => on)
    .sort();
}

/**
 * The informal decisions that wait for a formal session, oldest first (REVISIT1–REVISIT4, R-23). Pass the
 * sessions in which the child was on the agenda. None where the policy does not ask for it.
 */
export function pendingDecisions(
  question: RevisitQuestion & { readonly decisions: readonly InformalDecision[] },
): readonly PendingDecision[] {
  const { profile, decisions, until } = question;
  const { revisitAtNextFormal: strength, src } = profile.informal ?? {};
  if (!strength) return []; // REVISIT3
  // "Recommended" is our reading of a policy that only says what such an entry is for.
  const clause = strength === 'recommended' ? null : (src ?? null);
  return decisions
    .filter((decision) => isToRevisit(decision) && dayOf(decision.decidedAt) <= until)
    .filter((decision) => revisitedOn(decision, question) === undefined)
    .map((decision) => {
      const passedOver = sessionsPassed(decision, question);
      return { decision, passedOver, rule: 'R-23', clause, strength } as const;
    })
    .toSorted((a, b) => (dayOf(a.decision.decidedAt) < dayOf(b.decision.decidedAt) ? -1 : 1));
}
