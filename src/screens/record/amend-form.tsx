import type { OnChildFile } from '#domain/records/on-child-file.ts';
import { CorrectionForm, Corrections } from '#exchange/parts/corrections.tsx';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { amendRecord } from '#storage/child-file/child-records.ts';
import { handedOverRecord } from '#storage/handover/handed-over.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { useAnnounce } from '#ui/status-region.tsx';

/** Below a child's finished record: its corrections, and a new one. */
export function AmendForm({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('staff');
  const gone = handedOverRecord(workspace, record.id);
  return (
    <Corrections id="amend-heading" amendments={amendmentsOf(workspace, record.id)} gone={gone}>
      {gone === undefined && (
        <CorrectionForm
          id="amend"
          summary="Add a correction"
          destination={
            <Destination file="child" name={record.child.name || record.child.reference} />
          }
          onAdd={async (correction) => {
            await amendRecord(workspace, record, correction);
            announce('Correction added');
          }}
        />
      )}
    </Corrections>
  );
}
