import { formatDate, parseCalendarDate } from '#domain/calendar-date.ts';
import { childRecordsWords } from '#domain/count-words.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { recordsToRecord } from '#storage/child-record-reads.ts';
import { settingsOf, superviseeTerm } from '#storage/settings.ts';
import { stateOfRecord } from '#storage/unfinished.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';

const onDate = (iso: string) => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

/** Finalised and not yet in the case system, oldest first, each with its countdown. */
export function ToRecordScreen() {
  const workspace = useWorkspace();
  useAll('childMarks');
  const all = useAll('childRecords').toSorted((a, b) => (a.discussedOn < b.discussedOn ? 1 : -1));
  const { caseSystem } = settingsOf(workspace);
  const toRecord = recordsToRecord(workspace);
  const waiting = new Set(toRecord.map(({ id }) => id));
  const columns: readonly Column<ChildRecord>[] = [
    {
      key: 'child',
      header: 'Child',
      rowHeader: true,
      render: ({ id, child }) => (
        <Link href={`/records/${id}`}>{child.name || child.reference}</Link>
      ),
    },
    { key: 'on', header: 'Discussed', render: ({ discussedOn }) => onDate(discussedOn) },
    { key: 'with', header: superviseeTerm(workspace), render: ({ practitioner }) => practitioner },
    {
      key: 'state',
      header: caseSystem,
      render: (record) => stateOfRecord(workspace, record).words,
    },
  ];
  return (
    <Page title={`To record in ${caseSystem}`} documentTitle="To record">
      <DataTable
        caption={`${childRecordsWords(toRecord.length)} to record`}
        columns={columns}
        rows={toRecord}
        rowKey={({ id }) => id}
        emptyText={`Nothing to record in ${caseSystem}.`}
        compact
      />
      <DataTable
        caption="Recorded"
        columns={columns}
        rows={all.filter(({ id }) => !waiting.has(id))}
        rowKey={({ id }) => id}
        emptyText="None yet."
        compact
      />
    </Page>
  );
}
