import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import { typed } from './typed.ts';

const text = z.string();

/**
 * A dated correction of a finished record of the supervision file. The original stays as it was
 * (domain-spec 0.1 rule 5); nothing of it has a place on a child's file.
 */
export const StaffAmendment = z.looseObject({
  id: RecordId,
  file: z.literal('staff'),
  recordId: RecordId,
  /** SHA-256 of the finalised text that is corrected, hex. */
  recordHash: text,
  /** Whose supervision file it is on; '' where the record is about nobody in particular. */
  superviseeRef: typed,
  text,
  reason: text,
  at: text,
  by: text,
  byRef: typed,
});
export type StaffAmendment = z.infer<typeof StaffAmendment>;
