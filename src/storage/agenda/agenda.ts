import { type Ask, agendaFor, agreedNow, askOf } from '#domain/agenda/agenda.ts';
import type { Child } from '#domain/records/child.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { AgendaItem, Session } from '#domain/records/session.ts';
import { childrenToDiscuss } from '#storage/caseload/caseload-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, updated } from '#storage/writes.ts';

/** What is on the agenda now: before the start every open child, afterwards those who were on it then. */
export function agendaNow(workspace: Workspace, session: Session): readonly AgendaItem[] {
  const { status, superviseeRef, agenda, childRefs } = session;
  if (status === 'planned') return agendaFor(childrenToDiscuss(workspace, superviseeRef), agenda);
  return agenda.filter(({ childRef }) => childRefs.includes(childRef));
}

/** One line of the agenda with its child, and what the practitioner asks for that child. */
export interface AgendaRow {
  readonly item: AgendaItem;
  /** From 1. */
  readonly position: number;
  /** The child's row: an id that may stand in the page, as a reference may not. */
  readonly rowId: string;
  readonly child: Child;
  readonly ask: Ask;
}

export function agendaRows(
  workspace: Workspace,
  agenda: readonly AgendaItem[],
  preparation: Preparation | undefined,
): readonly AgendaRow[] {
  const refs = new Set<string>(agenda.map(({ childRef }) => childRef));
  const held = findAll(workspace, 'children', ({ ref }) => refs.has(ref));
  return agenda.flatMap((item, i) => {
    const child = held.find(({ body }) => body.ref === item.childRef);
    if (!child) return [];
    const ask = askOf(preparation, item.childRef);
    return [{ item, position: i + 1, rowId: child.id, child: child.body, ask }];
  });
}

/** Agreed in the session itself, at its own true time. Throws StorageError. */
export async function agreeAgenda(workspace: Workspace, sessionId: string): Promise<void> {
  await workspace.change(() => {
    const record = findSession(workspace, sessionId);
    if (!record || record.body.status === 'ended') return [];
    const agreed = agreedNow(agendaNow(workspace, record.body), workspace.now);
    return [updated(record, { ...record.body, ...agreed }, 'replaced')];
  });
}

/** The session of the person whose device this is, with whoever supervises them. */
export function isSupervised(workspace: Workspace, session: Session): boolean {
  const { me, alsoMe } = settingsOf(workspace);
  return [me, ...alsoMe].some((ref) => ref === session.superviseeRef);
}
