import * as z from 'zod/mini';
import { envelope, Instant, Rev, Uuid, WireRecord } from './common.ts';
import { MAX_GET, PROTOCOL } from './limits.ts';

/** Each record once, at its latest change: one that changes while pages are read comes again at the end. */
export const ChangesAnswer = z.looseObject({
  ...envelope,
  serverTime: Instant,
  changes: z.array(WireRecord),
  /** Opaque. Says where to go on, for this person and what they may see, and nothing else. */
  nextCursor: z.string().check(z.minLength(1)),
  /** The only sign of the end: a page may be empty and more come. */
  hasMore: z.boolean(),
});
export type ChangesAnswer = z.infer<typeof ChangesAnswer>;

/** Everything this person may see now, and from where the changes after it are read. */
export const HeadsAnswer = z.looseObject({
  ...envelope,
  serverTime: Instant,
  heads: z.array(z.looseObject({ recordId: Uuid, rev: Rev, deleted: z.boolean() })),
  nextCursor: z.string().check(z.minLength(1)),
});
export type HeadsAnswer = z.infer<typeof HeadsAnswer>;

export const GetRequest = z.looseObject({
  protocol: z.literal(PROTOCOL),
  recordIds: z.array(Uuid).check(z.minLength(1), z.maxLength(MAX_GET)),
});
export type GetRequest = z.infer<typeof GetRequest>;

/** In no order. What is unknown or not for this person is left out; so is what a page has no room for. */
export const GetAnswer = z.looseObject({ ...envelope, records: z.array(WireRecord) });
export type GetAnswer = z.infer<typeof GetAnswer>;

export const RecordAnswer = z.looseObject({ ...envelope, record: WireRecord });
export type RecordAnswer = z.infer<typeof RecordAnswer>;

/** Every text that the endpoint ever took of a record, oldest first; nothing is overwritten. */
export const VersionsAnswer = z.looseObject({
  ...envelope,
  recordId: Uuid,
  versions: z.array(
    z.looseObject({
      /** Null of a text that lost against another and was kept beside it. */
      rev: z.nullable(Rev),
      baseRev: z.nullable(Rev),
      deleted: z.boolean(),
      payload: z.nullable(z.string()),
      payloadHash: z.nullable(z.string()),
      mutationId: Uuid,
      by: z.string(),
      at: Instant,
    }),
  ),
});
export type VersionsAnswer = z.infer<typeof VersionsAnswer>;
