import {
  type ExportedCollection,
  type ExportHeader,
  type ExportRow,
  exportedCollections,
} from '#domain/out/export-file.ts';
import type { FinishedLine } from '#domain/out/kinds.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import type { Pace } from './pace.ts';

/** The head of an export made now. Ids of the list are told only where the list goes with it. */
export function headerOf(
  workspace: Workspace,
  scope: ExportHeader['scope'],
  part: ExportHeader['part'] = { number: 1, of: 1 },
): ExportHeader {
  const { me, synthetic } = settingsOf(workspace);
  return {
    format: 'footprint-export',
    version: 1,
    exportedAt: workspace.now,
    scope,
    synthetic,
    vault: scope === 'everything' ? workspace.vault.id : '',
    madeBy: { ref: me, name: myName(workspace) },
    part,
  };
}

/** The stored text to the letter, and its hash. */
async function rowOf({ collection, id, text }: OpenRecord): Promise<ExportRow> {
  const name = collection as ExportedCollection; // whoever calls goes through those alone
  return { collection: name, id, sha256: await sha256(text), text };
}

export async function rowsOf(
  records: readonly OpenRecord[],
  { breathe }: Pace,
): Promise<readonly ExportRow[]> {
  const rows: ExportRow[] = [];
  for (const record of records) {
    rows.push(await rowOf(record));
    await breathe();
  }
  return rows;
}

/** All that an export can hold of this device, in the order of the collections. */
export const everythingIn = (workspace: Workspace): readonly OpenRecord[] =>
  exportedCollections.flatMap((name): readonly OpenRecord[] => [...findAll(workspace, name)]);

/** What belongs to finished records, of the same file: corrections, signatures and marks. */
const beside = {
  child: ['childAmendments', 'childMarks', 'childSignatures'],
  staff: ['staffAmendments', 'staffMarks', 'staffSignatures'],
} as const;

/** Finds what goes out with each record. Looked through once for all of them. */
export function recordsFinder(
  workspace: Workspace,
  file: FinishedLine['file'],
): (lines: readonly FinishedLine[]) => readonly OpenRecord[] {
  const around = new Map<string, OpenRecord[]>();
  const put = (about: string, record: OpenRecord) => {
    const held = around.get(about);
    if (held) held.push(record);
    else around.set(about, [record]);
  };
  for (const name of beside[file])
    for (const record of findAll(workspace, name))
      for (const about of aboutOf(record)) put(about, record);
  return (lines) => {
    const found = new Map<string, OpenRecord>();
    const take = (id: string) => {
      const record = workspace.set.findAnywhere(id);
      if (record && !found.has(id)) found.set(id, record);
    };
    for (const { id } of lines) take(id);
    // A signature can be under a correction: what was found is looked at too.
    for (const id of found.keys())
      for (const record of around.get(id) ?? [])
        if (!found.has(record.id)) found.set(record.id, record);
    return [...found.values()];
  };
}

/** The records that a correction, a mark or a signature is of. */
function aboutOf(record: OpenRecord): readonly string[] {
  const body = record.body as {
    readonly recordId?: string;
    readonly list?: readonly { readonly recordId: string }[];
  }; // one of the collections of `beside`: each has one of the two
  return body.recordId === undefined
    ? (body.list ?? []).map((each) => each.recordId)
    : [body.recordId];
}
