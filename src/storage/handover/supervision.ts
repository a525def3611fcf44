import { currentAllocation } from '#domain/caseload/caseload.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import { handedOn, otherSupervisor } from '#domain/supervision/other-supervisors.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { myRefsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set' | 'now'>;

export interface HandedOver {
  readonly staff: Staff;
  readonly relation: SupervisionRelation;
}

/** Everybody who was handed over from this device, and accepted there (HAND20). */
export function handedOver(workspace: Reads): readonly HandedOver[] {
  const mine = myRefsOf(workspace);
  const today = todayIn(workspace);
  return bodies(workspace, 'staff').flatMap((staff) => {
    const relation = handedOn(staff, mine, today);
    return relation ? [{ staff, relation }] : [];
  });
}

/**
 * The children whose supervision goes with this person: those she works with now, and closed ones she
 * worked with last. One that somebody else works with now stays.
 */
export function childrenWith(workspace: Reads, staffRef: StaffRef): ReadonlySet<string> {
  const today = todayIn(workspace);
  const allocations = bodies(workspace, 'allocations');
  return new Set<string>(
    bodies(workspace, 'children')
      .filter(({ ref }) => {
        const current = currentAllocation(ref, allocations, today);
        const last = allocations
          .filter((each) => each.childRef === ref)
          .toSorted((a, b) => (a.from < b.from ? -1 : 1))
          .at(-1);
        return (current ?? last)?.staffRef === staffRef;
      })
      .map(({ ref }) => ref),
  );
}

/** Who has personal supervision, where I have the cases alone (SUPV4). */
export function personalSupervisor(workspace: Reads, staff: Staff): string | undefined {
  const mine = myRefsOf(workspace);
  const today = todayIn(workspace);
  if (kindOfMine(staff, mine, today) !== 'case') return undefined;
  const other = otherSupervisor(staff, mine, today);
  return other ? staffName(workspace, other.supervisorRef) : 'another supervisor';
}
