import * as z from 'zod/mini';
import { workerStages } from '#domain/due/worker.ts';
import { StaffRef } from '#domain/ids.ts';
import { GroupDay } from './group-day.ts';
import { flag, listOf, typed } from './typed.ts';

/** What somebody was trained in, as typed, and its day; '' where none is held. */
const Training = z.looseObject({ id: z.string(), what: typed, on: typed });
export type Training = z.infer<typeof Training>;

/** What a supervisor answers for (001:95, 001:112): one may have the cases, another the personal side. */
export const supervisionKinds = ['both', 'case', 'personal'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

/** Who supervises this person, from and to, both days included; '' is "from the beginning", "still". */
export const SupervisionRelation = z.looseObject({
  id: z.string(),
  supervisorRef: z.string(),
  kind: z._default(z.enum(supervisionKinds), 'both'),
  from: typed,
  to: typed,
  /** For these days in this person’s place: a cover, and no supervisor of their own. */
  coverFor: typed,
  /** A cover that may see the supervision notes too. */
  seesNotes: flag,
  /** The file by which this person was handed on, and when whoever took over said so. */
  fileId: typed,
  acceptedAt: typed,
});
export type SupervisionRelation = z.infer<typeof SupervisionRelation>;

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
  /** Last observed before Footprint, typed by hand (OBS7); '' where no day is held. */
  observedOn: typed,
  supervisionObservedOn: typed,
  /** All supervision of practice of this person's team takes place in groups (004:17). */
  familySafeguarding: flag,
  /** The day from which Footprint knows about this person's supervision. */
  knownFrom: typed,
  /** Meetings of this person’s Family Safeguarding group that are not held on this device (GROUP19). */
  groupDays: z.optional(z.array(GroupDay)),
  /** Left out where nobody said: then whoever holds the entry supervises this person in everything. */
  supervisedBy: z.optional(z.array(SupervisionRelation)),
  /** Held by name alone: supervises somebody of mine, or did. On nobody’s list here. */
  colleague: z.optional(z.boolean()),
});
export type Staff = z.infer<typeof Staff>;
