import * as z from 'zod/mini';
import { PROTOCOL } from './limits.ts';

export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** The endpoint's count of a record's changes, from 1. */
export const Rev = z.int().check(z.positive());
export const Instant = z.string().check(z.minLength(1));

/** In every answer: a captive portal's "200 OK" has none of it, and is taken for "offline". */
export const envelope = {
  protocol: z.literal(PROTOCOL),
  /** Made anew when the endpoint's records are restored from a copy. */
  epoch: z.string().check(z.minLength(1)),
};

/** What a request as a whole was refused for. Nothing of it was done. */
export const errorCodes = [
  'malformed', // 400
  'signed_out', // 401
  'unknown', // 404: not there, or not for this person; they look the same
  'resync_required', // 410: another epoch, or a cursor that is not ours
  'scope_changed', // 410: who this person works with is not what it was
  'too_large', // 413
  'newer_app_needed', // 426
  'slow_down', // 429, with Retry-After in seconds
  'unavailable', // 503, with Retry-After in seconds
] as const;

export const ErrorAnswer = z.looseObject({
  ...envelope,
  error: z.looseObject({ code: z.enum(errorCodes), message: z.string() }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
export type ErrorCode = (typeof errorCodes)[number];

/** One record as the endpoint holds it. `payload` is null where it was removed. */
export const WireRecord = z.looseObject({
  recordId: Uuid,
  /** The name of a collection. One that this app does not know is kept as it is and shown nowhere. */
  type: z.string(),
  rev: Rev,
  deleted: z.boolean(),
  /** Canonical JSON, or the finalised text to the letter: never parsed and written again on the way. */
  payload: z.nullable(z.string()),
  payloadSchema: z.int(),
  payloadHash: z.nullable(Sha256),
  /** Whose it is: the person whose token created it, for ever. */
  authorRef: z.string(),
  /** Sent by somebody who was no longer responsible, and kept for who is. */
  held: z.boolean(),
  mutationId: Uuid,
});
export type WireRecord = z.infer<typeof WireRecord>;
