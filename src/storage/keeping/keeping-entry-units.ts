import type { KeptKind } from '#domain/records/keeping.ts';
import { pendingEntriesOf } from '#storage/entries/pending-entries.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import {
  childStub,
  lastPast,
  type OnFile,
  type OpenActions,
  recordPast,
  revisitsOf,
  staysFor,
} from './keeping-child-unit.ts';
import { type KeptUnit, withWhatIsUnder } from './keeping-unit.ts';

/**
 * KEEP7: what was recorded outside sessions, with the draft it was written in and what sessions said of it:
 * the children of one draft together. A gap goes by its line on each child's file; the gap itself is of the
 * supervision file and has a period of its own.
 */
export function unitsOfEntries(
  workspace: Workspace,
  openActions: OpenActions,
): readonly Promise<KeptUnit | undefined>[] {
  const byDraft = new Map<string, OpenRecord<'childEntries'>[]>();
  for (const record of findAll(workspace, 'childEntries')) {
    const { kind, draftId } = record.body;
    const key = kind === 'gap' ? record.id : draftId;
    byDraft.set(key, [...(byDraft.get(key) ?? []), record]);
  }
  return [...byDraft.values()].map((records) => unitOf(workspace, records, openActions));
}

async function unitOf(
  workspace: Workspace,
  records: readonly OpenRecord<'childEntries'>[],
  openActions: OpenActions,
): Promise<KeptUnit | undefined> {
  const [first] = records;
  const kind: KeptKind = first?.body.kind === 'gap' ? 'childGap' : 'childEntry';
  const past = lastPast(records.map(({ body }) => recordPast(workspace, kind, body)));
  if (!first || !past) return undefined;
  const draft = workspace.set.find('entryDrafts', first.body.draftId);
  return {
    ...{ id: draft?.id ?? first.id, kind, on: first.body.on, past, staff: [] },
    stays:
      staysFor(records, openActions) ?? (isPending(workspace, records) ? 'pending' : undefined),
    children: records.map(({ body }) => body.childRef),
    rows: [...(draft ? [draft.id] : []), ...records.flatMap((record) => rowsOf(workspace, record))],
    stubs: await Promise.all(records.map((record) => childStub(workspace, record, { kind, past }))),
  };
}

/** REVISIT1: the next formal session is asked about it, in its words. */
const isPending = (workspace: Workspace, records: readonly OnFile[]): boolean =>
  records.some(({ id, body }) =>
    pendingEntriesOf(workspace, body.childRef, todayIn(workspace)).some(
      ({ decision }) => decision.id === id,
    ),
  );

const rowsOf = (workspace: Workspace, { id }: OnFile): readonly string[] => [
  ...withWhatIsUnder(workspace, id),
  ...revisitsOf(workspace, id).map((revisit) => revisit.id),
];
