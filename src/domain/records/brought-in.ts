import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

/** What the old form was. The council's own word for it stands in the text. */
export const broughtInKinds = [
  'discussion',
  'managementDecision',
  'notes',
  'agreement',
  'other',
] as const;
export type BroughtInKind = (typeof broughtInKinds)[number];

const common = {
  id: RecordId,
  kind: z._default(z.enum(['', ...broughtInKinds]), ''),
  /** The day that the form itself has, as typed, and the date that was meant. */
  on: typed,
  onDate: typed,
  /** Who wrote it then. */
  author: typed,
  /** Exactly as it was pasted. */
  text: typed,
  /** The record that this one stands in place of; '' for most. */
  corrects: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
  /** '' while it is a draft. From then on nothing of it changes but that it is withdrawn. */
  confirmedAt: typed,
  confirmedBy: typed,
  confirmedByName: typed,
  withdrawnAt: typed,
  withdrawnBy: typed,
  withdrawnWhy: typed,
};

/**
 * A record of a child made before Footprint, or elsewhere, brought in as text. It is not written here and
 * not finalised here: no rule counts it (BRIN2).
 */
export const ChildBroughtIn = z.looseObject({ ...common, childRef: ChildRef });
export type ChildBroughtIn = z.infer<typeof ChildBroughtIn>;

/** The same for the supervision file of a member of staff. The two are never one. */
export const StaffBroughtIn = z.looseObject({ ...common, superviseeRef: StaffRef });
export type StaffBroughtIn = z.infer<typeof StaffBroughtIn>;

export type BroughtIn = ChildBroughtIn | StaffBroughtIn;
