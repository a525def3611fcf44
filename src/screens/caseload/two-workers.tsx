import { isInForce } from '#domain/caseload/caseload.ts';
import type { Child } from '#domain/records/child.ts';
import { nameLead } from '#storage/caseload/caseload.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** Two open allocations: on both agendas until a person names the lead, so that nobody is left off. */
export function TwoWorkers({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const current = useAll('allocations').filter(
    (each) => each.childRef === child.ref && isInForce(each, today),
  );
  if (current.length < 2) return null;
  const names = current.map(({ staffRef }) => staffName(workspace, staffRef));
  return (
    <>
      <WarningText>
        Allocated to {names.join(' and ')}, and on the agenda of each until you name the lead.
      </WarningText>
      <ButtonGroup>
        {current.map(({ staffRef }) => (
          <Button
            key={staffRef}
            variant="secondary"
            onClick={() => void nameLead(workspace, child.ref, staffRef)}
          >
            {staffName(workspace, staffRef)} is the lead
          </Button>
        ))}
      </ButtonGroup>
    </>
  );
}
