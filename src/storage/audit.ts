import type { RecordId } from '#domain/ids.ts';
import type { AuditEntry } from '#domain/records/audit.ts';
import type { Write } from './save.ts';
import { settingsOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { created } from './writes.ts';

/** The same as a write, for a batch that is all or none. */
export function auditWrite(
  workspace: Workspace,
  what: AuditEntry['what'],
  recordId = '',
  by: string = settingsOf(workspace).me,
): Write {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  return created('audit', id, { id, at: workspace.now, by, what, recordId });
}

/** Notes that something left the device or a key changed. Never content. */
export async function noteAudit(
  workspace: Workspace,
  what: AuditEntry['what'],
  recordId = '',
): Promise<void> {
  const entry = auditWrite(workspace, what, recordId);
  await workspace.change(() => [entry]);
}
