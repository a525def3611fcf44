import { countOf } from '#domain/count-words.ts';
import type { ExportFile, ExportRow } from '#domain/out/export-file.ts';
import { exportedReference } from '#domain/out/export-file.ts';
import { unreadable } from '#domain/out/read-export.ts';
import { nameKey } from '#exchange/caseload/match-staff.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { readBody } from '#storage/read-body.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import type { Pace } from './pace.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record that is not here yet, as it will be stored: its text to the letter. */
export interface NewRow extends Pick<ExportRow, 'collection' | 'text'> {
  /** Of the list it is worked out for this device. */
  readonly id: string;
  readonly body: object;
}

export interface ImportPlan {
  readonly outcome: 'planned';
  readonly rows: readonly NewRow[];
  /** Here already, the same to the letter. */
  readonly here: number;
  /** Here with another text: what is here is kept. */
  readonly changed: number;
  /** Sentences: what is not taken in, and why. */
  readonly refused: readonly string[];
  /** Signatures among what is new. */
  readonly signatures: number;
  /** Somebody of my name made it, under a reference that is not mine here. */
  readonly maybeMe: boolean;
}

export type PlannedImport =
  | ImportPlan
  | { readonly outcome: 'unreadable'; readonly reason: string };

const changedSince =
  'This file has been changed since it was made: a record does not match its hash.';
const otherVersion =
  'This file holds something that this version of Footprint does not know. Update Footprint first.';
const ofTheExample = 'This file is of the example caseload. It is taken in nowhere.';

/**
 * What reading an export in would do (OUT6, OUT7). Nothing is written. Each record joins by its id, one of
 * the list by its reference; what is here already is never written over.
 */
export async function planImport(
  workspace: Workspace,
  parts: readonly ExportFile[],
  { breathe }: Pace,
): Promise<PlannedImport> {
  const records = parts.flatMap((part) => part.records);
  const read: { readonly row: ExportRow; readonly body: Fields }[] = [];
  for (const row of records) {
    if ((await sha256(row.text)) !== row.sha256) return unreadable(changedSince);
    const body = bodyOf(row);
    if (!body) return unreadable(otherVersion);
    if (parts.some(({ synthetic }) => synthetic) || body.synthetic === true)
      return unreadable(ofTheExample);
    read.push({ row, body });
    await breathe();
  }
  if (new Set(records.map(({ id }) => id)).size < records.length)
    return unreadable('This file is damaged: a record is in it twice.');
  const joiner = await joinerOf(workspace, read, parts[0]?.vault ?? '');
  const refused = new Map<string, number>();
  const rows: NewRow[] = [];
  let [here, changed] = [0, 0];
  for (const each of read) {
    const why = joiner.whyNot(each.row, each.body);
    if (why !== undefined) {
      refused.set(why, (refused.get(why) ?? 0) + 1);
      continue;
    }
    const held = joiner.heldAs(each.row, each.body);
    if (!held) {
      const { collection, text } = each.row;
      rows.push({ collection, text, id: await joiner.idOf(each.row, each.body), body: each.body });
    } else if (held.text === each.row.text) here += 1;
    else changed += 1;
    await breathe();
  }
  return {
    outcome: 'planned',
    ...{ rows, here, changed },
    refused: [...refused].map(
      ([why, count]) => `${countOf(count, 'record')} not taken in: ${why}.`,
    ),
    signatures: rows.filter(({ collection }) => collection.endsWith('Signatures')).length,
    maybeMe: isOfMyName(workspace, parts[0]),
  };
}

/** Undefined where it does not fit its schema, or says that it is another record than it is listed as. */
function bodyOf({ collection, id, text }: ExportRow): Fields | undefined {
  try {
    const body = readBody(collection, text, id) as Fields; // a stored body is an object of fields
    return 'id' in body && body.id !== id ? undefined : body;
  } catch {
    return undefined; // it does not fit its schema: an answer, since the file may be anything
  }
}

function isOfMyName(workspace: Workspace, part: ExportFile | undefined): boolean {
  if (!part) return false;
  const { me, alsoMe } = settingsOf(workspace);
  const { ref, name } = part.madeBy;
  return ![me as string, ...alsoMe].includes(ref) && nameKey(name) === nameKey(myName(workspace));
}

type Read = readonly { readonly row: ExportRow; readonly body: Fields }[];

