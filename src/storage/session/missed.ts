import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { gapNotes } from '#domain/due/leave-gap.ts';
import { type MissedMonth, missedMonths } from '#domain/due/missed-months.ts';
import type { Staff } from '#domain/records/staff.ts';
import { asked, heldSessions, startedFor, workerIn } from '#storage/agenda/due-facts.ts';
import type { Workspace } from '#storage/workspace.ts';
import { absencesOf } from './absences.ts';

export interface Missed {
  readonly months: readonly MissedMonth[];
  /** What the policy wants written down of those that leave made miss. */
  readonly notes: ReturnType<typeof gapNotes>;
}

/** The months missed before that day: since the last session before it, or since the first known day. */
export function missedBefore(
  workspace: Workspace,
  staff: Staff,
  { until, sinceLast }: { readonly until: CalendarDate; readonly sinceLast: boolean },
): Missed {
  const question = {
    ...asked(workspace),
    worker: workerIn(workspace, staff),
    // A meeting on that day ends the gap and does not fill it.
    sessions: heldSessions(workspace, staff.ref).filter(({ on }) => on < until),
    footprintStartedOn: startedFor(workspace, staff),
    absences: absencesOf(workspace, staff.ref),
    until,
    sinceLast,
  };
  return { months: missedMonths(question), notes: gapNotes({ ...question, openCases: 1 }) };
}
