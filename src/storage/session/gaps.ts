import { untoldMonths } from '#domain/cancellations/gap-entry.ts';
import {
  gapLine,
  gapMonthsOfChild,
  noGap,
  type SupervisionGap,
} from '#domain/cancellations/gap-line.ts';
import { currentAllocation } from '#domain/caseload/caseload.ts';
import {
  type CalendarDate,
  type CalendarMonth,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { entriesRead } from '#storage/entries/entries-read.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { findStaff } from '#storage/settings.ts';
import { removedRecords } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { missedBefore } from './missed.ts';
import { noteOf } from './session-reads.ts';

/** What the notes of this session have to explain: the months missed since the session before it. */
export function gapBeforeSession(workspace: Workspace, session: Session): SupervisionGap {
  const staff = findStaff(workspace, session.superviseeRef)?.body;
  if (!staff) return noGap;
  const until = sessionDate(session) ?? todayIn(workspace);
  const { months, notes } = missedBefore(workspace, staff, { until, sinceLast: true });
  return {
    months: months.map(({ month }) => month),
    forChildren: notes.childRecords ? notes.months.map(({ month }) => month) : [],
    considerReallocation: notes.considerReallocation,
  };
}

/**
 * GAP2, GAP3: the neutral line for the record of one child's discussion; '' where the policy asks for none
 * or no gap arose since that child's last record. Only dates and the typed cover go into it.
 */
export function gapLineFor(
  workspace: Workspace,
  session: Session,
  childRef: ChildRef,
  discussedOn: string,
): string {
  const until = parseCalendarDate(discussedOn);
  if (!until) return '';
  const isBefore = (day: string) => day < until;
  const months = monthsOfChild(workspace, session.superviseeRef, { childRef, until, isBefore });
  return gapLine(months, coverFor(workspace, session, months));
}

/** GAP8: what this child's file has still to tell of today, by no record of a discussion. */
export function gapMonthsNow(
  workspace: Workspace,
  superviseeRef: string,
  childRef: ChildRef,
): readonly CalendarMonth[] {
  const until = todayIn(workspace);
  const isBefore = (day: string) => day <= until; // a record of today has told of it
  return monthsOfChild(workspace, superviseeRef, { childRef, until, isBefore });
}

interface GapOfChild {
  readonly childRef: ChildRef;
  readonly until: CalendarDate;
  /** Whether a record of that day has told of it already. */
  readonly isBefore: (discussedOn: string) => boolean;
}

function monthsOfChild(
  workspace: Workspace,
  superviseeRef: string,
  { childRef, until, isBefore }: GapOfChild,
): readonly CalendarMonth[] {
  const staff = findStaff(workspace, superviseeRef)?.body;
  if (!staff || !profileOn(workspace, until).leaveGap) return [];
  const { notes } = missedBefore(workspace, staff, { until, sinceLast: false });
  if (!notes.childRecords) return [];
  const lastRecordOn = [
    // A group's record says nothing of a gap, so the next one-to-one still does.
    ...bodies(workspace, 'childRecords').filter(({ context }) => context === 'oneToOne'),
    ...removedRecords(workspace),
  ]
    .filter((record) => record.childRef === childRef && isBefore(record.discussedOn))
    .map((record) => record.discussedOn)
    .toSorted()
    .at(-1);
  const allocations = bodies(workspace, 'allocations').filter(
    ({ staffRef }) => staffRef === superviseeRef,
  );
  const months = gapMonthsOfChild({
    months: notes.months.map(({ month }) => month),
    lastRecordOn: lastRecordOn ?? '',
    onListFrom: currentAllocation(childRef, allocations, until)?.from ?? '',
  });
  return untoldMonths(months, entriesRead(workspace, childRef));
}

/** Who covered: from this session's notes, or from those that explained the gap to a child left out then. */
function coverFor(
  workspace: Workspace,
  { id, superviseeRef }: Session,
  months: readonly CalendarMonth[],
): string {
  const own = noteOf(workspace, id)?.body;
  if (!own) return '';
  if (own.gapCover.trim() !== '') return own.gapCover;
  const since = months.at(-1) ?? '';
  return (
    bodies(workspace, 'notes')
      .filter((note) => note.superviseeRef === superviseeRef && note.gapCover.trim() !== '')
      .filter(({ createdAt }) => createdAt < own.createdAt && createdAt.slice(0, 7) > since)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .at(0)?.gapCover ?? ''
  );
}
