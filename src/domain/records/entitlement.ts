import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

/**
 * The route for supervision that is not happening as agreed (domain-spec A11, 003:158-165). Written by the
 * practitioner and by nobody else; hers alone until `sentAt`, and seen from then on as she goes on writing.
 */
export const Entitlement = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  /** Step 1, the two of them. Each day as typed, and beside it the date that was meant then. */
  oneToOneOn: typed,
  oneToOneDate: typed,
  issue: typed,
  oneToOneOutcome: typed,
  /** Step 2, with the supervisor's line manager. */
  threeWayOn: typed,
  threeWayDate: typed,
  lineManager: typed,
  difficulties: typed,
  threeWayOutcomes: typed,
  /** The meeting with the person named in the agreement (003:220). */
  disputeOn: typed,
  disputeDate: typed,
  thirdPerson: typed,
  noticeGiven: z._default(z.enum(['', 'yes', 'no']), ''),
  noticeGivenOn: typed,
  noticeGivenDate: typed,
  disputeOutcome: typed,
  sentAt: typed,
  /** Supervision is happening again: nothing waits for it. */
  settledAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type Entitlement = z.infer<typeof Entitlement>;
