import { unsent } from '#storage/save.ts';
import { newestVersion, type Seen, type SyncStep } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';

/** LOOP6: clean, unless it was typed over meanwhile: then the newer text waits, and what arrived is its base. */
export async function acknowledged(
  workspace: Workspace,
  id: string,
  seen: Seen,
  rev: number,
): Promise<SyncStep> {
  const { row, outbox } = seen;
  if (!row || !outbox) return { id, seen, outbox: 'gone' };
  const held = workspace.set.findAnywhere(id);
  const now = { ...row, rev };
  const open = held && held.v === row.v ? { open: { ...held, rev } } : {};
  if (outbox.again === 0) return { id, seen, row: now, outbox: 'gone', ...open };
  const sent = await newestVersion(workspace, id, 'sent');
  return {
    ...{ id, seen, row: now, ...open },
    versions: sent ? [{ ...sent, why: 'base' }] : [],
    outbox: { id, ...unsent(workspace.ports.newId()) },
  };
}
