import * as z from 'zod/mini';
import { workerStages } from '#domain/due/worker.ts';
import { StaffRef } from '#domain/ids.ts';
import { GroupDay } from './group-day.ts';
import { flag, listOf, typed } from './typed.ts';

/** What somebody was trained in, as typed, and its day; '' where none is held. */
const Training = z.looseObject({ id: z.string(), what: typed, on: typed });
export type Training = z.infer<typeof Training>;

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
  /** As typed: "Social worker, registered". Shown, and nothing waits for it (C-22). */
  qualification: typed,
  trainings: listOf(Training),
  /** All supervision of practice of this person's team takes place in groups (004:17). */
  familySafeguarding: flag,
  /** The day from which Footprint knows about this person's supervision. */
  knownFrom: typed,
  /** Meetings of this person’s Family Safeguarding group that are not held on this device (GROUP19). */
  groupDays: z.optional(z.array(GroupDay)),
});
export type Staff = z.infer<typeof Staff>;
