import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { FinishedPolicy } from './finished.ts';
import { flag, listOf, typed } from './typed.ts';

/** Of domain-spec A10, and duty: what each is called stands in domain/cancellations/cancellation.ts. */
const reasons = [
  'practitionerSick',
  'supervisorSick',
  'annualLeave',
  'childProtection',
  'court',
  'duty',
  'operational',
  'training',
  'other',
] as const;

/** A child whose discussion will be late, as it was reckoned that day: by reference, never by name. */
const AtRisk = z.looseObject({ id: z.string(), childRef: ChildRef, dueOn: z.string() });
export type AtRisk = z.infer<typeof AtRisk>;

/**
 * A session that was cancelled, or a gap in supervision (domain-spec A10). On the supervision file: of all
 * that is typed here only `cover` goes anywhere else, into the neutral line of a gap.
 */
export const CancellationRecord = z.looseObject({
  id: RecordId,
  kind: z.enum(['session', 'gap']),
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  /** '' of a gap. */
  sessionId: typed,
  plannedFor: typed,
  cancelledBy: typed,
  /** The day, as typed. */
  cancelledOn: typed,
  reason: z._default(z.enum(['', ...reasons]), ''),
  otherReason: typed,
  exceptional: z._default(z.enum(['', 'yes', 'no']), ''),
  /** As typed; the session that was planned for it is `newSessionId`. */
  rearrangedFor: typed,
  whyNotRearranged: typed,
  coverConsidered: typed,
  /** Of a gap: who covered, in neutral words that go on each child's record. */
  cover: typed,
  /** Put back: the session takes place after all. What was typed stays. */
  putBackAt: typed,

  /** What was finished with it; '' and empty in a draft. */
  rearrangedOn: typed,
  newSessionId: typed,
  atRisk: listOf(AtRisk),
  months: listOf(z.string()),
  /** Of a gap: the entry on each child's file. */
  finished: listOf(z.looseObject({ id: z.string(), childRef: ChildRef, entryId: RecordId })),
  finalisedAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type CancellationRecord = z.infer<typeof CancellationRecord>;

/** What it becomes when it is recorded: never written again. Nothing takes it for a child's record. */
export const FinishedCancellation = z.looseObject({
  ...CancellationRecord.shape,
  file: z.literal('staff'),
  schema: z.literal(1),
  heading: z.string(),
  supervisee: z.string(),
  supervisor: z.string(),
  cancelledDate: typed,
  policy: FinishedPolicy,
  synthetic: flag,
  finalisedBy: z.string(),
});
export type FinishedCancellation = z.infer<typeof FinishedCancellation>;

/** Undefined of a draft. */
export const finalOfCancellation = (
  record: CancellationRecord,
): FinishedCancellation | undefined =>
  record.finalisedAt === '' ? undefined : FinishedCancellation.safeParse(record).data;
