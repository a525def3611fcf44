import type { StaffRef } from '#domain/ids.ts';
import type { Settings } from '#domain/records/settings.ts';
import { nameKey } from '#exchange/caseload/match-staff.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import type { About, Handover } from './handover-body.ts';

/** Who the two people of a file are on this device. */
export interface People {
  readonly me: StaffRef;
  readonly from: StaffRef;
  /** Whose supervision the file is about, under our references; empty between the two of one. */
  readonly about: ReadonlySet<string>;
  /** Their references to ours. */
  readonly staff: ReadonlyMap<string, string>;
}

export const myRefs = ({ me, alsoMe }: Settings): readonly string[] => [me, ...alsoMe];

/** The practitioner on my list who made the file; undefined where she is not on it. */
export function senderOnList(
  workspace: Pick<Workspace, 'set'>,
  { from }: Handover,
): StaffRef | undefined {
  const refs = [from.ref as string, ...from.refs];
  return bodies(workspace, 'staff').find(({ ref }) => refs.includes(ref))?.ref;
}

export function peopleOf(
  workspace: Pick<Workspace, 'set'>,
  handover: Handover,
  { me }: Settings,
): People {
  const from = senderOnList(workspace, handover) ?? handover.from.ref;
  const about = handover.about.map((each) => [each.ref, aboutOnList(workspace, each)] as const);
  const staff = new Map<string, string>([
    [handover.to.ref, me],
    ...[handover.from.ref, ...handover.from.refs].map((ref) => [ref, from] as const),
    ...about,
  ]);
  return { me, from, about: new Set(about.map(([, ours]) => ours)), staff };
}

/**
 * Who a supervisee of a file is here (HAND18): under the same reference, else the one of that name who has
 * children or is supervised here. Two of one name are two.
 */
export function aboutOnList(workspace: Pick<Workspace, 'set'>, { ref, name }: About): string {
  const staff = bodies(workspace, 'staff');
  if (staff.some((each) => each.ref === ref)) return ref;
  const [same, ...more] = staff.filter(
    (each) => !each.colleague && nameKey(each.name) === nameKey(name),
  );
  return same && more.length === 0 ? same.ref : ref;
}
