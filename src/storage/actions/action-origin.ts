import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { observationTables } from '#domain/observations/observation-fields.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** Where an action was agreed: the finished record that it can be read in, or the day alone. */
export interface ActionOrigin {
  readonly words: string;
  readonly recordId: string;
}

interface Agreed {
  readonly sessionId: string;
  readonly agreedOn: string;
}

const contexts = {
  oneToOne: 'supervision',
  group: 'group supervision',
  familySafeguardingGroup: 'group supervision',
} as const;

const what = (record: OnChildFile): string =>
  isEntry(record) ? entryTables[record.kind].name.toLowerCase() : contexts[record.context];

const day = (text: string): string => {
  const on = parseCalendarDate(text);
  return on ? ` on ${formatDate(on)}` : '';
};

/**
 * Looked up once for the whole list. An entry and a discussion are both found by what the action names as
 * its session; one whose record is not finished yet, or is not held here, has its day.
 */
export function originsIn(
  workspace: Pick<Workspace, 'set'>,
): (action: Agreed & { readonly childRef?: string }) => ActionOrigin {
  const found = new Map<string, OnChildFile>();
  for (const record of bodies(workspace, 'childRecords')) {
    found.set(`${record.sessionId} ${record.childRef}`, record);
  }
  for (const entry of bodies(workspace, 'childEntries')) {
    found.set(`${entry.draftId} ${entry.childRef}`, entry);
  }
  // Those of the supervision file name what they were agreed in as their session.
  const others = new Map<string, string>([
    ...bodies(workspace, 'observations').map(
      ({ id, kind }) => [id, observationTables[kind].name.toLowerCase()] as const,
    ),
    ...bodies(workspace, 'monitoring').map(({ id }) => [id, 'monitoring'] as const),
    // Of a record that was removed where it was agreed can still be said.
    ...bodies(workspace, 'childStubs').flatMap(
      ({ entry, kind, sessionId }): readonly (readonly [string, string])[] => {
        if (entry) return [[entry.draftId, entryTables[entry.kind].name.toLowerCase()]];
        return kind === 'groupRecord' ? [[sessionId, contexts.group]] : [];
      },
    ),
  ]);
  return ({ sessionId, childRef = '', agreedOn }) => {
    const record = found.get(`${sessionId} ${childRef}`);
    if (!record) {
      const where = others.get(sessionId) ?? 'supervision';
      return { words: `Agreed in ${where}${day(agreedOn)}`, recordId: '' };
    }
    return { words: `Agreed in ${what(record)}${day(dayRecorded(record))}`, recordId: record.id };
  };
}
