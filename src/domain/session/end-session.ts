import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { revisitLineOf } from '#domain/decisions/revisits.ts';
import { isEmptyAction, rowStatus } from '#domain/discussion/discussion-progress.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { ChildAction, ChildActionEvent, ChildDecision } from '#domain/records/action.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { DecisionRevisit } from '#domain/records/entry.ts';
import type { Account, Session } from '#domain/records/session.ts';
import { discussedOn } from './session-days.ts';

/** Reasons that may go on a child's file: neutral words, chosen and never typed (domain-spec A3). */
export const notDiscussedReasons = [
  { value: 'timeRanOut', label: 'Time ran out; to be discussed at the next session' },
  { value: 'practitionerAbsent', label: 'Practitioner absent; cover in place' },
  { value: 'discussedElsewhere', label: 'Discussed in another formal supervision this month' },
  { value: 'openedSince', label: 'Case opened today; to be discussed at the next session' },
  { value: 'closing', label: 'Case closing or transferring today' },
] as const;

export interface Accounting {
  readonly accounts: readonly Account[];
  /** Children without an outcome or a reason. Ending with any is "incomplete". */
  readonly leftOut: readonly ChildRef[];
}

/**
 * SESS3: each child of the agenda exactly once, whatever the state of its record. A child whose
 * discussion was started and not marked counts as left out: only a person says it was discussed.
 */
export function accountFor(session: Session, discussions: readonly Discussion[]): Accounting {
  const parts = discussions.flatMap(({ children }) => children);
  const refs = new Set([...session.childRefs, ...parts.map(({ childRef }) => childRef)]);
  const accounts = [...refs].map((childRef) => {
    // Two parts of one child come of two tabs starting at once: the one that says something counts.
    const own = parts.filter((part) => part.childRef === childRef).map(accountOf);
    const said = own.find(({ outcome }) => outcome !== 'leftOut');
    return said ?? leftOutAccount(childRef);
  });
  return {
    accounts,
    leftOut: accounts
      .filter(({ outcome }) => outcome === 'leftOut')
      .map(({ childRef }) => childRef),
  };
}

const leftOutAccount = (childRef: ChildRef): Account => ({
  childRef,
  outcome: 'leftOut',
  reason: '',
  discussedOn: '',
});

function accountOf(part: DiscussionChild): Account {
  const { childRef } = part;
  const status = rowStatus(part);
  if ((status === 'discussed' || status === 'finalised') && part.depth !== '') {
    const { depth: outcome } = part;
    return { childRef, outcome, reason: '', discussedOn: discussedOn(part) };
  }
  if (status === 'notDiscussed') {
    return { childRef, outcome: 'notDiscussed', reason: part.notDiscussedReason, discussedOn: '' };
  }
  return leftOutAccount(childRef);
}

export interface SessionRecords {
  readonly actions: readonly ChildAction[];
  readonly events: readonly ChildActionEvent[];
  readonly decisions: readonly ChildDecision[];
  readonly revisits: readonly DecisionRevisit[];
}

/**
 * SESS5: what is typed inside a discussion becomes records of that child when the session ends, so that
 * next time does not wait for a forgotten finalise. The ids are the draft's own: doing it twice, or
 * again at finalise after an edit, writes the same records.
 */
export function recordsOfDiscussion(
  discussion: Discussion,
  part: DiscussionChild,
  at: string,
  by: string,
): SessionRecords {
  const { sessionId, id: discussionId } = discussion;
  const { childRef } = part;
  const agreedOn = discussedOn(part) || dateInLondon(toInstant(at));
  const common = { childRef, sessionId, discussionId };
  return {
    actions: part.actions
      .filter((action) => !isEmptyAction(action))
      .map(
        ({ id, what, owner, byWhen, immediateSafeguarding }): ChildAction => ({
          ...common,
          id,
          what,
          owner,
          byWhen,
          dueOn: dueOnOf(byWhen, agreedOn as CalendarDate), // both branches are London dates
          ...(immediateSafeguarding ? { immediateSafeguarding } : {}),
          agreedOn,
          createdAt: at,
          createdBy: by,
        }),
      ),
    events: part.settled.flatMap(({ id, actionId, outcome, reason }): ChildActionEvent[] =>
      outcome === ''
        ? []
        : [{ id, actionId, childRef, sessionId, outcome, reason, on: agreedOn, at, by }],
    ),
    decisions: part.decisions
      .filter(({ text }) => text.trim() !== '')
      .map(
        ({ id, text, rationale, significance, changesDirection, decidedAt }): ChildDecision => ({
          ...common,
          id,
          text,
          rationale,
          significance,
          changesDirection,
          decidedAt: decidedAt || part.accountedAt || at,
          withdrawn: false,
          createdBy: by,
        }),
      ),
    // REVISIT8: one that was not answered becomes no record: it stays pending.
    revisits: part.revisits.flatMap((line): DecisionRevisit[] => {
      const { id, entryId, outcome, note } = line;
      if (outcome === '' || line !== revisitLineOf(part, entryId)) return [];
      return [{ id, entryId, childRef, sessionId, outcome, note, on: agreedOn, at, by }];
    }),
  };
}

/** The date of a typed "by when", counted from the day it was agreed; '' where it is words. */
export function dueOnOf(byWhen: string, agreedOn: CalendarDate): string {
  const read = readTypedDate(byWhen, agreedOn);
  return read.outcome === 'read' ? read.date : '';
}
