import { type CollectionName, collectionNames } from '#domain/collections.ts';
import { headerOf } from '#domain/record-header.ts';
import { type Stored, schemaOf } from '#domain/records/schemas.ts';
import { isSameAct } from '#domain/signing/same-act.ts';
import { lostTexts } from '#domain/versions/lost-texts.ts';
import { sameValue } from '#domain/versions/merge.ts';
import { valueAt } from '#domain/versions/record-paths.ts';
import type { OutboxRow, Row } from '#storage/db.ts';
import { bindingOf, codeOf, type OpenRecord, openRow } from '#storage/open-record.ts';
import { readAs } from '#storage/read-as.ts';
import { unsent, versionOf } from '#storage/save.ts';
import { sealEarlier } from '#storage/sync/earlier-bodies.ts';
import { clashesOf, mergeWithClashes } from '#storage/sync/merge-clashes.ts';
import { newestVersion, type Seen, type SyncStep } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { acknowledged } from './acknowledge.ts';
import { openFrozen, sealFrozen } from './frozen.ts';
import { tellClashes } from './tell-clashes.ts';
import type { WireRecord } from './wire/common.ts';
import { SCHEMA } from './wire/limits.ts';

export interface Taken {
  readonly step?: SyncStep;
  /** A kind or a shape of record that this version of the app does not know: it is asked for again later. */
  readonly isUnreadable: boolean;
}

const nothing: Taken = { isUnreadable: false };

/** What a record of the endpoint's does to the same record here (TAKE1 to TAKE7). Throws VaultError. */
export async function planTake(
  workspace: Workspace,
  wire: WireRecord,
  seen: Seen,
  /** `conflict`: it stands against what was sent, whatever revision is known here. */
  why: 'feed' | 'conflict' = 'feed',
): Promise<Taken> {
  const { row, outbox } = seen;
  if (why === 'feed' && row?.rev != null && row.rev >= wire.rev) return nothing; // TAKE1
  // TAKE2: the answer to what is in flight was lost; this is it.
  if (outbox?.state === 'sending' && outbox.mutationId === wire.mutationId && !wire.deleted) {
    return {
      step: await acknowledged(workspace, wire.recordId, seen, wire.rev),
      isUnreadable: false,
    };
  }
  if (wire.deleted || wire.payload === null) return planRemoval(workspace, wire, seen);
  const theirs = await readWire(wire, wire.payload);
  if (!theirs) return { isUnreadable: true };
  // Removed here, and the endpoint is being told; where somebody changed it meanwhile, it comes back (TAKE6).
  if (!row && outbox && outbox.state !== 'refused' && why === 'feed') return nothing;
  if (!row || !outbox || (await isOnlyKept(workspace, outbox))) {
    const { outbox: gone, ...step } = await placed(workspace, wire, seen, theirs);
    return {
      step: row ? step : { ...step, ...(gone ? { outbox: gone } : {}) },
      isUnreadable: false,
    };
  }
  return { step: await merged(workspace, wire, seen, theirs), isUnreadable: false };
}

/** TAKE5, TAKE6: a text beside a finished or removed record. It is not what the row says, and stays. */
async function isOnlyKept({ vault }: Workspace, outbox: OutboxRow): Promise<boolean> {
  if (outbox.state !== 'refused') return false;
  const { refusedFor } = await openFrozen(vault, outbox);
  return refusedFor === 'locked' || refusedFor === 'deleted';
}

interface Theirs {
  readonly collection: CollectionName;
  readonly body: Stored<CollectionName>;
  readonly text: string;
}

/** A payload that this app can open. Undefined for a newer kind, or a shape its schema does not take. */
async function readWire({ type, recordId }: WireRecord, text: string): Promise<Theirs | undefined> {
  const collection = collectionNames.find((name) => name === type);
  if (!collection) return undefined;
  try {
    const body = readAs(await schemaOf(collection), collection, text, recordId);
    return { collection, body, text };
  } catch {
    return undefined;
  }
}

/** TAKE3: in the place of a clean one, which is kept as a version; to the letter. */
async function placed(
  { vault }: Workspace,
  wire: WireRecord,
  seen: Seen,
  { collection, body, text }: Theirs,
): Promise<SyncStep> {
  const { recordId: id, rev } = wire;
  const place = { c: codeOf(collection), id, v: (seen.row?.v ?? 0) + 1 };
  const row: Row = { ...place, rev, ...(await vault.seal(bindingOf(place), text)) };
  return {
    ...{ id, seen, row },
    versions: seen.row ? [versionOf(seen.row, 'replaced')] : [],
    ...(seen.outbox ? { outbox: 'gone' as const } : {}),
    open: { id, collection, v: place.v, rev, body, text },
  };
}

