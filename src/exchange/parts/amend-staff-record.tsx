import { handedOverRecord } from '#storage/handover/handed-over.ts';
import {
  amendStaffRecord,
  mayAmendStaffRecord,
  staffAmendmentsOf,
} from '#storage/staff-file/staff-amendments.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { CorrectionForm, Corrections } from './corrections.tsx';

interface AmendStaffRecordProps {
  /** Of any finished record of the supervision file. */
  readonly recordId: string;
}

/** Below a finished record of the supervision file: its corrections, and a new one. */
export function AmendStaffRecord({ recordId }: AmendStaffRecordProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('staffAmendments');
  useAll('staff');
  return (
    <Corrections
      id={`amend-${recordId}`}
      amendments={staffAmendmentsOf(workspace, recordId)}
      gone={handedOverRecord(workspace, recordId)}
    >
      {mayAmendStaffRecord(workspace, recordId) && (
        <CorrectionForm
          id={`correct-${recordId}`}
          summary="Correct this record"
          destination={<Destination file="staff" />}
          onAdd={async (correction) => {
            await amendStaffRecord(workspace, recordId, correction);
            announce('Correction added');
          }}
        />
      )}
    </Corrections>
  );
}
