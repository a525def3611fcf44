import { openChildrenOf } from '#domain/caseload/caseload.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { Child, UnreadRow } from '#domain/records/child.ts';
import type { Staff } from '#domain/records/staff.ts';
import { isSupervisedBy, kindOfMine } from '#domain/supervision/supervision-relations.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findStaff, myRefsOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, todayIn } from '#storage/writes.ts';

export function findChild(
  workspace: Pick<Workspace, 'set'>,
  childRef: string,
): OpenRecord<'children'> | undefined {
  return findAll(workspace, 'children', ({ ref }) => ref === childRef).at(0);
}

export function openChildren(
  workspace: Workspace,
  staffRef: StaffRef,
  on: CalendarDate = todayIn(workspace),
): readonly Child[] {
  return openChildrenOf(
    staffRef,
    bodies(workspace, 'children'),
    bodies(workspace, 'allocations'),
    on,
  );
}

/**
 * The children that I discuss with this person: every open one, and none where I have personal supervision
 * alone (SUPV4).
 */
export function childrenToDiscuss(
  workspace: Workspace,
  staffRef: StaffRef,
  on?: CalendarDate,
): readonly Child[] {
  const staff = findStaff(workspace, staffRef)?.body;
  const kind = staff && kindOfMine(staff, myRefsOf(workspace), todayIn(workspace));
  return kind === 'personal' ? [] : openChildren(workspace, staffRef, on);
}

/** The practitioners I record supervision with: not me, nor who supervises me or did (SUPV1). */
export function practitioners(workspace: Workspace): readonly Staff[] {
  const { me, alsoMe, supervisorRef, alsoSupervisedBy } = settingsOf(workspace);
  const mine: readonly string[] = [me, ...alsoMe];
  const supervisors = bodies(workspace, 'sessions')
    .filter(({ superviseeRef }) => mine.includes(superviseeRef))
    .map((session): string => session.supervisorRef);
  const others = [...mine, supervisorRef, ...alsoSupervisedBy, ...supervisors];
  const today = todayIn(workspace);
  return bodies(workspace, 'staff')
    .filter((staff) => !others.includes(staff.ref) && isSupervisedBy(staff, mine, today))
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** LIST6: also what stays of a record that was removed after its period, and what was brought in. */
export function hasRecords(workspace: Pick<Workspace, 'set'>, ref: ChildRef): boolean {
  const isOwn = ({ childRef }: { readonly childRef: string }) => childRef === ref;
  return (['childRecords', 'childEntries', 'childStubs', 'childBroughtIn'] as const).some(
    (collection) => bodies(workspace, collection).some(isOwn),
  );
}

export function unsettledRows(workspace: Pick<Workspace, 'set'>): readonly UnreadRow[] {
  return bodies(workspace, 'unreadRows').filter((row) => !('settledAt' in row));
}
