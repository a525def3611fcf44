import type { RecordId } from '#domain/ids.ts';
import type { AuditEntry } from '#domain/records/audit.ts';
import { settingsOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { created } from './writes.ts';

/** Notes that something left the device or a key changed. Never content. */
export async function noteAudit(
  workspace: Workspace,
  what: AuditEntry['what'],
  recordId = '',
): Promise<void> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const entry: AuditEntry = { id, at: workspace.now, by: settingsOf(workspace).me, what, recordId };
  await workspace.change(() => [created('audit', id, entry)]);
}
