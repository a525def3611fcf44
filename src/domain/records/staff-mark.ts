import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

/** "Placed on file on …", on the council's supervision file. Withdrawn by a later mark, never erased. */
export const StaffMark = z.looseObject({
  id: RecordId,
  file: z.literal('staff'),
  recordId: RecordId,
  superviseeRef: StaffRef,
  state: z.enum(['placed', 'withdrawn']),
  /** The day; '' of a mark that withdraws. */
  on: typed,
  /** Where it can be found there, as typed. */
  reference: typed,
  at: z.string(),
  by: z.string(),
});
export type StaffMark = z.infer<typeof StaffMark>;
