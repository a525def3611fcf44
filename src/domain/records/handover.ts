import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import { listOf, typed } from './typed.ts';

/** A hand-over file that was made here or taken in here: what "again" and "older" are told by. */
export const Handover = z.looseObject({
  /** The file's own id. */
  id: RecordId,
  direction: z.enum(['made', 'takenIn']),
  /** What it was for, and whose supervision it handed over or covered; '' of those made before. */
  kind: typed,
  about: listOf(z.string()),
  /** The other person, as first known here. */
  otherRef: z.string(),
  /** Which device made it: serial numbers count for each device on its own. */
  device: z.string(),
  serial: z.number(),
  madeAt: z.string(),
  takenInAt: typed,
  /** What was in it, in words, as it was shown. */
  contents: listOf(z.string()),
  /** Made here: the ids of what is not merged, so that what becomes of one later goes out too. */
  ids: listOf(z.string()),
});
export type Handover = z.infer<typeof Handover>;

/** A body as it went out, to the letter, and the hash of what had come in by then: it holds that too. */
const Sent = z.looseObject({ hash: z.string(), text: z.string(), after: typed });

const Received = z.looseObject({
  /** Of the body as it came. */
  hash: z.string(),
  /** The body in our own references. */
  text: z.string(),
  /** The hash of the body of ours that it had been merged with; '' where it had none. */
  basedOn: typed,
  device: typed,
  /** What it was merged against here: the base of the next merge where two files cross. */
  base: typed,
});

/** What the two sides last had of one record: the base of the next merge. */
export const Exchanged = z.looseObject({
  /** The record's id, or its kind and the other's reference for reference data. */
  id: z.string(),
  otherRef: z.string(),
  /** Reference data: what the same thing is called here. */
  as: typed,
  /** Bodies that went out, newest last. */
  sent: listOf(Sent),
  /** The body that came in last. */
  received: z._default(Received, () => Received.parse({ hash: '', text: '' })),
});
export type Exchanged = z.infer<typeof Exchanged>;
