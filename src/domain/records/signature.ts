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
  /** 0: a typed name and a tick. 1: unlocked again, and a key of this device. 2: a passkey. */
  level: z.number(),
  /** '' at level 0. `publicKey` (SPKI) and `signature` are base64. */
  alg: typed,
  keyId: typed,
  publicKey: typed,
  signature: typed,
  /** What a passkey signs beside the text: base64, as the browser gave them; '' below level 2. */
  authenticatorData: typed,
  clientData: typed,
};

const SignedText = z.looseObject({
  recordId: RecordId,
  /** SHA-256 of the finalised text as it is stored, hex. */
  hash: text,
  file: z.enum(['child', 'staff']),
});
export type SignedText = z.infer<typeof SignedText>;

const noRef = z.literal('');

/** One act over finished texts, those of a session or others. On the supervision file. */
export const StaffSignature = z.looseObject({
  ...act,
  file: z.literal('staff'),
  /** 'session' or 'records': what the list is of. */
  of: z._default(text, 'session'),
  /** The session or the group; '' where the texts are of neither. */
  sessionId: z._default(z.union([RecordId, noRef]), ''),
  /** Whose supervision file the texts are on; '' where none of them is on one person's. */
  superviseeRef: z._default(z.union([StaffRef, noRef]), ''),
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
  /** Level 2: SHA-256 of each child's text that the same touch signed; this one is among them (SIGN12). */
  leaves: listOf(text),
  actId: RecordId,
});
export type ChildSignature = z.infer<typeof ChildSignature>;