/** TAKE4: changed on both sides. By field; the same field keeps both texts and asks. */
async function merged(
  workspace: Workspace,
  wire: WireRecord,
  seen: Seen,
  theirs: Theirs,
): Promise<SyncStep> {
  const { vault, ports } = workspace;
  const { row } = seen;
  const ours = row && (await openRow(vault, row));
  if (!row || !ours) return placed(workspace, wire, seen, theirs);
  const base = await baseOf(workspace, row);
  const merge = mergeWithClashes(base, ours.body, theirs.body);
  const told = { ours: ours.body, theirs: theirs.body, by: wire.authorRef };
  const body = tellClashes({ ...told, body: merge }) as Stored<CollectionName>; // of one collection, by field
  if (isSameText(body, theirs.body)) return placed(workspace, wire, seen, theirs);
  if (isFinal(theirs)) return besideFinal(workspace, wire, seen, { ours, theirs });
  if (isFinal(ours)) return finishedHere(workspace, wire, { ...seen, row }, { ours, theirs });
  const { recordId: id, rev } = wire;
  const place = { c: row.c, id, v: row.v + 1 };
  const text = JSON.stringify(body);
  const sealed = await vault.seal(bindingOf(place), text);
  const kept = await sealEarlier(workspace, place, { text: theirs.text, why: 'base' });
  const state = clashesOf(body).length > 0 ? 'clash' : 'waiting';
  return {
    ...{ id, seen },
    row: { ...place, rev, ...sealed },
    versions: [versionOf(row, 'replaced'), kept],
    outbox: { id, ...unsent(ports.newId()), state },
    open: { id, collection: theirs.collection, v: place.v, rev, body, text },
  };
}

/** What both began from: the text the endpoint last had of us, or nothing where both were created. */
async function baseOf(workspace: Workspace, row: Row): Promise<object> {
  if (row.rev === null) return {};
  const version = await newestVersion(workspace, row.id, 'base');
  const opened = version && (await openRow(workspace.vault, version));
  return opened?.body ?? {};
}

/** TAKE5: theirs is finished and stays as it is. Our text is kept beside it, and said. */
async function besideFinal(
  workspace: Workspace,
  wire: WireRecord,
  seen: Seen,
  { ours, theirs }: { readonly ours: OpenRecord; readonly theirs: Theirs },
): Promise<SyncStep> {
  const step = await placed(workspace, wire, seen, theirs);
  // SIGN14: only the keys differ. Ours is a version, like any row that another one replaced.
  if (isSignature(theirs.collection) && isSameAct(ours.body, theirs.body)) return step;
  return { ...step, outbox: await keptFor(workspace, wire, ours.text, 'locked') };
}

/** TAKE5: finished here, it goes as it was finished, signed perhaps. Theirs is kept, and said where it says more. */
async function finishedHere(
  workspace: Workspace,
  { recordId: id, rev }: WireRecord,
  seen: Seen & { readonly row: Row },
  { ours, theirs }: { readonly ours: OpenRecord; readonly theirs: Theirs },
): Promise<SyncStep> {
  const { row } = seen;
  const base = await baseOf(workspace, row);
  const isMore = lostTexts(ours.body, theirs.body).some(
    ({ path, text }) => valueAt(base, path) !== text,
  );
  const { text } = theirs;
  const kept = await sealEarlier(workspace, row, { text, why: 'base' });
  const step: SyncStep = {
    ...{ id, seen, row: { ...row, rev }, versions: [kept] },
    outbox: { id, ...unsent(workspace.ports.newId()) },
    open: { ...ours, rev },
  };
  if (!isMore) return step;
  const beside = await sealEarlier(workspace, row, { text, why: 'beside' });
  return { ...step, versions: [kept, beside], beside: 'new' };
}

/** TAKE6: removed elsewhere. A clean one goes; what was changed here is never removed by anybody else. */
async function planRemoval(workspace: Workspace, wire: WireRecord, seen: Seen): Promise<Taken> {
  const { recordId: id, rev } = wire;
  const { row, outbox } = seen;
  if (!row) return outbox ? { step: { id, seen, outbox: 'gone' }, isUnreadable: false } : nothing;
  if (!outbox) return { step: { id, seen, row: 'gone' }, isUnreadable: false };
  const ours = await openRow(workspace.vault, row);
  if (!ours) return nothing;
  const kept = await keptFor(workspace, wire, ours.text, 'deleted');
  return {
    step: { id, seen, row: { ...row, rev }, outbox: kept, open: { ...ours, rev } },
    isUnreadable: false,
  };
}

/** Our text, sealed in the outbox with why it cannot go, until a person has looked at it. */
const keptFor = ({ vault, ports, now }: Workspace, wire: WireRecord, text: string, code: string) =>
  sealFrozen(
    vault,
    {
      mutation: {
        mutationId: ports.newId(),
        recordId: wire.recordId,
        type: wire.type,
        op: 'put',
        baseRev: wire.rev,
        payload: text,
        payloadSchema: SCHEMA,
        payloadHash: null,
        clientTime: now,
      },
      refusedFor: code,
    },
    'refused',
  );

const isSignature = (collection: CollectionName): boolean =>
  collection === 'staffSignatures' || collection === 'childSignatures';

const isFinal = ({ collection, body }: Pick<Theirs, 'collection' | 'body'>): boolean =>
  headerOf(collection, body as Readonly<Record<string, unknown>>)?.state === 'final'; // a body is fields

/** When it was saved is no difference. */
const isSameText = (a: object, b: object): boolean =>
  sameValue({ ...a, savedAt: '' }, { ...b, savedAt: '' });
