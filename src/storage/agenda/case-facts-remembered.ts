import { collectionNames } from '#domain/collections.ts';
import type { Session } from '#domain/records/session.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';

interface Remembered {
  readonly key: string;
  readonly value: unknown;
}

const bySet = new WeakMap<WorkingSet, Map<string, Remembered>>();

/** A note being typed changes no fact; of sessions this very one is looked at below. */
const read = collectionNames.filter((name) => name !== 'discussions' && name !== 'sessions');

/** All that is read: the day, the numbers of the collections, the other sessions, and this one's days. */
function keyOf(view: Workspace, session: Session): string {
  const { id, status, plannedFor, preparationId, sittings } = session;
  const others = [...view.set.all('sessions').values()].filter(
    (other) => other.id !== id || status === 'ended',
  );
  return [
    ...[id, status, plannedFor, preparationId, sittings.at(-1)?.startedAt],
    ...[todayIn(view), ...read.map((name) => view.set.changesOf(name))],
    ...others.map((other) => `${other.id} ${other.v}`),
  ].join(' ');
}

/**
 * Worked out once for what is stored now. The agenda is planned again with each change that is typed into
 * it; what it rests on is the same until something else is stored.
 */
export function remembered<T>(view: Workspace, session: Session, what: string, work: () => T): T {
  const known = bySet.get(view.set) ?? new Map<string, Remembered>();
  bySet.set(view.set, known);
  const key = keyOf(view, session);
  const before = known.get(what);
  if (before?.key === key) return before.value as T; // put in below under the same name
  const value = work();
  known.set(what, { key, value });
  return value;
}
