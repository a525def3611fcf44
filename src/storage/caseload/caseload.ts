import { currentAllocation, isInForce } from '#domain/caseload/caseload.ts';
import {
  addedChild,
  type Correction,
  closedChild,
  correctedChild,
  type ListChange,
  type NewChild,
  removedChild,
  reopenedChild,
  transferredChild,
} from '#domain/caseload/list-changes.ts';
import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { type ChildRef, localRef, type StaffRef } from '#domain/ids.ts';
import type { Allocation, Child, UnreadRow } from '#domain/records/child.ts';
import type { Write } from '#storage/save.ts';
import { newStaff, settingsOf, staffWrite } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { findChild, hasRecords } from './caseload-reads.ts';

/** A child to come onto the list. The worker is one we know, or a name we have not met yet. */
export interface ChildToAdd {
  readonly facts: Omit<NewChild, 'ref'>;
  readonly worker: StaffRef | { readonly name: string };
  readonly allocatedAt: string;
}

export interface ListReason {
  readonly on: CalendarDate;
  readonly reason: string;
}

function listChange(workspace: Workspace, { on, reason }: ListReason): ListChange {
  return { by: settingsOf(workspace).me, at: workspace.now, on, reason };
}

/** Adds children, and unreadable rows beside them, all or none. Returns the new children's references. */
export async function addChildren(
  workspace: Workspace,
  children: readonly ChildToAdd[],
  unread: readonly UnreadRow[] = [],
): Promise<readonly ChildRef[]> {
  const writes: Write[] = [];
  const refs: ChildRef[] = [];
  const staffByName = new Map(
    bodies(workspace, 'staff').map((staff) => [staff.name.trim().toLowerCase(), staff.ref]),
  );
  for (const { facts, worker, allocatedAt } of children) {
    let staffRef = typeof worker === 'string' ? worker : undefined;
    if (typeof worker !== 'string') {
      const key = worker.name.trim().toLowerCase();
      staffRef = staffByName.get(key);
      if (!staffRef) {
        const staff = newStaff(workspace, worker.name.trim(), '');
        staffByName.set(key, staff.ref);
        staffRef = staff.ref;
        writes.push(await staffWrite(workspace, staff));
      }
    }
    const change = listChange(workspace, { on: todayIn(workspace), reason: 'Added to the list' });
    const removed = findAll(workspace, 'children', (child) => isTakenBack(child, facts)).at(0);
    if (removed) {
      const { ref, history } = removed.body;
      const child = addedChild({ ...facts, ref }, change);
      refs.push(ref);
      writes.push(updated(removed, { ...child, history: [...history, ...child.history] }));
      if (staffRef) writes.push(await newAllocation(workspace, ref, staffRef, allocatedAt));
      continue;
    }
    const ref = newChildRef(workspace, facts.reference, refs);
    refs.push(ref);
    writes.push(
      created('children', await childId(workspace, ref), addedChild({ ...facts, ref }, change)),
    );
    if (staffRef) writes.push(await newAllocation(workspace, ref, staffRef, allocatedAt));
  }
  for (const row of unread) {
    writes.push(created('unreadRows', await unreadId(workspace, row.key), row));
  }
  await workspace.change(() => writes);
  return refs;
}

/** A child removed as a mistake and now added again is the same entry, with its history. */
const isTakenBack = (child: Child, { reference }: { readonly reference: string }): boolean =>
  child.removed && reference !== '' && child.ref === reference;

/** The council's reference, unless another child is first known by it; then one of ours. */
function newChildRef(workspace: Workspace, reference: string, taken: readonly string[]): ChildRef {
  const isFree = reference !== '' && !taken.includes(reference) && !findChild(workspace, reference);
  return (isFree ? reference : localRef(workspace.ports.newId())) as ChildRef; // a council's reference or one of ours
}

const childId = (workspace: Workspace, ref: ChildRef) => workspace.vault.referenceId('child', ref);
const unreadId = (workspace: Workspace, key: string) => workspace.vault.referenceId('unread', key);

async function newAllocation(
  workspace: Workspace,
  childRef: ChildRef,
  staffRef: StaffRef,
  allocatedAt: string,
): Promise<Write> {
  const from = allocatedAt === '' ? todayIn(workspace) : dayOfTyped(allocatedAt);
  return allocationWrite(workspace, { childRef, staffRef, from, to: '', allocatedAt });
}

const dayOfTyped = (dateOrInstant: string): string =>
  dateOrInstant.includes('T') ? dateInLondon(toInstant(dateOrInstant)) : dateOrInstant;

async function allocationWrite(workspace: Workspace, allocation: Allocation): Promise<Write> {
  const id = await workspace.vault.referenceId('allocation', workspace.ports.newId());
  return created('allocations', id, allocation);
}

async function changeChild(
  workspace: Workspace,
  childRef: ChildRef,
  change: (child: Child) => Child,
): Promise<void> {
  await workspace.change(() => {
    const record = findChild(workspace, childRef);
    return record ? [updated(record, change(record.body), 'replaced')] : [];
  });
}

