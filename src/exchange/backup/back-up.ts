import { assert } from '#domain/assert.ts';
import type { Workspace } from '#storage/workspace.ts';
import { sha256 } from '#vault/hash.ts';
import { bodyLines, endLine, headerLine } from './backup-file.ts';

export interface Backup {
  readonly fileName: string;
  readonly blob: Blob;
  readonly recordCount: number;
}

/**
 * Everything of this person in one file, as it is sealed on disk. See [Note: The backup file]. Text still
 * in the save queue is written first; throws StorageError where the database cannot be read.
 */
export async function makeBackup(workspace: Workspace): Promise<Backup> {
  const { db, vault } = workspace;
  await workspace.queue.flush();
  // One read transaction: rows, versions and outbox of the same moment.
  const { slots, ...rows } = await db.transaction(
    'r',
    [db.rows, db.versions, db.outbox, db.slots],
    async () => ({
      rows: await db.rows.toArray(),
      versions: await db.versions.toArray(),
      outbox: await db.outbox.toArray(),
      slots: await db.slots.toArray(),
    }),
  );
  const slot = slots.find(({ type }) => type === 'recovery');
  assert(slot?.type === 'recovery', 'a backup needs the recovery key’s slot');

  const lines = [headerLine(vault.id, slot), ...bodyLines(rows)];
  const body = `${lines.join('\n')}\n`;
  const vouched = {
    lines: lines.length,
    sha256: await sha256(body),
    madeAt: workspace.now,
    records: rows.rows.length,
  };
  const binding = { kind: 'backup', c: 0, id: vault.id, v: 1 } as const;
  const end = endLine(await vault.seal(binding, JSON.stringify(vouched)));
  return {
    fileName: `footprint-backup-${workspace.now.slice(0, 10)}-${vault.id.slice(0, 4)}.footprint`,
    blob: new Blob([body, end, '\n'], { type: 'application/x-ndjson' }),
    recordCount: rows.rows.length,
  };
}
