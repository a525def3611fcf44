import type { BroughtIn, ChildBroughtIn, StaffBroughtIn } from '#domain/records/brought-in.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { findChild } from './caseload-reads.ts';

type Reads = Pick<Workspace, 'set'>;

/** Newest day first; a draft, which may have no day yet, before all. */
const inOrder = <R extends BroughtIn>(records: readonly R[]): readonly R[] =>
  records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
const keyOf = ({ confirmedAt, onDate, createdAt }: BroughtIn) =>
  confirmedAt === '' ? `9${createdAt}` : `${onDate}${confirmedAt}`;

/** What was brought in of a child, under each reference that the child had. */
export function broughtInOfChild(workspace: Reads, childRef: string): readonly ChildBroughtIn[] {
  const aliases: readonly string[] = findChild(workspace, childRef)?.body.aliases ?? [];
  return inOrder(
    bodies(workspace, 'childBroughtIn').filter(
      (each) => each.childRef === childRef || aliases.includes(each.childRef),
    ),
  );
}

export const broughtInOfStaff = (workspace: Reads, ref: string): readonly StaffBroughtIn[] =>
  inOrder(bodies(workspace, 'staffBroughtIn').filter((each) => each.superviseeRef === ref));

/** Confirmed, not withdrawn, and nothing stands in its place. */
export const standing = <R extends BroughtIn>(records: readonly R[]): readonly R[] =>
  records.filter((each) => isStanding(each) && correctedBy(each, records) === undefined);

const isStanding = ({ confirmedAt, withdrawnAt }: BroughtIn) =>
  confirmedAt !== '' && withdrawnAt === '';

/** The record that stands in place of this one. */
export const correctedBy = <R extends BroughtIn>(record: R, records: readonly R[]): R | undefined =>
  records.find((each) => each.corrects === record.id && isStanding(each));
