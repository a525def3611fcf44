import type { StaffRef } from '#domain/ids.ts';
import type { ChildStub, KeptKind, StaffStub } from '#domain/records/keeping.ts';
import { myRefs } from '#storage/agreeing/agreeing-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import type { OfGroups } from './group-rows.ts';
import { type RecordOut, rowsOf } from './rows.ts';

/** What stays of removed records of children, so that the reader's clocks say what the sender's do (HAND25). */
export const childStubRows = (
  workspace: Workspace,
  isIn: (stub: ChildStub) => boolean,
): readonly RecordOut[] => rowsOf(findAll(workspace, 'childStubs', isIn));

export const staffStubRows = (
  workspace: Workspace,
  isIn: (stub: StaffStub) => boolean,
): readonly RecordOut[] => rowsOf(findAll(workspace, 'staffStubs', isIn));

/** Whose record a practitioner has: only of these does she have what stays. */
const hers: readonly KeptKind[] = [
  'staffNote',
  'observation',
  'agreement',
  'answer',
  'preparation',
];
/** Between the two of us alone (SUPV5): what somebody before me removed stays here. */
const betweenUs: readonly KeptKind[] = ['agreement', 'answer', 'preparation'];

/** HAND25: of records that would have gone to her, had they not been removed. */
export function stubsForPractitioner(
  workspace: Workspace,
  asked: {
    readonly ref: StaffRef;
    readonly children: ReadonlySet<string>;
    readonly sessionIds: ReadonlySet<string>;
    readonly groups: OfGroups;
  },
): readonly RecordOut[] {
  const { ref, children, sessionIds, groups } = asked;
  const mine = myRefs(workspace);
  const mayGo = (stub: ChildStub): boolean => {
    if (stub.entry) return true;
    if (stub.kind === 'childRecord') return sessionIds.has(stub.sessionId);
    return stub.kind === 'groupRecord' && groups.mayGo(stub);
  };
  return [
    ...childStubRows(workspace, (stub) => children.has(stub.childRef) && mayGo(stub)),
    ...staffStubRows(
      workspace,
      ({ superviseeRef, kind, removedBy }) =>
        superviseeRef === ref &&
        hers.includes(kind) &&
        (!betweenUs.includes(kind) || mine.includes(removedBy)),
    ),
  ];
}
