import type { CollectionName } from '#domain/collections.ts';
import { type CalendarDate, dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { sameValue } from '#domain/versions/merge.ts';
import type { VersionWhy } from './db.ts';
import type { OpenRecord } from './open-record.ts';
import type { Write } from './save.ts';
import type { Workspace } from './workspace.ts';

/** The write of a new record. */
export function created<C extends CollectionName>(
  collection: C,
  id: string,
  body: Stored<C>,
  text?: string,
): Write {
  return { collection, id, basedOn: 0, body, ...(text === undefined ? {} : { text }) };
}

/** The write of a change to a record we hold. */
export function updated<C extends CollectionName>(
  record: OpenRecord<C>,
  body: Stored<C>,
  keepOld?: VersionWhy,
): Write {
  const { collection, id, v } = record;
  return { collection, id, basedOn: v, body, ...(keepOld ? { keepOld } : {}) };
}

/** Writes a record whether or not it is there already; nothing where it would be the same. */
export function put<C extends CollectionName>(
  record: OpenRecord<C> | undefined,
  collection: C,
  id: string,
  body: Stored<C>,
): readonly Write[] {
  if (!record) return [created(collection, id, body)];
  return sameValue(record.body, body) ? [] : [updated(record, body)]; // the order of keys is no change
}

export const todayIn = (workspace: Pick<Workspace, 'now'>): CalendarDate =>
  dateInLondon(toInstant(workspace.now));

/** Open records of a collection that answer to `test`. */
export function findAll<C extends CollectionName>(
  { set }: Pick<Workspace, 'set'>,
  collection: C,
  test: (body: Stored<C>) => boolean = () => true,
): readonly OpenRecord<C>[] {
  return [...set.all(collection).values()].filter(({ body }) => test(body));
}

export const bodies = <C extends CollectionName>(
  workspace: Pick<Workspace, 'set'>,
  collection: C,
): readonly Stored<C>[] => findAll(workspace, collection).map(({ body }) => body);
