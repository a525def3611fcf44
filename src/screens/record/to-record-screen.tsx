import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
import { countOf } from '#domain/count-words.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/entry.ts';
import { recordsToRecord } from '#storage/child-record-reads.ts';
import {
  entriesRecordedHere,
  entriesToRecord,
  mayRecordEntries,
  stateOnChildFile,
} from '#storage/entries-reads.ts';
import { settingsOf, superviseeTerm } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonLink } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';

const onDate = (iso: string) => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

/** A session's discussion says nothing here: it is what most of them are. */
function whatOf(record: OnChildFile): string {
  if (isEntry(record)) return entryTables[record.kind].name;
  return record.context === 'oneToOne' ? 'Session' : 'Group supervision';
}

/** Finished and not yet in the case system, oldest first, each with its own countdown. */
export function ToRecordScreen() {
  const workspace = useWorkspace();
  useAll('childMarks');
  useAll('childEntries');
  useAll('entryDrafts');
  const { caseSystem } = settingsOf(workspace);
  const oldestFirst = (a: OnChildFile, b: OnChildFile) =>
    dayRecorded(a) < dayRecorded(b) ? -1 : 1;
  const toRecord = [...recordsToRecord(workspace), ...entriesToRecord(workspace)].toSorted(
    oldestFirst,
  );
  const waiting = new Set<string>(toRecord.map(({ id }) => id));
  const done = [...useAll('childRecords'), ...entriesRecordedHere(workspace)]
    .filter(({ id }) => !waiting.has(id))
    .toSorted((a, b) => oldestFirst(b, a));
  const columns: readonly Column<OnChildFile>[] = [
    {
      key: 'child',
      header: 'Child',
      rowHeader: true,
      render: ({ id, child }) => (
        <Link href={`/records/${id}`}>{child.name || child.reference}</Link>
      ),
    },
    { key: 'what', header: 'What', render: whatOf },
    { key: 'on', header: 'Of', render: (record) => onDate(dayRecorded(record)) },
    {
      key: 'with',
      header: superviseeTerm(workspace),
      render: (record) => (isEntry(record) ? '' : record.practitioner),
    },
    {
      key: 'state',
      header: caseSystem,
      render: (record) => stateOnChildFile(workspace, record).words,
    },
  ];
  return (
    <Page title={`To record in ${caseSystem}`} documentTitle="To record">
      {mayRecordEntries(workspace) && (
        <ButtonLink href="/entries/new" variant="secondary">
          Record a management decision
        </ButtonLink>
      )}
      <DataTable
        caption={`${countOf(toRecord.length, 'record')} to put into ${caseSystem}`}
        columns={columns}
        rows={toRecord}
        rowKey={({ id }) => id}
        emptyText={`Nothing to record in ${caseSystem}.`}
        compact
      />
      <DataTable
        caption="Recorded"
        columns={columns}
        rows={done}
        rowKey={({ id }) => id}
        emptyText="None yet."
        compact
      />
    </Page>
  );
}
