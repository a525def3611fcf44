import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { Button } from '#ui/button.tsx';
import type { Column } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { type FinishRow, isReady } from './finish-row.ts';

interface FinishColumnsProps {
  readonly busy: boolean;
  readonly onFinalise: (row: FinishRow) => void;
}

export const finishColumns = ({
  busy,
  onFinalise,
}: FinishColumnsProps): readonly Column<FinishRow>[] => [
  { key: 'name', header: 'Child', rowHeader: true, render: ({ name }) => name },
  { key: 'due', header: 'Due', render: ({ countdown }) => countdown },
  {
    key: 'missing',
    header: 'Still to do',
    render: ({ missing }) => <StillToDo missing={missing} />,
  },
  {
    key: 'go',
    header: 'Go to',
    render: (row) =>
      isReady(row) ? (
        <Button variant="link" disabled={busy} onClick={() => onFinalise(row)}>
          Finalise<span className="govuk-visually-hidden"> the record of {row.name}</span>
        </Button>
      ) : (
        <Link href={`/sessions/${row.session.id}/${row.childRowId}`}>
          Complete<span className="govuk-visually-hidden"> the record of {row.name}</span>
        </Link>
      ),
  },
];

function StillToDo({ missing }: { readonly missing: readonly Missing[] }) {
  if (missing.length === 0) return <Tag tone="green">Ready</Tag>;
  return (
    <ul className="govuk-list">
      {missing.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
