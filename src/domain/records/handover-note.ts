import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { flag, listOf, typed } from './typed.ts';

/** Children stand by their reference: it is a record of the supervision file (domain-spec 0.1 rule 3). */
const OutstandingAction = z.looseObject({
  id: z.string(),
  child: typed,
  what: typed,
  owner: typed,
  byWhen: typed,
  carried: z._default(z.number(), 0),
});
const PendingDecision = z.looseObject({ id: z.string(), child: typed, on: typed, text: typed });

/**
 * The handover note on a change of supervisor (domain-spec A1, 003:97). Typed: who to, and what the new
 * supervisor should know. The rest is computed when it is finalised, and the body is its canonical text then.
 */
export const HandoverNote = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  /** The supervisor who hands over. */
  supervisorRef: StaffRef,
  toName: typed,
  whatToKnow: typed,
  /** Handed over although something is not finished: it stays where it is, and is named here. */
  withUnfinished: flag,
  supervisee: typed,
  supervisor: typed,
  actions: listOf(OutstandingAction),
  decisions: listOf(PendingDecision),
  agreement: typed,
  nextDate: typed,
  nextDue: typed,
  unfinished: listOf(z.string()),
  policy: typed,
  synthetic: flag,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
  finalisedAt: typed,
  finalisedBy: typed,
});
export type HandoverNote = z.infer<typeof HandoverNote>;
