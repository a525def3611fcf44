import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

/** Away from work, from and to, both days included. Its kind is on the supervision file and not here. */
export const Absence = z.looseObject({
  id: RecordId,
  staffRef: StaffRef,
  from: typed,
  /** '' while still away. */
  to: typed,
  /** Put in by mistake: it explains nothing. */
  withdrawn: z._default(z.boolean(), false),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type Absence = z.infer<typeof Absence>;
