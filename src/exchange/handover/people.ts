import type { StaffRef } from '#domain/ids.ts';
import type { Settings } from '#domain/records/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import type { Handover } from './handover-body.ts';

/** Who the two people of a file are on this device. */
export interface People {
  readonly me: StaffRef;
  readonly from: StaffRef;
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
  const staff = new Map<string, string>([
    [handover.to.ref, me],
    ...[handover.from.ref, ...handover.from.refs].map((ref) => [ref, from] as const),
  ]);
  return { me, from, staff };
}
