import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { CaseloadImport } from '#domain/records/caseload-import.ts';
import type { Child } from '#domain/records/child.ts';
import { hasRecords } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { acceptChanges } from './accept-changes.ts';
import type { Change } from './changes.ts';
import type { ImportedCaseload } from './imported-caseload.ts';
import { lastImport } from './last-import.ts';

export interface BringInQuestion {
  /** Already restricted to the chosen workers. */
  readonly imported: ImportedCaseload;
  readonly changes: readonly Change[];
  readonly sameAs: ReadonlyMap<string, ChildRef>;
  readonly workers: readonly string[];
  readonly headings?: readonly string[];
  readonly mapping?: Readonly<Record<string, string>>;
}

type Before = CaseloadImport['before'][number];

/**
 * Writes the accepted changes, the rows that did not come in, and what undoing needs, all or none.
 * Throws StorageError; nothing is written then.
 */
export async function bringIn(workspace: Workspace, question: BringInQuestion): Promise<void> {
  const { imported } = question;
  const asAt = parseCalendarDate(imported.asAt);
  const reason = `From the caseload file${asAt ? ` of ${formatDate(asAt)}` : ''}`;
  const { me } = settingsOf(workspace);
  const on = todayIn(workspace);
  const accepted = acceptChanges({
    ...question,
    children: bodies(workspace, 'children'),
    allocations: bodies(workspace, 'allocations'),
    profile: profileOf(workspace),
    change: { by: me, at: workspace.now, on, reason },
    newId: workspace.ports.newId,
  });
  const id = (kind: string, ref: string) => workspace.vault.referenceId(kind, ref);
  const childIds = await Promise.all(accepted.children.map(({ ref }) => id('child', ref)));
  const staffIds = await Promise.all(accepted.newStaff.map(({ ref }) => id('staff', ref)));
  // An allocation has no reference to be found by: its id is a random one.
  const startedIds = accepted.started.map(() => workspace.ports.newId());
  const unread = imported.faults.filter(({ kept }) => !kept);
  const unreadKeys = unread.map(() => workspace.ports.newId());
  const unreadIds = await Promise.all(unreadKeys.map((key) => id('unread', key)));
  const importKey = workspace.ports.newId();
  const importId = await id('import', importKey);

  await workspace.change((set) => {
    const held = findAll(workspace, 'allocations').map((record) => [record.body, record] as const);
    const rowOf = new Map<object, OpenRecord<'allocations'>>(held);
    const writes: Write[] = [
      ...accepted.children.flatMap((child, i) => {
        const held = set.find('children', childIds[i] ?? '');
        return held ? [updated(held, child)] : [created('children', childIds[i] ?? '', child)];
      }),
      ...accepted.newStaff.flatMap((staff, i) =>
        set.find('staff', staffIds[i] ?? '') ? [] : [created('staff', staffIds[i] ?? '', staff)],
      ),
      ...accepted.started.map((each, i) => created('allocations', startedIds[i] ?? '', each)),
      ...accepted.ended.flatMap(({ was, to }) => {
        const record = rowOf.get(was);
        return record ? [updated(record, { ...record.body, to })] : [];
      }),
      ...unread.map(({ text, file, line, problem }, i) =>
        created('unreadRows', unreadIds[i] ?? '', {
          key: unreadKeys[i] ?? '',
          text,
          problem: `${file}, row ${line}: ${problem}`,
          pastedAt: workspace.now,
        }),
      ),
    ];
    const record: CaseloadImport = {
      id: importKey,
      at: workspace.now,
      by: me,
      asAt: imported.asAt,
      source: imported.source,
      workers: [...question.workers],
      childCount: imported.children.length,
      headings: [...(question.headings ?? [])],
      mapping: { ...question.mapping },
      undone: false,
      before: writes.map((write) => beforeOf(write, set.find(write.collection, write.id))),
    };
    return [...writes, created('imports', importId, record)];
  });
}

function beforeOf({ collection, id, basedOn }: Write, held: OpenRecord | undefined): Before {
  return {
    collection: collection as Before['collection'], // bringIn writes these five and no other
    id,
    body: held?.body ?? null,
    v: basedOn + 1,
  };
}

export interface Undone {
  readonly rows: number;
  /** Rows changed by a person since, or with a finished record: they stay as they are. */
  readonly left: number;
}

/** Takes the last import back: each row becomes what it was, unless someone has changed it since. */
export async function undoLastImport(workspace: Workspace): Promise<Undone> {
  let undone: Undone = { rows: 0, left: 0 };
  await workspace.change((set) => {
    const last = lastImport(workspace);
    if (!last) return [];
    const writes = last.body.before.flatMap((before): readonly Write[] => {
      const record = set.findAnywhere(before.id);
      if (!record || record.v !== before.v) return [];
      if (before.body !== null)
        return [{ ...updated(record, before.body as never), keepOld: 'replaced' }]; // the body this very row had
      return takenBack(workspace, record);
    });
    undone = { rows: writes.length, left: last.body.before.length - writes.length };
    return [...writes, updated(last, { ...last.body, undone: true })];
  });
  return undone;
}

/** A row that the import made. Nothing is deleted: it leaves the list. */
function takenBack(workspace: Workspace, record: OpenRecord): readonly Write[] {
  if (record.collection === 'children') {
    const child = record.body as Child; // by its collection
    if (hasRecords(workspace, child.ref)) return [];
    return [updated(record as OpenRecord<'children'>, { ...child, removed: true })];
  }
  if (record.collection === 'allocations') {
    const allocation = record as OpenRecord<'allocations'>;
    return [updated(allocation, { ...allocation.body, to: allocation.body.from })];
  }
  if (record.collection === 'unreadRows') {
    const row = record as OpenRecord<'unreadRows'>;
    return [updated(row, { ...row.body, settledAt: workspace.now } as typeof row.body)]; // loose: an added field is kept
  }
  return []; // a member of staff without children shows nowhere
}
