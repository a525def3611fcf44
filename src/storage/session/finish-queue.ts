import { childLabel } from '#domain/caseload/child-label.ts';
import { parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { clockedPart, isDueInHours } from '#domain/recording/discussion-deadline.ts';
import { compareQueued, countdownWords, type Queued } from '#domain/recording/recording-queue.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { recordsToFinish, type ToFinish } from './unfinished.ts';

/** A record that is not finalised yet, with its place in the order of QUEUE1 to QUEUE4. */
export interface InFinishQueue extends ToFinish, Queued {
  /** The row of the child, for its address; '' where it is on no list. */
  readonly childRowId: string;
  readonly countdown: string;
}

/** What is to be finalised, of one session or of all: what has hours first, in the order of its queue. */
export const finishQueue = (workspace: Workspace, sessionId?: string): readonly InFinishQueue[] =>
  recordsToFinish(workspace, sessionId)
    .map((each) => inQueue(workspace, each))
    .toSorted(compareQueued);

function inQueue(workspace: Workspace, each: ToFinish): InFinishQueue {
  const { session, part, deadline, state } = each;
  const clocked = clockedPart(part);
  const profile = profileOn(
    workspace,
    parseCalendarDate(clocked.discussedOn) ?? todayIn(workspace),
  );
  const hours = isDueInHours(clocked, profile)
    ? profile.recording?.significantOrUrgent?.hours
    : undefined;
  const child = findChild(workspace, part.childRef);
  return {
    ...each,
    id: `${session.id} ${part.childRef}`,
    name: child ? childLabel(child.body) : 'No name held',
    childRowId: child?.id ?? '',
    on: clocked.discussedOn,
    hours,
    isGrave: clocked.decisions.some(
      ({ significance, text }) => significance !== 'routine' && text.trim() !== '',
    ),
    countdown: countdownWords({ deadline, hours }, state, toInstant(workspace.now)),
  };
}
