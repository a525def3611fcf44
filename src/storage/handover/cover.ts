import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import { myRefsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { handedOver } from './supervision.ts';

type Reads = Pick<Workspace, 'set' | 'now'>;

export interface Cover {
  readonly staff: Staff;
  readonly relation: SupervisionRelation;
}

const covers = (workspace: Reads, isIn: (relation: SupervisionRelation) => boolean) =>
  bodies(workspace, 'staff').flatMap((staff): readonly Cover[] =>
    (staff.supervisedBy ?? [])
      .filter((relation) => relation.coverFor !== '' && isIn(relation))
      .map((relation) => ({ staff, relation })),
  );

/** Whom I cover, or covered, for one colleague; for anybody where none is named. */
export function coveredFor(workspace: Reads, coverFor?: string): readonly Cover[] {
  const mine = myRefsOf(workspace);
  return covers(
    workspace,
    (relation) =>
      mine.includes(relation.supervisorRef) &&
      (coverFor === undefined || relation.coverFor === coverFor),
  );
}

/** Who covers for me, while the days have not passed and those covered are still mine. */
export function coversForMe(workspace: Reads): readonly Cover[] {
  const mine = myRefsOf(workspace);
  const today = todayIn(workspace);
  const gone = new Set(handedOver(workspace).map(({ staff }) => staff.ref));
  return covers(workspace, ({ coverFor, to }) => mine.includes(coverFor) && to >= today).filter(
    ({ staff }) => !gone.has(staff.ref),
  );
}
