import type { ExportFile } from '#domain/out/export-file.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import { fileAuditWrite } from '#storage/audit-files.ts';
import type { Write } from '#storage/save.ts';
import { findSettings } from '#storage/settings.ts';
import { findSigningKey } from '#storage/signing/signing-key.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { paceOf } from './pace.ts';
import { type ImportPlan, type NewRow, planImport } from './plan-import.ts';

export type TakenIn =
  | { readonly outcome: 'taken'; readonly plan: ImportPlan }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/**
 * Takes in what is new of an export, all or none, and nothing over what is here (OUT6). `isMe`: the person
 * said that whoever made it is them. Throws StorageError; nothing is written then.
 */
export async function takeInExport(
  workspace: Workspace,
  parts: readonly ExportFile[],
  { isMe }: { readonly isMe: boolean },
): Promise<TakenIn> {
  let result: TakenIn = { outcome: 'unreadable', reason: '' };
  const ownKey = (await findSigningKey(workspace))?.keyId;
  await workspace.change(async () => {
    // Worked out again here: another tab may have taken the same file in meanwhile.
    const plan = await planImport(workspace, parts, paceOf({ nowMs: workspace.ports.nowMs }));
    if (plan.outcome === 'unreadable') {
      result = plan;
      return [];
    }
    result = { outcome: 'taken', plan };
    const unvouched = plan.rows.filter((row) => isUnvouched(row, ownKey)).map(({ id }) => id);
    const about = { kind: parts[0]?.scope ?? '', purpose: '', records: plan.rows.length };
    return [
      ...plan.rows.map(writeOf),
      ...(isMe && plan.maybeMe ? alsoMe(workspace, parts[0]?.madeBy.ref ?? '') : []),
      ...(plan.rows.length > 0
        ? [fileAuditWrite(workspace, 'exportTakenIn', about, unvouched)]
        : []),
    ];
  });
  return result;
}

const writeOf = ({ collection, id, body, text }: NewRow): Write =>
  created(collection, id, body as Stored<typeof collection>, text); // read by the schema of its collection

/** SIGN13: not by this device's own key, and so of somebody who could be anybody. */
function isUnvouched({ collection, body }: NewRow, ownKey: string | undefined): boolean {
  if (collection !== 'staffSignatures') return false;
  const { level, keyId } = body as StaffSignature; // of this collection
  return level > 0 && keyId !== ownKey;
}

function alsoMe(workspace: Workspace, ref: string): readonly Write[] {
  const record = findSettings(workspace);
  return record ? [updated(record, { ...record.body, alsoMe: [...record.body.alsoMe, ref] })] : [];
}
