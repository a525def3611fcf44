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

/** What both agreed for one child: the order of the list is the order of the agenda. */
const AgendaItem = z.looseObject({
  /** The child's reference, again, so that the merge can tell list items apart. */
  id: z.string(),
  childRef: ChildRef,
  depth: z._default(z.enum(['', 'brief', 'inDepth']), ''),
  /** Why that depth: working data, on no child's record and in no export. */
  reason: typed,
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** One line of the agenda as it was when both agreed it. */
const AgreedItem = z.looseObject({
  id: z.string(),
  childRef: ChildRef,
  depth: z._default(z.enum(['', 'brief', 'inDepth']), ''),
});
export type AgreedItem = z.infer<typeof AgreedItem>;

export const Session = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  status: z.enum(['planned', 'open', 'paused', 'ended', 'cancelled']),
  plannedFor: typed,
  /** The day it was held on, where it was written on paper and is typed up later; '' otherwise (SESS6). */
  heldOn: typed,
  /** Cancelled for an exceptional reason that is recorded: all that leaves the cancellation (CANCEL3). */
  cancelledExceptionally: flag,
  /** How long it is planned to take, as typed; '' where the policy's length or the default stands. */
  minutes: typed,
  /** It covers personal supervision too, which the plan keeps time for. */
  coversPersonal: flag,
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
  agenda: listOf(AgendaItem),
  /** When both agreed the agenda; '' where they have not. */
  agendaAgreedAt: typed,
  /** The order and the depths as they were agreed: what a later change is told by. */
  agreedAgenda: listOf(AgreedItem),
  /** What the supervisor wants to talk about, apart from the children. */
  supervisorWants: typed,
  /** The preparation that was on the table, once the session has started. */
  preparationId: typed,
  /** Why the practitioner's agreement to the records was not obtained: it ends the wait for it. */
  notAgreedBecause: typed,
  notAgreedAt: typed,
  profileId: typed,
  createdAt: z.string(),
  createdBy: z.string(),
});
export type Session = z.infer<typeof Session>;
export type Account = z.infer<typeof Account>;
