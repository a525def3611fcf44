import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';

const text = z.string();

/** Who a finished text of the child's file is about, as it was on that day. */
export const FinishedChild = z.looseObject({
  name: text,
  reference: text,
  dateOfBirth: text,
  expectedOn: text,
  status: text,
});

/** What it was judged by: the profile, its version, and the hash of its text (PROF11). */
export const FinishedPolicy = z.looseObject({
  id: text,
  label: text,
  version: z.optional(text),
  sha256: z.optional(text),
});

export const FinishedDeadline = z.looseObject({
  dueOn: text,
  dueAt: text,
  clause: text,
  words: text,
});

export const FinishedAction = z.looseObject({
  id: RecordId,
  what: text,
  owner: text,
  byWhen: text,
  dueOn: text,
  /** Left out where nobody ticked it. */
  immediateSafeguarding: z.optional(z.literal(true)),
});
