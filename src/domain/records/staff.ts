import * as z from 'zod/mini';
import { workerStages } from '#domain/due/worker.ts';
import { StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

export const Staff = z.looseObject({
  ref: StaffRef,
  name: typed,
  role: typed,
  teamRef: typed,
  /** What the interval of supervision follows from (agreement, A1). `default` where nothing was said. */
  stage: z._default(z.enum(workerStages), 'default'),
  startedOn: typed,
  sixMonthReviewDate: typed,
  agreedFortnightlyFrom: typed,
  /** An ISO interval set by hand, with its reason; '' where the policy's own counts. */
  ownInterval: typed,
  ownIntervalReason: typed,
  /** The day from which Footprint knows about this person's supervision. */
  knownFrom: typed,
});
export type Staff = z.infer<typeof Staff>;
