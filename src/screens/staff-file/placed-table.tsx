import { staffTextKinds } from '#domain/staff-file/to-place.ts';
import { superviseeTerm } from '#storage/settings.ts';
import type { ToPlace } from '#storage/staff-file/staff-file.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { markWords, onDay } from './staff-text-words.ts';
import { UndoPlaced } from './undo-placed.tsx';

/** What is there, with all that was said of it. */
export function PlacedTable({ texts }: { readonly texts: readonly ToPlace[] }) {
  const columns: readonly Column<ToPlace>[] = [
    {
      key: 'name',
      header: superviseeTerm(useWorkspace()),
      rowHeader: true,
      render: ({ name, readHref }) => <Link href={readHref}>{name}</Link>,
    },
    { key: 'what', header: 'What', render: ({ kind }) => staffTextKinds[kind] },
    { key: 'finished', header: 'Finished', render: ({ finishedOn }) => onDay(finishedOn) },
    {
      key: 'placed',
      header: 'On file',
      render: ({ history }) => (
        <ul className="govuk-list">
          {history.map((mark) => (
            <li key={mark.id}>{markWords(mark)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'undo',
      header: <span className="govuk-visually-hidden">Undo</span>,
      render: (text) => <UndoPlaced text={text} onDone={() => {}} />,
    },
  ];
  return (
    <DataTable
      caption="Placed on file"
      columns={columns}
      rows={[...texts].reverse()}
      rowKey={({ id }) => id}
      emptyText="None yet."
      compact
    />
  );
}
