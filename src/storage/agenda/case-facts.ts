import { supervisorAsks } from '#domain/agenda/agenda-facts.ts';
import type { CaseFacts } from '#domain/flags/case-facts.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { commonFacts } from './case-facts-common.ts';
import { factsOfChild } from './case-facts-of-child.ts';
import { remembered } from './case-facts-remembered.ts';
import { viewOfSession } from './case-facts-view.ts';

export interface ChildWithFacts {
  readonly child: Child;
  readonly facts: CaseFacts;
}

/**
 * Everything the flags read of each child of a session, out of what is stored: the open children of the
 * practitioner before it starts, then those who are in it. What nothing stores is left out (FLAG2).
 * Working data: for the screen, and on no record.
 */
export function caseFactsOf(workspace: Workspace, session: Session): readonly ChildWithFacts[] {
  const { view, children } = viewOfSession(workspace, session);
  return held(view, session, children).map(({ child, facts }) => ({
    child,
    facts: { ...facts, requestedBy: [...facts.requestedBy, ...askedHere(view, session, child)] },
  }));
}

/** Read as it is typed now. */
function askedHere(workspace: Workspace, session: Session, child: Child): readonly string[] {
  const item = session.agenda.find(({ childRef }) => childRef === child.ref);
  return supervisorAsks(item) ? [staffName(workspace, session.supervisorRef)] : [];
}

function held(
  view: Workspace,
  session: Session,
  children: readonly Child[],
): readonly ChildWithFacts[] {
  return remembered(view, session, 'facts', () => {
    const common = commonFacts(view, session);
    return children.map((child) => ({ child, facts: factsOfChild(view, child, common) }));
  });
}
