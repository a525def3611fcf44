import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { flag, listOf, typed } from './typed.ts';

const Sitting = z.looseObject({ startedAt: z.string(), endedAt: typed });

/** What was shown as accounted for when the session ended: evidence of that day, read by no rule. */
const Account = z.looseObject({
  childRef: ChildRef,
  outcome: z.enum(['inDepth', 'brief', 'notDiscussed', 'leftOut']),
  reason: typed,
  discussedOn: typed,
});

export const Session = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  status: z.enum(['planned', 'open', 'paused', 'ended']),
  plannedFor: typed,
  sittings: listOf(Sitting),
  /** Every child open on the supervisee's list when the session started, in the agenda's order. */
  childRefs: listOf(ChildRef),
  /** Who else was there, as typed. */
  othersPresent: typed,
  practitionerPresent: z._default(z.boolean(), true),
  supervisorPresent: z._default(z.boolean(), true),
  accounts: listOf(Account),
  /** Ended with children left out: said everywhere the session is shown. */
  incomplete: flag,
  profileId: typed,
  createdAt: z.string(),
  createdBy: z.string(),
});
export type Session = z.infer<typeof Session>;
export type Account = z.infer<typeof Account>;

/** Personal supervision notes. They stay on the supervision file; no child export can take one. */
export const StaffNote = z.looseObject({
  id: RecordId,
  sessionId: RecordId,
  superviseeRef: StaffRef,
  text: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  finalisedAt: typed,
});
export type StaffNote = z.infer<typeof StaffNote>;