export const closeChild = (workspace: Workspace, ref: ChildRef, why: ListReason) =>
  changeChild(workspace, ref, (child) => closedChild(child, listChange(workspace, why)));

export const reopenChild = (workspace: Workspace, ref: ChildRef, why: ListReason) =>
  changeChild(workspace, ref, (child) => reopenedChild(child, listChange(workspace, why)));

export const correctChild = (
  workspace: Workspace,
  ref: ChildRef,
  correction: Correction,
  why: ListReason,
) =>
  changeChild(workspace, ref, (child) =>
    correctedChild(child, correction, listChange(workspace, why)),
  );

/** A visit later than the one held. Earlier dates change nothing: the file knows better. */
export const noteSeen = (
  workspace: Workspace,
  ref: ChildRef,
  { on, alone }: { readonly on: CalendarDate; readonly alone: boolean },
) =>
  changeChild(workspace, ref, (child) => {
    const { facts } = child;
    const lastSeenOn = on > facts.lastSeenOn ? on : facts.lastSeenOn;
    const isLaterAlone = alone && on > facts.lastSeenAloneOn;
    const lastSeenAloneOn = isLaterAlone ? on : facts.lastSeenAloneOn;
    return { ...child, facts: { ...facts, lastSeenOn, lastSeenAloneOn } };
  });

/** Who approved the permanence plan: nobody's word is taken for it (C-29). */
export const notePermanenceApproval = (workspace: Workspace, ref: ChildRef, by: string) =>
  changeChild(workspace, ref, (child) => ({ ...child, permanenceApprovedBy: by }));

/** Of several allocations in force one stays; the others end today, and the entry says why. */
export async function nameLead(workspace: Workspace, ref: ChildRef, lead: StaffRef): Promise<void> {
  const on = todayIn(workspace);
  const change = listChange(workspace, { on, reason: 'Named as the lead worker' });
  await workspace.change(() => {
    const record = findChild(workspace, ref);
    if (!record) return [];
    const others = findAll(
      workspace,
      'allocations',
      (each) => each.childRef === ref && isInForce(each, on) && each.staffRef !== lead,
    );
    const event = { ...change, what: 'transferred' as const, field: '', to: lead };
    const history = [
      ...record.body.history,
      ...others.map(({ body }) => ({ ...event, from: body.staffRef })),
    ];
    return [
      updated(record, { ...record.body, history }),
      ...others.map((each) => updated(each, { ...each.body, to: on })),
    ];
  });
}

/** LIST6: refused while anything about the child is finalised or typed; nothing is deleted. */
export async function removeChild(
  workspace: Workspace,
  ref: ChildRef,
  why: ListReason,
): Promise<'removed' | 'hasRecords'> {
  if (hasRecords(workspace, ref)) return 'hasRecords';
  await workspace.change(() => {
    const record = findChild(workspace, ref);
    if (!record) return [];
    const ending = findAll(
      workspace,
      'allocations',
      ({ childRef, to }) => childRef === ref && to === '',
    );
    return [
      updated(record, removedChild(record.body, listChange(workspace, why)), 'replaced'),
      ...ending.map((each) => updated(each, { ...each.body, to: why.on })),
    ];
  });
  return 'removed';
}

export async function transferChild(
  workspace: Workspace,
  ref: ChildRef,
  to: StaffRef | { readonly name: string },
  why: ListReason,
): Promise<void> {
  const staff = typeof to === 'string' ? undefined : newStaff(workspace, to.name.trim(), '');
  const staffRef = typeof to === 'string' ? to : (staff?.ref as StaffRef); // made on the line above
  const extra = staff ? [await staffWrite(workspace, staff)] : [];
  const allocationId = await workspace.vault.referenceId('allocation', workspace.ports.newId());
  await workspace.change(() => {
    const record = findChild(workspace, ref);
    if (!record) return [];
    const allocations = findAll(workspace, 'allocations');
    const current = currentAllocation(
      ref,
      allocations.map(({ body }) => body),
      why.on,
    );
    const transfer = transferredChild(record.body, current, staffRef, listChange(workspace, why));
    const ending = allocations.find(({ body }) => body === current);
    return [
      ...extra,
      updated(record, transfer.child, 'replaced'),
      ...(ending && transfer.ended ? [updated(ending, transfer.ended)] : []),
      created('allocations', allocationId, transfer.started),
    ];
  });
}

/** A pasted row that a person has dealt with: it leaves the list, its body stays as it was. */
export async function settleUnreadRow(workspace: Workspace, key: string): Promise<void> {
  await workspace.change(() =>
    findAll(workspace, 'unreadRows', (row) => row.key === key).map(
      (record) => updated(record, { ...record.body, settledAt: workspace.now } as UnreadRow), // loose: an added field is kept
    ),
  );
}
