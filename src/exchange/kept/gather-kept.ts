import type { CollectionName } from '#domain/collections.ts';
import { type LostText, lostTexts } from '#domain/versions/lost-texts.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { earlierBodies } from '#storage/sync/earlier-bodies.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { settledClashes } from '#storage/sync/settled-clashes.ts';
import type { KeptText, NeedsPerson } from '#storage/sync/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the endpoint did not take: why, when, and the text. */
export interface NotTaken {
  readonly code: string;
  readonly at: string;
  readonly body: Fields;
}

/** Texts of one place and time that do not stand in the record now. */
export interface StoodBefore {
  readonly where: 'device' | 'endpoint' | 'beside';
  readonly at: string;
  readonly body: Fields;
  readonly texts: readonly LostText[];
}

/** Every text of a record that is kept beside the one that counts, and nowhere else to be read. */
export interface Kept {
  readonly collection: CollectionName;
  readonly id: string;
  /** As it stands now; where it stands nowhere, what was not taken. */
  readonly body: Fields;
  readonly notTaken: NotTaken | undefined;
  readonly open: readonly Clash[];
  readonly settled: readonly Clash[];
  readonly before: readonly StoodBefore[];
}

interface Gather {
  readonly id: string;
  /** What was refused, where it was. */
  readonly refused: NeedsPerson | undefined;
  /** What the endpoint was asked for. */
  readonly there: readonly KeptText[];
}

/** Undefined where nothing of that record is on this device. Nothing is written by it. */
export async function gatherKept(
  workspace: Workspace,
  { id, refused, there }: Gather,
): Promise<Kept | undefined> {
  await workspace.queue.flush();
  const held = workspace.set.findAnywhere(id);
  const collection = held?.collection ?? refused?.collection;
  const stands = held?.body as Fields | undefined; // a body is fields
  const notTaken = refused && notTakenOf(refused, stands);
  const body = stands ?? notTaken?.body;
  if (!collection || !body) return undefined;
  const settled = await settledClashes(workspace, id);
  const open = clashesOf(body);
  // SENT9: where a choice was made that this device has no two versions of.
  const isFromElsewhere = Array.isArray(body.clashes) && settled.length === 0;
  const here = isFromElsewhere ? await earlierBodies(workspace, id, 'replaced') : [];
  const beside = await earlierBodies(workspace, id, 'beside');
  const before = [
    ...beside.map((text) => beforeOf(body, text, 'beside', savedAtOf(text))),
    ...here.map((earlier) => beforeOf(body, earlier, 'device', savedAtOf(earlier))),
    ...there.flatMap(({ text, at }) => {
      const earlier = fieldsIn(text);
      return earlier ? [beforeOf(body, earlier, 'endpoint', at)] : [];
    }),
  ];
  return { collection, id, body, notTaken, open, settled, before: eachOnce(before, open, settled) };
}

function notTakenOf({ refusedFor, text, at = '', state }: NeedsPerson, stands?: Fields) {
  const body = text === '' ? stands : fieldsIn(text);
  return state === 'refused' && body ? { code: refusedFor, at, body } : undefined;
}

const beforeOf = (
  now: Fields,
  earlier: Fields,
  where: StoodBefore['where'],
  at: string,
): StoodBefore => ({ where, at, body: earlier, texts: lostTexts(now, earlier) });

/** One text may be kept on this device and at the endpoint, and stand among two versions. */
function eachOnce(
  all: readonly StoodBefore[],
  open: readonly Clash[],
  settled: readonly Clash[],
): readonly StoodBefore[] {
  const key = (path: string, value: unknown) => JSON.stringify([path, value]);
  const shown = new Set(
    [...open, ...settled].flatMap(({ path, ours, theirs }) => [key(path, ours), key(path, theirs)]),
  );
  return all.flatMap((before) => {
    const texts = before.texts.filter(({ path, text }) => !shown.has(key(path, text)));
    for (const { path, text } of texts) shown.add(key(path, text));
    return texts.length > 0 ? [{ ...before, texts }] : [];
  });
}

const savedAtOf = ({ savedAt }: Fields): string => (typeof savedAt === 'string' ? savedAt : '');

/** A payload of the endpoint’s or of the outbox: a stored body, which is an object of fields. */
function fieldsIn(text: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Fields) : undefined;
  } catch {
    return undefined; // of another version of the app, or damaged: nothing of it can be said
  }
}

/** Whether there is anything to read or save. */
export const isEmpty = ({ notTaken, open, settled, before }: Kept): boolean =>
  !notTaken && open.length === 0 && settled.length === 0 && before.length === 0;
