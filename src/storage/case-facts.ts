import { supervisorAsks } from '#domain/agenda-facts.ts';
import { collectionNames } from '#domain/collections.ts';
import type { CaseFacts } from '#domain/flags/case-facts.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { commonFacts } from './case-facts-common.ts';
import { factsOfChild } from './case-facts-of-child.ts';
import { viewOf } from './case-facts-view.ts';
import { openChildren } from './caseload-reads.ts';
import { staffName } from './settings.ts';
import type { WorkingSet } from './working-set.ts';
import type { Workspace } from './workspace.ts';
import { findAll, todayIn } from './writes.ts';

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
  const children = childrenOf(workspace, session);
  const refs = children.map(({ ref }) => ref);
  const view = viewOf(workspace, session.superviseeRef, refs);
  return held(view, session, children).map(({ child, facts }) => ({
    child,
    facts: { ...facts, requestedBy: [...facts.requestedBy, ...askedHere(view, session, child)] },
  }));
}

/** Each once: a plan that named a child twice would be no plan. */
function childrenOf(workspace: Workspace, session: Session): readonly Child[] {
  const refs = new Set<string>(session.childRefs);
  const found =
    session.status === 'planned'
      ? openChildren(workspace, session.superviseeRef)
      : findAll(workspace, 'children', ({ ref }) => refs.has(ref)).map(({ body }) => body);
  return [...new Map(found.map((child) => [child.ref, child])).values()];
}

/** Read as it is typed now. */
function askedHere(workspace: Workspace, session: Session, child: Child): readonly string[] {
  const item = session.agenda.find(({ childRef }) => childRef === child.ref);
  return supervisorAsks(item) ? [staffName(workspace, session.supervisorRef)] : [];
}

interface Held {
  readonly key: string;
  readonly facts: readonly ChildWithFacts[];
}

/** Worked out once for what is stored now: typing into the agenda asks again with each change. */
const heldFacts = new WeakMap<WorkingSet, Held>();

/** A note being typed changes no fact. */
const read = collectionNames.filter((name) => name !== 'discussions');

function held(
  view: Workspace,
  session: Session,
  children: readonly Child[],
): readonly ChildWithFacts[] {
  const { id, status, plannedFor, preparationId } = session;
  const changes = read.map((name) => view.set.changesOf(name));
  const key = [id, status, plannedFor, preparationId, todayIn(view), ...changes].join(' ');
  const before = heldFacts.get(view.set);
  if (before?.key === key) return before.facts;
  const common = commonFacts(view, session);
  const facts = children.map((child) => ({ child, facts: factsOfChild(view, child, common) }));
  heldFacts.set(view.set, { key, facts });
  return facts;
}
