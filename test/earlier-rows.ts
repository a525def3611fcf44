import { type CollectionName, collectionNames } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Ports } from '#storage/ports.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import rows from './fixtures/earlier-rows.json' with { type: 'json' };
import { anEmptyWorkspace, openAgain, testPorts } from './workspaces.ts';

/**
 * One person's records as the first version of each collection wrote them, and in every object of them, at
 * every depth, a field that no version of ours knows: it was written by a later one.
 */
export const later = { fromALaterVersion: 'kept' };

interface EarlierRow {
  readonly id: string;
  readonly body: object;
}

const fixtures: Readonly<Record<string, readonly EarlierRow[]>> = rows;

export const earlierRows = (collection: CollectionName): readonly EarlierRow[] =>
  (fixtures[collection] ?? []).map(({ id, body }) => ({ id, body: planted(body) as object })); // an object stays one

function planted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, each]) => [key, planted(each)] as const);
  return { ...Object.fromEntries(fields), ...later };
}

/** Those rows on disk, opened by today's version. */
export async function earlierWorkspace(ports: Ports = testPorts()): Promise<Workspace> {
  const workspace = await anEmptyWorkspace(ports);
  await workspace.change(() =>
    collectionNames.flatMap((collection) =>
      earlierRows(collection).map(({ id, body }) =>
        // As text: nothing of today's version has seen it.
        created(collection, id, body as Stored<typeof collection>, JSON.stringify(body)),
      ),
    ),
  );
  return openAgain(workspace);
}
