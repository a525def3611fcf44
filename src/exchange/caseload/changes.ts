import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { ProfileStatus } from '#domain/status/status-for-profile.ts';
import type { FactDate, ImportedAllocation, ImportedChild } from './imported-caseload.ts';

export const changedFields = [
  'name',
  'dateOfBirth',
  'expectedOn',
  'familyRef',
  'legalStatus',
  'diedOn',
  'restricted',
] as const;
export type ChangedField = (typeof changedFields)[number];

/** A worker as the file names them. `staffRef` is who that is on the list, undefined for somebody new. */
export interface FileWorker {
  readonly staffRef: StaffRef | undefined;
  readonly name: string;
  readonly allocation: ImportedAllocation;
}

export interface FactChange {
  readonly fact: FactDate | 'permanencePlanRecorded';
  readonly from: string;
  readonly to: string;
}

interface Of<Kind extends string> {
  /** The same for the same change however often it is looked at. */
  readonly id: string;
  readonly kind: Kind;
  readonly childRef: ChildRef;
  readonly name: string;
}

/** One row of "what changes", to accept or to leave. */
export type Change =
  | (Omit<Of<'new'>, 'childRef'> & {
      readonly child: ImportedChild;
      readonly status: ProfileStatus | undefined;
      readonly workers: readonly FileWorker[];
      /** On the list with the same name and date of birth and no reference: a person says if it is them. */
      readonly maybe: readonly ChildRef[];
    })
  | (Of<'field'> & {
      readonly field: ChangedField;
      readonly from: string;
      readonly to: string;
    })
  | (Of<'status'> & { readonly from: string; readonly to: ProfileStatus })
  /** An empty `to`: the file has no worker for this child. */
  | (Of<'worker' | 'twoWorkers'> & {
      readonly from: readonly StaffRef[];
      readonly to: readonly FileWorker[];
    })
  | (Of<'facts'> & { readonly changes: readonly FactChange[] })
  | (Of<'closed'> & { readonly on: string })
  | (Of<'reappeared'> & { readonly was: 'closed' | 'removed' | 'missing' })
  /** `words` is "Not in the file of 20 November 2026". The child stays open. */
  | (Of<'missing'> & { readonly words: string })
  /** The file has this child under more than one reference. The first was compared. */
  | (Of<'twoReferences'> & { readonly refs: readonly string[] });

export type ChangeKind = Change['kind'];

/** In the order they are shown in. */
export const changeKinds = [
  'new',
  'reappeared',
  'missing',
  'closed',
  'worker',
  'twoWorkers',
  'status',
  'field',
  'facts',
  'twoReferences',
] as const satisfies readonly ChangeKind[];
