import type { ReactNode } from 'react';
import type { Preparation } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { agendaNow, agendaRows } from '#storage/agenda/agenda.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DataTable } from '#ui/data-table.tsx';
import { depthWords } from './agenda-words.ts';
import { AgreedWords } from './agreed-words.tsx';
import { type AgendaColumn, useFactColumns } from './fact-columns.tsx';
import { FirstItems, LastItems } from './fixed-items.tsx';
import { PlannedWords } from './planned-words.tsx';
import { Wants } from './preparation-state.tsx';

interface ReadAgendaProps {
  readonly session: Session;
  readonly preparation: Preparation | undefined;
  readonly asksHeader: string;
  /** What can be done here, and what the practitioner wants. */
  readonly children: ReactNode;
}

/** The agenda to read: on the practitioner's own device, and where another tab is changing it. */
export function ReadAgenda({ session, preparation, asksHeader, children }: ReadAgendaProps) {
  const workspace = useWorkspace();
  const agenda = agendaNow(workspace, session);
  const facts = useFactColumns(session, staffName(workspace, session.superviseeRef));
  const columns: readonly AgendaColumn[] = [
    { key: 'place', header: 'Position', numeric: true, render: ({ position }) => position },
    ...facts(preparation !== undefined, asksHeader),
    {
      key: 'depth',
      header: 'Depth',
      render: ({ item }) => depthWords(item.depth, 'Not chosen yet'),
    },
    {
      key: 'reason',
      header: 'Reason',
      render: ({ item }) => <span className="fp-text">{item.reason}</span>,
    },
  ];
  const supervisor = staffName(workspace, session.supervisorRef);
  return (
    <>
      <PlannedWords session={session} agenda={agenda} />
      <AgreedWords agreed={session} agenda={agenda} />
      {children}
      <Wants heading={`What ${supervisor} wants to talk about`} text={session.supervisorWants} />
      <FirstItems />
      <DataTable
        caption="Every open case"
        columns={columns}
        rows={agendaRows(workspace, agenda, preparation)}
        rowKey={({ rowId }) => rowId}
        emptyText="No open cases on this list."
        compact
      />
      <LastItems />
    </>
  );
}
