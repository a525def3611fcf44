import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { outsideDecisionFacts } from '#domain/entries/outside-facts.ts';
import type { DecisionFact } from '#domain/flags/case-facts.ts';
import type { ChildDecision } from '#domain/records/action.ts';
import { decisionsOutside, revisitingSessions } from '#storage/child-file/decisions-outside.ts';
import { pendingEntriesOf } from '#storage/entries/pending-entries.ts';
import { isMadeInGroup } from '#storage/group/group-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

/** Those made in a one-to-one session. One of a group is told below: it waits to be revisited (C-14). */
export const inSessions = (
  workspace: Workspace,
  decisions: readonly ChildDecision[],
): readonly ChildDecision[] => decisions.filter((decision) => !isMadeInGroup(workspace, decision));

/** FACT16, out of what is stored. */
export function outsideFacts(
  workspace: Workspace,
  childRef: string,
  until: CalendarDate,
): readonly DecisionFact[] {
  const decisions = decisionsOutside(workspace, childRef);
  if (decisions.length === 0) return [];
  const pending = pendingEntriesOf(workspace, childRef, until);
  const pendingIds = new Set(pending.map(({ decision }) => decision.id));
  const sessions = revisitingSessions(workspace, childRef);
  return outsideDecisionFacts({ decisions, pendingIds, sessions, until });
}
