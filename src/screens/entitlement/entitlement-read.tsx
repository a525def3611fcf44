import type { Entitlement } from '#domain/records/entitlement.ts';
import { entitlementBlocks, entitlementHeading } from '#exchange/entitlement-text.ts';
import { StaffTextOut } from '#exchange/staff-text-out.tsx';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

/** The whole route as text: what a printed page says, and what whoever it was sent to reads. */
export function EntitlementText({ record }: { readonly record: Entitlement }) {
  const workspace = useWorkspace();
  const supervisee = staffName(workspace, record.superviseeRef);
  const supervisor = staffName(workspace, record.supervisorRef);
  const { synthetic } = settingsOf(workspace);
  return (
    <StaffTextOut
      blocks={entitlementBlocks({ record, supervisee, supervisor, synthetic })}
      title={entitlementHeading}
      about={supervisee}
      recordId={record.id}
      what="print this"
    />
  );
}
