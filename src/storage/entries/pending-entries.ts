import { type CalendarDate, parseInstant } from '#domain/dates/calendar-date.ts';
import {
  type DecisionToRevisit,
  decisionsToRevisit,
  decisionsWaiting,
} from '#domain/decisions/decisions-to-revisit.ts';
import { revisitLineAt } from '#domain/decisions/revisits.ts';
import type { RecordId } from '#domain/ids.ts';
import type { DiscussionChild, DraftRevisit } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import {
  decisionsOutside,
  kindOfSession,
  revisitingSessions,
} from '#storage/child-file/decisions-outside.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { findPart } from '#storage/session/session-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** The decisions about a child that wait for a formal session on that day, with the days passed over. */
export function pendingEntriesOf(
  workspace: Reads,
  childRef: string,
  until: CalendarDate,
): readonly DecisionToRevisit[] {
  const decisions = decisionsOutside(workspace, childRef);
  if (decisions.length === 0) return []; // most children: the history of sessions is not gone through
  return decisionsWaiting({
    profile: profileOn(workspace, until),
    decisions,
    sessions: revisitingSessions(workspace, childRef),
    until,
  });
}

/**
 * What a session is asked about of a child (REVISIT5): what it found waiting after the sessions that had
 * started when the child came into this one.
 */
export function revisitsFor(
  workspace: Reads & Pick<Workspace, 'now'>,
  session: Session,
  childRef: string,
): readonly DecisionToRevisit[] {
  const decisions = decisionsOutside(workspace, childRef);
  if (decisions.length === 0) return [];
  if (kindOfSession(workspace, session) !== 'formal') return []; // REVISIT2: it would settle none
  const ended = session.status === 'ended' ? session.sittings.at(-1) : undefined;
  const on = (ended && sessionDate(session)) ?? todayIn(workspace);
  const foundAt = findPart(workspace, session.id, childRef)?.record.body.createdAt;
  return decisionsToRevisit({
    profile: profileOn(workspace, on),
    decisions,
    sessions: revisitingSessions(workspace, childRef).filter(
      ({ sessionId, startedAt }) =>
        sessionId !== session.id && (foundAt === undefined || startedAt <= foundAt),
    ),
    session: { on, endedAt: ended && parseInstant(ended.endedAt) },
  });
}

/** A line for each decision that this part has none for yet. */
export const newRevisits = (
  workspace: Workspace,
  session: Session,
  { childRef, revisits }: DiscussionChild,
): DraftRevisit[] =>
  revisitsFor(workspace, session, childRef)
    .filter(({ decision }) => revisitLineAt(revisits, decision.id) < 0)
    .map(({ decision }) => ({
      id: workspace.ports.newId() as RecordId, // a port makes ids
      entryId: decision.id as RecordId, // the id of a stored record
      outcome: '',
      note: '',
    }));
