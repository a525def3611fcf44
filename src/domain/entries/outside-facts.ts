import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { DecisionOutside } from '#domain/decisions/decisions-to-revisit.ts';
import { type RevisitingSession, revisitedOn } from '#domain/decisions/pending-decisions.ts';
import type { DecisionFact } from '#domain/flags/case-facts.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';

/**
 * FACT16: decisions made outside a formal one-to-one as the flags read them: pending, settled by a formal
 * session, or not to be revisited at all. One written down by mistake is none.
 */
export function outsideDecisionFacts(question: {
  readonly decisions: readonly DecisionOutside[];
  readonly pendingIds: ReadonlySet<string>;
  readonly sessions: readonly RevisitingSession[];
  readonly until: CalendarDate;
}): readonly DecisionFact[] {
  const { decisions, pendingIds } = question;
  return decisions
    .filter(({ withdrawn }) => !withdrawn)
    .map((decision) => {
      const { id, decidedAt, text, significance, changesDirection } = decision;
      const settled = revisitedOn(decision, question) !== undefined;
      const other = settled ? ('revisited' as const) : ('notRequired' as const);
      const revisit = pendingIds.has(id) ? ('pending' as const) : other;
      return { on: dayOf(decidedAt), text, significance, changesDirection, revisit };
    });
}
