import { Exchanged } from '#domain/records/handover.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, put } from '#storage/writes.ts';

/** How many different bodies of one record are kept: files before that are found by no hash. */
const KEPT = 8;

export type ExchangedBefore = ReadonlyMap<string, OpenRecord<'exchanged'>>;

/** What went to and fro with one person, by the record's key. */
export function exchangedWith(
  workspace: Pick<Workspace, 'set'>,
  otherRef: string,
): ExchangedBefore {
  const rows = findAll(workspace, 'exchanged', (each) => each.otherRef === otherRef);
  return new Map(rows.map((row) => [row.body.id, row]));
}

/** The key of reference data: by what the one who made the file calls it. */
export const referenceKey = (collection: string, ref: string): string => `${collection}:${ref}`;

export const emptyExchanged = (otherRef: string, key: string): Exchanged =>
  Exchanged.parse({ id: key, otherRef });

/** With a body that goes out now. The same again is the newest again, and holds what came in since. */
export function withSent(held: Exchanged, hash: string, text: string): Exchanged {
  const others = held.sent.filter((body) => body.hash !== hash);
  const sent = [...others, { hash, text, after: held.received.hash }].slice(-KEPT);
  return { ...held, sent };
}

/** With a body that came in. The same again says nothing new: what it was first merged against counts. */
export function withReceived(held: Exchanged, received: Exchanged['received']): Exchanged {
  const was = held.received;
  const isSame =
    was.hash === received.hash &&
    was.basedOn === received.basedOn &&
    was.device === received.device;
  return isSame ? held : { ...held, received };
}

/** The write of one such row; nothing where it would be the same. */
export async function exchangedWrites(
  { vault }: Workspace,
  before: OpenRecord<'exchanged'> | undefined,
  body: Exchanged,
): Promise<readonly Write[]> {
  const id = before?.id ?? (await vault.referenceId('exchanged', `${body.otherRef}\n${body.id}`));
  return put(before, 'exchanged', id, body);
}
