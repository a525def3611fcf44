import { agendaFor, withThoseWhoLeft } from '#domain/agenda/agenda.ts';
import type { AgendaItem, AgreedItem, Session } from '#domain/records/session.ts';
import { childrenToDiscuss } from '#storage/caseload/caseload-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { FormValues } from '#ui/form-values.ts';

/** What the form changes of the session; the rest of the body goes through it as it is. */
export interface AgendaValues {
  supervisorWants: string;
  minutes: string;
  coversPersonal: boolean;
  /** In the agenda's order. Moving and choosing a depth replace the list. */
  agenda: FormValues<AgendaItem>[];
  /** Typed reasons under the child's row id: a reference may hold a dot, and a field's name may not. */
  reasons: Record<string, string>;
  agendaAgreedAt: string;
  agreedAgenda: FormValues<AgreedItem>[];
}

/** The row of each child, looked up once: the agenda is read with every change that is typed. */
function rowIdsOf(workspace: Workspace): (childRef: string) => string {
  const ids = new Map<string, string>();
  for (const { id, body } of workspace.set.all('children').values()) ids.set(body.ref, id);
  return (childRef) => ids.get(childRef) ?? '';
}

/** Every open child has a line, and behind them stand those who left with something typed. */
function whole(
  workspace: Workspace,
  { superviseeRef }: Session,
  stored: readonly AgendaItem[],
): AgendaItem[] {
  return withThoseWhoLeft(agendaFor(childrenToDiscuss(workspace, superviseeRef), stored), stored);
}

export function valuesOf(workspace: Workspace, session: Session): AgendaValues {
  const agenda = whole(workspace, session, session.agenda);
  const rowIdOf = rowIdsOf(workspace);
  const reasons = agenda.map(({ childRef, reason }) => [rowIdOf(childRef), reason]);
  const { supervisorWants, minutes, coversPersonal, agendaAgreedAt, agreedAgenda } =
    structuredClone(session);
  return {
    supervisorWants,
    minutes,
    coversPersonal,
    agenda: structuredClone(agenda),
    reasons: Object.fromEntries(reasons),
    agendaAgreedAt,
    agreedAgenda,
  };
}

/** The agenda with the reasons as they are typed now. */
export function agendaTyped(
  workspace: Workspace,
  session: Session,
  { agenda, reasons }: AgendaValues,
): AgendaItem[] {
  const rowIdOf = rowIdsOf(workspace);
  const withReason = (item: AgendaItem): AgendaItem => ({
    ...item,
    reason: reasons[rowIdOf(item.childRef)] ?? item.reason,
  });
  const stored = (agenda as AgendaItem[]).map(withReason); // made from them by `valuesOf`
  return structuredClone(whole(workspace, session, stored).map(withReason));
}

export function bodyOf(workspace: Workspace, session: Session, values: AgendaValues): Session {
  const { supervisorWants, minutes, coversPersonal, agendaAgreedAt } = values;
  const agenda = agendaTyped(workspace, session, values);
  const agreedAgenda = structuredClone(values.agreedAgenda) as AgreedItem[]; // made from one by `valuesOf`
  const typed = { supervisorWants, minutes, coversPersonal, agendaAgreedAt };
  return { ...session, ...typed, agenda, agreedAgenda };
}
