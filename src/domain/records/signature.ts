import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { listOf, typed } from './typed.ts';

const text = z.string();

/** Who signed what words, when, how, and with which key. */
const act = {
  id: RecordId,
  v: z.number(),
  role: text,
  signerRef: StaffRef,
  signerName: text,
  statement: text,
  at: text,
  /** 0: a typed name and a tick. 1: unlocked again, and a key of this device. */
  level: z.number(),
  /** '' at level 0. `publicKey` and `signature` are base64. */
  alg: typed,
  keyId: typed,
  publicKey: typed,
  signature: typed,
};

const SignedText = z.looseObject({
  recordId: RecordId,
  /** SHA-256 of the finalised text as it is stored, hex. */
  hash: text,
  file: z.enum(['child', 'staff']),
});
export type SignedText = z.infer<typeof SignedText>;

/** One act over everything that was finalised with a session. On the supervision file. */
export const StaffSignature = z.looseObject({
  ...act,
  file: z.literal('staff'),
  sessionId: RecordId,
  superviseeRef: StaffRef,
  list: listOf(SignedText),
});
export type StaffSignature = z.infer<typeof StaffSignature>;

/** The same act on one child's file, signed by itself: nothing in it is made from the staff file. */
export const ChildSignature = z.looseObject({
  ...act,
  file: z.literal('child'),
  childRef: ChildRef,
  recordId: RecordId,
  hash: text,
  /** SHA-256 of the act's list without what is on the supervision file. */
  listHash: text,
  actId: RecordId,
});
export type ChildSignature = z.infer<typeof ChildSignature>;
