import { familyKeyOf } from '#domain/caseload/caseload.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { RevisitingSession } from '#domain/decisions/pending-decisions.ts';
import type { ChildOnList, RecordDue, WorkerRecords } from '#domain/figures/figure-facts.ts';
import { isOnList } from '#domain/figures/of-children.ts';
import type { ReadOfEntry } from '#domain/keeping/stubs.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { eventsOfFamily, secondTeamJoined } from '#storage/caseload/family-teams.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { decisionsOutside, revisitingSessions } from '#storage/child-file/decisions-outside.ts';
import { entriesRead } from '#storage/entries/entries-read.ts';
import { entryDeadline } from '#storage/entries/entries-reads.ts';
import { keptElsewhereOn } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

type FromEntries = Required<Pick<WorkerRecords, 'decisions' | 'revisiting' | 'urgentRecords'>> &
  Pick<WorkerRecords, 'families'>;

/** What figures read of entries about the children on a worker's list: of each, while it was there. */
export function entriesForFigures(
  workspace: Workspace,
  children: readonly ChildOnList[],
): FromEntries {
  const refs = [...new Set(children.map(({ ref }) => ref))];
  const wasOn = (ref: string, day: CalendarDate) =>
    children.some((child) => child.ref === ref && isOnList(child, day));
  return {
    decisions: refs.flatMap((ref) =>
      decisionsOutside(workspace, ref).filter(({ decidedAt }) => wasOn(ref, dayOf(decidedAt))),
    ),
    revisiting: together(refs.flatMap((ref) => revisitingSessions(workspace, ref))),
    urgentRecords: refs.flatMap((ref) =>
      entriesRead(workspace, ref).flatMap((entry): readonly RecordDue[] => {
        const due = dueInHours(workspace, entry);
        return due && wasOn(ref, due.on) ? [due] : [];
      }),
    ),
    families: familiesOfTeams(workspace, refs),
  };
}

/** A session is one, of however many children it spoke. */
function together(
  sessions: readonly (RevisitingSession & { readonly sessionId: string })[],
): readonly RevisitingSession[] {
  const byId = new Map<string, RevisitingSession>();
  for (const { sessionId, ...session } of sessions) {
    const revisits = [...(byId.get(sessionId)?.revisits ?? []), ...session.revisits];
    byId.set(sessionId, { ...session, revisits });
  }
  return [...byId.values()];
}

/** FIG10: significant and urgent decisions, and allocations, where the policy gives hours. */
function dueInHours(workspace: Workspace, entry: ReadOfEntry): RecordDue | undefined {
  const on = parseCalendarDate(entry.on);
  const deadline = entryDeadline(workspace, entry);
  if (!on || deadline.status !== 'due') return undefined;
  const isGrave = entry.significance !== 'routine' && deadline.rule === 'R-21';
  if (!isGrave && deadline.rule !== 'R-15') return undefined;
  const recordedOn = parseCalendarDate(
    markOf(workspace, entry.id)?.on ?? keptElsewhereOn(workspace, entry.id),
  );
  return { ref: entry.id, on, deadline, recordedOn };
}

/** Undefined where nobody has entered one: that is not "no family has several teams" (FIG2). */
function familiesOfTeams(workspace: Workspace, refs: readonly string[]): FromEntries['families'] {
  const families = new Map<string, NonNullable<FromEntries['families']>[number]>();
  for (const ref of refs) {
    const child = findChild(workspace, ref)?.body;
    const joined = child && secondTeamJoined(workspace, child);
    if (!child || !joined) continue;
    const key = familyKeyOf(child);
    families.set(key, {
      ref: key,
      secondTeamJoined: joined,
      events: eventsOfFamily(workspace, child),
    });
  }
  return families.size === 0 ? undefined : [...families.values()];
}
