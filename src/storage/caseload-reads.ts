import type { CalendarDate } from '#domain/calendar-date.ts';
import { openChildrenOf } from '#domain/caseload.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { Child, UnreadRow } from '#domain/records/child.ts';
import type { Staff } from '#domain/records/staff.ts';
import { isSupervisedBy, kindOfMine } from '#domain/supervision-relations.ts';
import type { OpenRecord } from './open-record.ts';
import { findStaff, myRefsOf, settingsOf } from './settings.ts';
import type { WorkingSet } from './working-set.ts';
import type { Workspace } from './workspace.ts';
import { bodies, todayIn } from './writes.ts';

type Children = ReadonlyMap<string, OpenRecord<'children'>>;
const known = new WeakMap<WorkingSet, { readonly changes: number; readonly byRef: Children }>();

export function findChild(
  { set }: Pick<Workspace, 'set'>,
  childRef: string,
): OpenRecord<'children'> | undefined {
  // Asked for each child of a list: the whole caseload is gone through once after it changed.
  const changes = set.changesOf('children');
  const held = known.get(set);
  if (held?.changes === changes) return held.byRef.get(childRef);
  const all = [...set.all('children').values()].toReversed(); // of two the first
  const byRef: Children = new Map(all.map((child) => [child.body.ref as string, child]));
  known.set(set, { changes, byRef });
  return byRef.get(childRef);
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
