import * as z from 'zod/mini';
import { envelope, Instant, Rev, Sha256, Uuid, WireRecord } from './common.ts';
import { MAX_MUTATIONS, PROTOCOL } from './limits.ts';

/** One record's newest text, frozen to the byte when it was first sent, or its removal. */
export const Mutation = z.looseObject({
  /** Made once. Sent again after a lost answer, it changes nothing and is answered as the first time. */
  mutationId: Uuid,
  recordId: Uuid,
  type: z.string().check(z.minLength(1)),
  op: z.enum(['put', 'delete']),
  /** The revision it was made from; null creates. */
  baseRev: z.nullable(Rev),
  payload: z.nullable(z.string()),
  payloadSchema: z.int(),
  /** SHA-256 of the payload's UTF-8 bytes, hex; null where there is none. */
  payloadHash: z.nullable(Sha256),
  /** The device's own clock: for people to read, and never for deciding anything. */
  clientTime: Instant,
});
export type Mutation = z.infer<typeof Mutation>;

export const PushRequest = z.looseObject({
  protocol: z.literal(PROTOCOL),
  clientId: Uuid,
  schema: z.int(),
  mutations: z.array(Mutation).check(z.minLength(1), z.maxLength(MAX_MUTATIONS)),
});
export type PushRequest = z.infer<typeof PushRequest>;

export const conflictReasons = [
  'stale_base', // somebody else's text came first
  'exists', // created on another device already
  'deleted', // removed meanwhile: a text and a removal are for a person to settle
  'locked', // finished: corrections are records of their own
] as const;

/** Permanent for these bytes: sending them again is answered the same. */
export const refusals = [
  'mutation_id_reuse',
  'hash_mismatch',
  'not_a_record',
  'newer_schema',
  'too_large',
  'fixed_reference', // its file, type, child or supervisee is not what it was created with
  'not_yours', // also where it is unknown: the two look the same
] as const;

const of = { mutationId: Uuid, recordId: Uuid };

export const Result = z.discriminatedUnion('status', [
  /** Stored. `held`: by somebody who is no longer responsible, for who is; it may leave this device then. */
  z.looseObject({ ...of, status: z.literal('applied'), rev: Rev, held: z.boolean() }),
  /** Stored earlier under the same id: the same answer again. */
  z.looseObject({ ...of, status: z.literal('duplicate'), rev: Rev, held: z.boolean() }),
  /** Kept by the endpoint beside what it has, and not put in its place. Null where this person may not read it. */
  z.looseObject({
    ...of,
    status: z.literal('conflict'),
    reason: z.enum(conflictReasons),
    server: z.nullable(WireRecord),
  }),
  z.looseObject({
    ...of,
    status: z.literal('rejected'),
    code: z.enum(refusals),
    message: z.string(),
  }),
  /** Not tried, because an earlier mutation of the same record was not applied. */
  z.looseObject({ ...of, status: z.literal('deferred'), blockedBy: Uuid }),
]);
export type Result = z.infer<typeof Result>;

/** One result for each mutation, in its order. */
export const PushAnswer = z.looseObject({
  ...envelope,
  serverTime: Instant,
  results: z.array(Result),
});
export type PushAnswer = z.infer<typeof PushAnswer>;
