import { isInForce, isOpenOn } from '#domain/caseload/caseload.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { type ExchangedBefore, referenceKey } from '#storage/handover/exchanged.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import type { OfGroups } from './group-rows.ts';
import { pick } from './parts.ts';
import { type ReferenceOut, refsOf } from './rows.ts';

/** What goes out about a child: this list and nothing else. History and checks stay here. */
const handedFields = [
  'ref',
  'reference',
  'aliases',
  'name',
  'dateOfBirth',
  'expectedOn',
  'status',
  'closedOn',
  'statuses',
  'permanenceApprovedBy',
  'teamsInvolved',
  'secondTeamOn',
  'overrideInterval',
  'overrideReason',
  'overrideReviewOn',
  'statusWords',
  'legalStatus',
  'diedOn',
  'restricted',
  'facts',
  'asAt',
] as const satisfies readonly (keyof Child)[];

/** The same for whoever supervises next: with what a clock counts from, and how the status came to be. */
export const handedToSupervisor: readonly (keyof Child)[] = [
  ...handedFields,
  'higherRiskEarlyHelp',
  'history',
];

/** The children of one worker, with her allocations and when each was discussed before Footprint. */
export function childRows(
  workspace: Workspace,
  staffRef: StaffRef,
  before: ExchangedBefore,
  { daysOf }: Pick<OfGroups, 'daysOf'>,
  named: readonly (keyof Child)[] = handedFields,
): readonly ReferenceOut[] {
  const open = openChildren(workspace, staffRef);
  const closed = closedSince(workspace, staffRef, before);
  const children = [...open, ...closed];
  const refs = new Set<string>(children.map(({ ref }) => ref));
  const listed = bodies(workspace, 'children');
  const priors = bodies(workspace, 'priorDiscussions').filter(({ childRef }) => refs.has(childRef));
  return [
    ...children.map((child): ReferenceOut => {
      const { ref } = child;
      const familyRef = familyAmong(child, open, listed);
      const fields = { ...pick(child, named), familyRef, groupDays: daysOf(ref) };
      return { collection: 'children', ref, refs: refsOf(child), text: JSON.stringify(fields) };
    }),
    ...allocationRows(workspace, staffRef, before),
    ...priors.map((prior): ReferenceOut => {
      const { childRef: ref } = prior;
      return { collection: 'priorDiscussions', ref, refs: [ref], text: JSON.stringify(prior) };
    }),
  ];
}

const wasSent = (before: ExchangedBefore, collection: string, ref: string): boolean =>
  (before.get(referenceKey(collection, ref))?.body.sent.length ?? 0) > 0;

/** Still hers and closed since she was told of the child: the list on her device follows. */
function closedSince(workspace: Workspace, staffRef: StaffRef, before: ExchangedBefore) {
  const today = todayIn(workspace);
  const hers = new Set(
    bodies(workspace, 'allocations')
      .filter((each) => each.staffRef === staffRef && isInForce(each, today))
      .map(({ childRef }) => childRef),
  );
  return bodies(workspace, 'children').filter(
    (child) =>
      hers.has(child.ref) &&
      !child.removed &&
      !isOpenOn(child, today) &&
      wasSent(before, 'children', child.ref),
  );
}

/** Those in force, and the end of one that was in an earlier file: the child has left her list. */
function allocationRows(
  workspace: Workspace,
  staffRef: StaffRef,
  before: ExchangedBefore,
): readonly ReferenceOut[] {
  const today = todayIn(workspace);
  return bodies(workspace, 'allocations').flatMap((allocation) => {
    if (allocation.staffRef !== staffRef) return [];
    const ref = `${allocation.childRef} ${allocation.from}`;
    if (!isInForce(allocation, today) && !wasSent(before, 'allocations', ref)) return [];
    return [{ collection: 'allocations', ref, refs: [ref], text: JSON.stringify(allocation) }];
  });
}

/**
 * What holds brothers and sisters together may be the reference of one of them who is somebody else's.
 * Then one of her own stands for the family.
 */
function familyAmong(child: Child, hers: readonly Child[], listed: readonly Child[]): string {
  const { familyRef } = child;
  const isHers = (ref: string) => hers.some((each) => refsOf(each).includes(ref));
  const isSomebody = listed.some((each) => refsOf(each).includes(familyRef));
  if (!isSomebody || isHers(familyRef)) return familyRef;
  const together = hers.filter((each) => each.familyRef === familyRef).map(({ ref }) => ref);
  return together.length > 1 ? (together.toSorted()[0] ?? '') : '';
}
