import type { AgendaDepth } from '#domain/agenda/agenda.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { AgendaItem, Session } from '#domain/records/session.ts';
import type { AgendaRow } from '#storage/agenda/agenda.ts';
import type { AgendaPlan } from '#storage/session/session-plan.ts';
import { PlaceCell } from '#ui/place-cell.tsx';
import { DepthCell } from './depth-cell.tsx';
import { type AgendaColumn, useFactColumns } from './fact-columns.tsx';
import { ReasonCell } from './reason-cell.tsx';

interface AgendaColumnsProps {
  readonly session: Session;
  readonly agenda: readonly AgendaItem[];
  readonly who: string;
  readonly isShared: boolean;
  readonly agendaPlan: AgendaPlan | undefined;
  readonly onMove: (row: AgendaRow, to: number) => void;
  readonly onChoose: (childRef: string, depth: AgendaDepth) => void;
  readonly onLeave: () => void;
}

/** The agenda as the supervisor changes it: place, what is known, what is asked, depth and reason. */
export function useAgendaColumns(props: AgendaColumnsProps): readonly AgendaColumn[] {
  const { session, agenda, who, isShared, agendaPlan, onMove, onChoose, onLeave } = props;
  const facts = useFactColumns(session, who);
  return [
    {
      key: 'place',
      header: 'Position',
      render: (row) => (
        <PlaceCell
          name={childLabel(row.child)}
          rowId={row.rowId}
          position={row.position}
          count={agenda.length}
          onMove={(to) => onMove(row, to)}
        />
      ),
    },
    ...facts(isShared, `${who} asks`),
    {
      key: 'depth',
      header: 'Depth',
      render: ({ item, child, rowId }) => (
        <DepthCell
          name={childLabel(child)}
          rowId={rowId}
          depth={item.depth}
          onPlan={agendaPlan?.cases.get(item.childRef)}
          onChoose={(depth) => onChoose(item.childRef, depth)}
        />
      ),
    },
    {
      key: 'reason',
      header: 'Reason',
      render: (row) => (
        <ReasonCell
          row={row}
          who={who}
          isStanding={agendaPlan?.cases.get(row.item.childRef)?.isStanding ?? false}
          onLeave={onLeave}
        />
      ),
    },
  ];
}
