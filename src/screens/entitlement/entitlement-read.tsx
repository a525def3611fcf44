import type { Entitlement } from '#domain/records/entitlement.ts';
import { entitlementBlocks } from '#exchange/text/entitlement-text.ts';
import { StaffTextOut } from '#exchange/text/staff-text-out.tsx';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

/** The whole route as text: what a printed page says too, and what whoever it was sent to reads. */
export function EntitlementText({ record }: { readonly record: Entitlement }) {
  const workspace = useWorkspace();
  const supervisee = staffName(workspace, record.superviseeRef);
  const supervisor = staffName(workspace, record.supervisorRef);
  const { synthetic } = settingsOf(workspace);
  return (
    <StaffTextOut
      blocks={entitlementBlocks({ record, supervisee, supervisor, synthetic })}
      href={`/print/entitlement/${record.id}`}
      words="Print it"
    />
  );
}
