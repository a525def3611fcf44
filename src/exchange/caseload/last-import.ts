import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';

/** The newest import that was not undone. */
export const lastImport = (workspace: Pick<Workspace, 'set'>): OpenRecord<'imports'> | undefined =>
  findAll(workspace, 'imports', ({ undone }) => !undone)
    .toSorted((a, b) => (a.body.at < b.body.at ? 1 : -1))
    .at(0);
