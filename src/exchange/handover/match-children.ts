import { type ChildRef, isLocalRef, localRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { childFinder } from '#exchange/caseload/listed-child.ts';
import { nameKey } from '#exchange/caseload/match-staff.ts';
import { type ExchangedBefore, referenceKey } from '#storage/handover/exchanged.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Handover, ReferenceRow } from './handover-body.ts';
import { fieldsOf } from './parts.ts';

export interface MatchedChild {
  readonly row: ReferenceRow;
  /** Who it is on our list; undefined for somebody new. */
  readonly held: OpenRecord<'children'> | undefined;
  /** What the child is called here. */
  readonly ref: ChildRef;
}

interface MatchQuestion {
  readonly handover: Handover;
  readonly children: readonly OpenRecord<'children'>[];
  readonly before: ExchangedBefore;
}

/**
 * Who each child of a file is (HAND9): as an earlier file had it, or the same reference, the council's as
 * it is now before any other. Two who are called the same and differ in every other way are two.
 */
export function matchChildren(question: MatchQuestion): readonly MatchedChild[] {
  const { handover, children, before } = question;
  const byRef = new Map(children.map((record) => [record.body.ref as string, record]));
  const find = childFinder(children.map(({ body }) => body));
  const rows = handover.reference.filter(({ collection }) => collection === 'children');
  const given = new Set<string>();

  return rows.map((row): MatchedChild => {
    const known = before.get(referenceKey('children', row.ref))?.body.as;
    const candidate =
      (known ? byRef.get(known)?.body : undefined) ??
      candidatesOf(row, find).find((child) => mayBe(row, child));
    const held = candidate && byRef.get(candidate.ref);
    if (held) return { row, held, ref: held.body.ref };
    const isTaken = byRef.has(row.ref) || given.has(row.ref);
    // The same each time the file is looked at, and in the next file of theirs.
    const own = localRef(`${handover.from.ref}:${row.ref}`);
    const ref = (isTaken ? own : row.ref) as ChildRef; // a reference of theirs, or one of ours
    given.add(ref);
    return { row, held: undefined, ref };
  });
}

function candidatesOf(
  { ref, refs, text }: ReferenceRow,
  find: (ref: string) => Child | undefined,
): readonly Child[] {
  const reference = String(fieldsOf(text).reference ?? '');
  const found = [reference, ref, ...refs].filter((each) => each !== '').map(find);
  return [...new Set(found.filter((child) => child !== undefined))];
}

/** A reference that was corrected may by now be another child's: then a name or a birth must agree. */
function mayBe({ text }: ReferenceRow, child: Child): boolean {
  const { reference, name, dateOfBirth, expectedOn } = fieldsOf(text);
  const isOpen = (each: unknown) => typeof each !== 'string' || each === '' || isLocalRef(each);
  if (isOpen(reference) || isOpen(child.reference) || reference === child.reference) return true;
  return (
    nameKey(String(name ?? '')) === nameKey(child.name) ||
    (child.dateOfBirth !== '' && child.dateOfBirth === dateOfBirth) ||
    (child.expectedOn !== '' && child.expectedOn === expectedOn)
  );
}
