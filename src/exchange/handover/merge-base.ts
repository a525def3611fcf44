import type { Exchanged } from '#domain/records/handover.ts';
import { mergeWithClashes } from '#storage/sync/merge-clashes.ts';
import { fieldsOf } from './parts.ts';

/** Which of our bodies theirs was merged with, and on which device it was written. */
export interface Theirs {
  readonly basedOn: string;
  readonly device: string;
}

/**
 * What both sides started from (HAND7). Of the body of ours that theirs holds and the body of theirs that
 * ours holds, the later one; where the two files crossed, neither holds the other, and what both of them
 * make together is the base. Where it is not known `unknown` stands in: empty, every difference is asked.
 */
export function baseFor(met: Exchanged | undefined, theirs: Theirs, unknown: object = {}): object {
  if (!met) return unknown;
  const { sent, received } = met;
  const at = sent.findLastIndex(({ hash }) => hash !== '' && hash === theirs.basedOn);
  const held = sent[at];
  // Another device, or a restored backup, does not go on from what this one had sent.
  const isSameDevice = received.hash !== '' && received.device === theirs.device;
  if (!isSameDevice) return held ? fieldsOf(held.text) : unknown;
  if (!held) return fieldsOf(received.text);
  if (held.after === received.hash) return fieldsOf(held.text);
  const heldByLast = sent.findLastIndex(({ hash }) => hash === received.basedOn);
  if (received.basedOn !== '' && heldByLast >= at) return fieldsOf(received.text);
  const before = received.base === '' ? {} : fieldsOf(received.base);
  return mergeWithClashes(before, fieldsOf(held.text), fieldsOf(received.text));
}
