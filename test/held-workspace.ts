import type { CollectionName } from '#domain/collections.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { islington } from './builders.ts';

/** A record as it stands open in memory, with what its schema fills in. */
export function held<C extends CollectionName>(
  collection: C,
  id: string,
  body: object,
): OpenRecord<C> {
  const full = recordSchemas[collection].parse({ id, ...body }) as Stored<C>; // parsed by this very schema
  return { id, collection, v: 1, rev: null, body: full, text: '' };
}

/** Sam Lee, who supervises the person with the reference S1 under a policy since it was adopted. */
const always = (profile: object): readonly OpenRecord[] => [
  held('settings', 'settings', { me: 'me', profileId: 'p', startedOn: '2026-06-01' }),
  held('staff', 'me', { ref: 'me', name: 'Sam Lee' }),
  held('staff', 'S1', { ref: 'S1', name: 'Priya Shah', knownFrom: '2026-06-01' }),
  held('profiles', 'profile', {
    profileId: 'p',
    version: '1',
    serial: 1,
    origin: 'shipped',
    profile,
    storedAt: '2026-06-01T08:00:00.000Z',
  }),
];

/**
 * To ask rules of many working sets in one test, or of a very large one: records in memory alone, without
 * a disk, a vault or a queue. Anything that writes throws.
 */
export function heldWorkspace(
  records: readonly OpenRecord[],
  { now = '2026-11-20T10:00:00.000Z', profile = islington as object } = {},
): Workspace {
  const set = new WorkingSet();
  set.apply([...always(profile), ...records]);
  return { set, now } as Workspace; // reads go through these two
}
