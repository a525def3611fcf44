import type { RecordId } from '#domain/ids.ts';
import type { AuditEntry } from '#domain/records/audit.ts';
import type { Write } from './save.ts';
import { settingsOf } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { created } from './writes.ts';

type About = NonNullable<AuditEntry['about']>;

/** That a file left or came in: what kind, why and how many, and never what was in it. */
export function fileAuditWrite(
  workspace: Workspace,
  what: 'exported' | 'exportTakenIn' | 'recordsRemoved',
  about: About,
  unvouched: readonly string[] = [],
): Write {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  return created('audit', id, {
    id,
    at: workspace.now,
    by: settingsOf(workspace).me,
    what,
    recordId: '',
    about,
    ...(unvouched.length > 0 ? { unvouched: [...unvouched] } : {}),
  });
}

/** Noted before the file is there: what cannot be noted does not leave. Throws StorageError. */
export async function noteExport(workspace: Workspace, about: About): Promise<void> {
  const entry = fileAuditWrite(workspace, 'exported', about);
  await workspace.change(() => [entry]);
}

/** That records past their period were removed: how many, and nothing of them. */
export const auditOfRemoval = (workspace: Workspace, records: number): Write =>
  fileAuditWrite(workspace, 'recordsRemoved', { kind: 'keeping', purpose: '', records });
