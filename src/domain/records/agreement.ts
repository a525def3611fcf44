import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { flag, listOf, typed } from './typed.ts';

/** A review while it is typed, and once it is recorded: then `by` says who recorded it. */
const Review = z.looseObject({
  id: z.string(),
  heldOn: typed,
  outcome: z._default(z.enum(['', 'continue', 'changed', 'newAgreement']), ''),
  notes: typed,
  by: typed,
});
export type Review = z.infer<typeof Review>;

/**
 * The supervision agreement (domain-spec A1). Both may write the shared text until both have signed it;
 * the practitioner's own part is her response.
 */
export const Agreement = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  organisation: typed,
  superviseeRole: typed,
  supervisorRole: typed,
  team: typed,
  stage: typed,
  employment: z._default(z.enum(['', 'permanent', 'locum']), ''),
  contractedHours: typed,
  stageStartDate: typed,
  sixMonthReviewDate: typed,
  agreedFortnightlyFrom: typed,
  formerStudentHere: flag,
  purpose: typed,
  frequency: typed,
  /** The interval that due dates count by, chosen from a list; '' where the policy's own counts. */
  agreedInterval: typed,
  commencementDate: typed,
  durationMinutes: typed,
  location: typed,
  privacyOk: flag,
  permittedInterruptions: typed,
  /** One date a line, as typed. */
  datesBookedAhead: typed,
  cancellationRule: typed,
  agendaSetting: typed,
  preparation: typed,
  /** Ticked responsibilities of the supervisor, by their key. */
  statements: listOf(z.string()),
  wantFromSupervisee: typed,
  supervisorContributes: typed,
  diversityAndPower: typed,
  modelsUsed: typed,
  recordingAndAccess: typed,
  entitlement: typed,
  disputeThirdPerson: typed,
  absenceCover: typed,
  /** The name as it was on the day. */
  supervisorSignedBy: typed,
  supervisorSignedAt: typed,
  /** SHA-256 of the shared text that was signed. */
  supervisorSignedHash: typed,
  /** That text itself: what a change is told by, and what can still be read after one. */
  supervisorSignedText: typed,
  reviews: listOf(Review),
  replacedById: typed,
  profileId: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type Agreement = z.infer<typeof Agreement>;
