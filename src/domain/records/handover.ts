import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import { listOf, typed } from './typed.ts';

/** A hand-over file that was made here or taken in here: what "again" and "older" are told by. */
export const Handover = z.looseObject({
  /** The file's own id. */
  id: RecordId,
  direction: z.enum(['made', 'takenIn']),
  /** The other person, as first known here. */
  otherRef: z.string(),
  /** Which device made it: serial numbers count for each device on its own. */
  device: z.string(),
  serial: z.number(),
  madeAt: z.string(),
  takenInAt: typed,
  /** What was in it, in words, as it was shown. */
  contents: listOf(z.string()),
});
export type Handover = z.infer<typeof Handover>;

const Body = z.looseObject({ hash: z.string(), text: z.string() });

/** What the two sides last had of one record: the base of the next merge. */
export const Exchanged = z.looseObject({
  /** The record's id, or its kind and reference for reference data. */
  id: z.string(),
  otherRef: z.string(),
  /** Bodies that went out, newest last. */
  sent: listOf(Body),
  /** The body that came in last, by its hash as it came. */
  received: z._default(Body, () => Body.parse({ hash: '', text: '' })),
});
export type Exchanged = z.infer<typeof Exchanged>;
