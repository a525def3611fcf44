import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { ToldAbsence } from './told-absence.ts';
import { flag, listOf, typed } from './typed.ts';

/** How the work with one child affects the practitioner: never on the child's record. */
const Impact = z.looseObject({ id: z.string(), childRef: ChildRef, strong: flag, text: typed });
export type Impact = z.infer<typeof Impact>;

export function emptyImpact(childRef: ChildRef): Impact {
  return Impact.parse({ id: childRef, childRef });
}

const own = {
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
};

/** With a preparation, and shared with it: what belongs on the supervision file. */
export const BeforeSession = z.looseObject({
  ...own,
  kind: z.literal('beforeSession'),
  preparationId: RecordId,
  absences: listOf(ToldAbsence),
  noAbsences: flag,
  impact: listOf(Impact),
  /** What the work is doing to me. */
  wellbeing: typed,
  sharedAt: typed,
});
export type BeforeSession = z.infer<typeof BeforeSession>;

/** Read, commented on, agreed or not: the practitioner's answer to the records of one session. */
export const RecordResponse = z.looseObject({
  ...own,
  kind: z.literal('record'),
  sessionId: RecordId,
  comments: typed,
  stance: z._default(z.enum(['', 'agreed', 'notAgreed']), ''),
  because: typed,
  /** What was read, by SHA-256 of each finalised text: a record finalised later is not covered by it. */
  read: listOf(z.looseObject({ id: z.string(), hash: z.string() })),
  answeredAt: typed,
});
export type RecordResponse = z.infer<typeof RecordResponse>;

/** The practitioner's own part of the agreement, and her signature under the shared text. */
export const AgreementResponse = z.looseObject({
  ...own,
  kind: z.literal('agreement'),
  agreementId: RecordId,
  statements: listOf(z.string()),
  previousExperience: typed,
  learningStyle: typed,
  whatHelpsMe: typed,
  signsOfStress: typed,
  wantFromSupervisor: typed,
  iWillContribute: typed,
  policyGiven: flag,
  policyRead: flag,
  comments: typed,
  signedBy: typed,
  signedAt: typed,
  /** SHA-256 of the shared text that was signed, and that text. */
  signedHash: typed,
  signedText: typed,
});
export type AgreementResponse = z.infer<typeof AgreementResponse>;

/**
 * Asked for at any time, and no part of a preparation: it goes with the next file whether or not the
 * preparation is shared (002:11). `sharedAt` is when it was asked.
 */
export const ExtraRequest = z.looseObject({
  ...own,
  kind: z.literal('extraSupervision'),
  why: typed,
  sharedAt: typed,
  /** Taken back by whoever asked: nothing waits for it. */
  withdrawnAt: typed,
});
export type ExtraRequest = z.infer<typeof ExtraRequest>;

/** Written by the practitioner and by nobody else. On the supervision file. */
export const Response = z.discriminatedUnion('kind', [
  BeforeSession,
  RecordResponse,
  AgreementResponse,
  ExtraRequest,
]);
export type Response = z.infer<typeof Response>;
