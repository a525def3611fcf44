import { useState } from 'react';
import { startGroup } from '#storage/group/groups.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { useGoTo } from '#ui/link.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** It starts whatever is missing: how many there are and what was agreed is asked when a record is finalised. */
export function StartGroup({ groupId }: { readonly groupId: string }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');

  async function start() {
    setState('busy');
    try {
      await startGroup(workspace, groupId);
      goTo(`/groups/${groupId}/session`);
    } catch (cause) {
      console.warn('the group was not started', cause);
      setState('failed');
    }
  }
  return (
    <>
      {state === 'failed' && (
        <WarningText>
          The group was not started, because this browser did not store it. Your agenda is safe. Try
          again.
        </WarningText>
      )}
      <ButtonGroup>
        <Button disabled={state === 'busy'} onClick={() => void start()}>
          Start the group
        </Button>
        <ButtonLink href={`/groups/${groupId}`} variant="secondary">
          People and confidentiality
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
