import type { BroughtInCollection } from '#storage/caseload/brought-in.ts';

/** Whose a record is, and on which of the two files. */
export interface BroughtInPlace {
  readonly collection: BroughtInCollection;
  readonly file: 'child' | 'staff';
  readonly name: string;
  readonly back: { readonly href: string; readonly label: string };
}
