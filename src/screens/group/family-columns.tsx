import { formatDate } from '#domain/dates/calendar-date.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { Column } from '#ui/data-table.tsx';
import { PlaceCell } from '#ui/place-cell.tsx';
import { ChosenCell } from './chosen-cell.tsx';
import type { FamilyRow } from './family-row.ts';
import { childWithAge } from './group-words.ts';
import { MinutesCell } from './minutes-cell.tsx';

interface FamilyColumnsProps {
  readonly workspace: Workspace;
  readonly count: number;
  /** Once it has started a family is brought in from the session, and none is taken off. */
  readonly isPlanned: boolean;
  readonly onMove: (row: FamilyRow, to: number) => void;
  readonly onChoose: (row: FamilyRow, chosen: 'yes' | 'no') => void;
}

/** A family in words: why it is suggested, and never a number of points or what a worker feels. */
export function familyColumns(props: FamilyColumnsProps): readonly Column<FamilyRow>[] {
  const { workspace, count, isPlanned, onMove, onChoose } = props;
  return [
    {
      key: 'place',
      header: 'Position',
      render: (row) => (
        <PlaceCell
          name={row.label}
          rowId={row.rowId}
          position={row.position}
          count={count}
          onMove={(to) => onMove(row, to)}
        />
      ),
    },
    {
      key: 'family',
      header: 'Family',
      rowHeader: true,
      render: ({ family }) => (
        <Lines lines={family.children.map((child) => childWithAge(workspace, child))} />
      ),
    },
    {
      key: 'workers',
      header: 'Workers',
      render: ({ family }) => (
        <Lines lines={family.workers.map((staffRef) => staffName(workspace, staffRef))} />
      ),
    },
    {
      key: 'why',
      header: 'Why suggested',
      render: ({ family }) =>
        family.reasons.length > 0 ? <Lines lines={family.reasons} /> : 'Not suggested',
    },
    {
      key: 'last',
      header: 'Last group discussion',
      render: ({ family: { lastGroupOn } }) =>
        lastGroupOn ? formatDate(lastGroupOn) : 'Not discussed in a group yet',
    },
    {
      key: 'chosen',
      header: 'On the agenda',
      render: (row) =>
        isPlanned ? (
          <ChosenCell row={row} onChoose={(chosen) => onChoose(row, chosen)} />
        ) : row.family.chosen ? (
          'Yes'
        ) : (
          'No'
        ),
    },
    {
      key: 'minutes',
      header: 'Minutes',
      render: (row) => <MinutesCell row={row} />,
    },
  ];
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