interface Joiner {
  readonly whyNot: (row: ExportRow, body: Fields) => string | undefined;
  readonly heldAs: (row: ExportRow, body: Fields) => OpenRecord | undefined;
  readonly idOf: (row: ExportRow, body: Fields) => Promise<string>;
}

const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(word) : []);

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

async function joinerOf(workspace: Workspace, read: Read, vaultId: string): Promise<Joiner> {
  const { set, vault } = workspace;
  const inFile = (name: string, key: string) =>
    read.filter(({ row }) => row.collection === name).map(({ body }) => word(body[key]));
  const listedElsewhere = otherReferences(workspace, read);
  const children = new Set([
    ...bodies(workspace, 'children').flatMap(({ ref, aliases }) => [ref as string, ...aliases]),
    ...read
      .filter(
        ({ row, body }) => row.collection === 'children' && !listedElsewhere.has(word(body.ref)),
      )
      .flatMap(({ body }) => [word(body.ref), ...words(body.aliases)]),
  ]);
  const staff = new Set<string>([
    ...bodies(workspace, 'staff').map(({ ref }) => ref),
    ...settingsOf(workspace).alsoMe,
    ...inFile('staff', 'ref'),
  ]);
  const recordIds = new Set(read.map(({ row }) => row.id));
  const byKey = new Map<string, OpenRecord>();
  for (const name of exportedReference)
    for (const record of findAll(workspace, name))
      byKey.set(referenceKey(name, record.body as Fields), record);
  const isKnownRecord = (id: string) => recordIds.has(id) || set.findAnywhere(id) !== undefined;
  return {
    whyNot: ({ collection, id }, body) => {
      const childRef = word(body.childRef) || (collection === 'children' ? word(body.ref) : '');
      if (listedElsewhere.has(childRef))
        return 'the child is on the list here under another reference';
      if (childRef !== '' && !children.has(childRef)) return 'the child is not on the list here';
      const staffRef = word(body.superviseeRef) || word(body.staffRef);
      if (staffRef !== '' && !staff.has(staffRef)) return 'the person is not on the list here';
      // What stays of a removed record is about one that is nowhere.
      const isStub = collection === 'childStubs' || collection === 'staffStubs';
      const recordId = isStub ? '' : word(body.recordId);
      if (recordId !== '' && !isKnownRecord(recordId))
        return 'the record that it belongs to is not here';
      const held = set.findAnywhere(id);
      return held && held.collection !== collection ? 'another record here has its id' : undefined;
    },
    heldAs: ({ collection, id }, body) =>
      set.findAnywhere(id) ?? byKey.get(referenceKey(collection, body)),
    // Of this very vault the ids are the same again; in another each is worked out anew.
    idOf: async ({ collection, id }, body) => {
      switch (collection) {
        case 'children':
          return vault.referenceId('child', word(body.ref));
        case 'staff':
          return vault.referenceId('staff', word(body.ref));
        case 'priorDiscussions':
          return vault.referenceId('prior', word(body.childRef));
        case 'allocations':
          return vaultId === vault.id ? id : vault.referenceId('allocation', id);
        default:
          return id;
      }
    },
  };
}

/** What one of the list is the same by. Two devices that imported separately mean the same child. */
function referenceKey(collection: string, { ref, childRef, staffRef, from, id }: Fields): string {
  switch (collection) {
    case 'children':
    case 'staff':
      return `${collection} ${word(ref)}`;
    case 'priorDiscussions':
      return `${collection} ${word(childRef)}`;
    case 'allocations':
      return `${collection} ${word(childRef)} ${word(staffRef)} ${word(from)}`;
    default:
      return `${collection} ${word(id)}`;
  }
}

/** Children of the file who are listed here by the council's reference, under another one of ours. */
function otherReferences(workspace: Workspace, read: Read): ReadonlySet<string> {
  const here = bodies(workspace, 'children');
  const known = new Set(here.flatMap(({ ref, aliases }) => [ref as string, ...aliases]));
  const council = new Set(
    here.flatMap(({ reference, aliases }) => [reference, ...aliases]).filter((ref) => ref !== ''),
  );
  return new Set(
    read
      .filter(({ row }) => row.collection === 'children')
      .filter(({ body }) => !known.has(word(body.ref)) && council.has(word(body.reference)))
      .map(({ body }) => word(body.ref)),
  );
}
