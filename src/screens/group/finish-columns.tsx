import { Button } from '#ui/button.tsx';
import type { Column } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import type { FinishRow } from './finish-rows.ts';
import { Unseen } from './unseen.tsx';

interface FinishColumnsProps {
  readonly groupId: string;
  /** Undefined for whoever may not finalise. */
  readonly onFinalise: ((row: FinishRow) => void) | undefined;
  readonly busy: boolean;
}

export function finishColumns(props: FinishColumnsProps): readonly Column<FinishRow>[] {
  const { groupId, onFinalise, busy } = props;
  return [
    { key: 'name', header: 'Child', rowHeader: true, render: ({ name }) => name },
    { key: 'due', header: 'Due', render: ({ due }) => due },
    {
      key: 'missing',
      header: 'Still to do',
      render: ({ missing }) =>
        missing.length === 0 ? (
          <Tag tone="green">Ready</Tag>
        ) : (
          <ul className="govuk-list">
            {missing.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'go',
      header: 'Go to',
      render: (row) => (
        <div className="fp-actions">
          {onFinalise && (
            <Button variant="link" disabled={busy} onClick={() => onFinalise(row)}>
              Finalise<Unseen>the record of {row.name}</Unseen>
            </Button>
          )}
          <Link href={`/groups/${groupId}/session/${row.item.id}`}>
            Open<Unseen>the discussion of {row.name}</Unseen>
          </Link>
        </div>
      ),
    },
  ];
}
