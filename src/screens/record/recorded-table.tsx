import { isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { recordedBefore } from '#storage/child-file/recording-queue.ts';
import { stateOnChildFile } from '#storage/entries/entries-reads.ts';
import { settingsOf, superviseeTerm } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { onDate, whatOf } from './what-it-is.ts';

interface RecordedTableProps {
  /** Shown above, in their places in the queue. */
  readonly without: ReadonlySet<string>;
}

export function RecordedTable({ without }: RecordedTableProps) {
  const workspace = useWorkspace();
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
    { key: 'on', header: 'Of', render: onDate },
    {
      key: 'with',
      header: superviseeTerm(workspace),
      render: (record) => (isEntry(record) ? '' : record.practitioner),
    },
    {
      key: 'state',
      header: settingsOf(workspace).caseSystem,
      render: (record) => stateOnChildFile(workspace, record).words,
    },
  ];
  return (
    <DataTable
      caption="Recorded"
      columns={columns}
      rows={recordedBefore(workspace).filter(({ id }) => !without.has(id))}
      rowKey={({ id }) => id}
      emptyText="None yet."
      compact
    />
  );
}
