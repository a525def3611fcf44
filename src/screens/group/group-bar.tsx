import { useState } from 'react';
import type { GroupSession } from '#domain/records/group.ts';
import { pauseGroup } from '#storage/group/groups.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { amFacilitator, groupTitle, onlyFacilitator } from './group-words.ts';

interface GroupBarProps {
  readonly group: GroupSession;
  readonly words: string;
}

export function GroupBar({ group, words }: GroupBarProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [busy, setBusy] = useState(false);
  const mayFinalise = amFacilitator(workspace, group);
  return (
    <div className="fp-session-bar">
      <p className="govuk-body">
        <strong>{groupTitle(group)}</strong> {words}.{' '}
        {!mayFinalise && `${onlyFacilitator(workspace, group)}. `}
        <Link href={`/groups/${group.id}`}>Who is here</Link>
      </p>
      {group.status === 'open' ? (
        <ButtonGroup>
          <Button
            variant="secondary"
            disabled={busy}
            onClick={() => {
              setBusy(true);
              void pauseGroup(workspace, group.id).then(() => goTo('/sessions'));
            }}
          >
            Pause
          </Button>
          <ButtonLink variant="secondary" href={`/groups/${group.id}/end`}>
            End the group
          </ButtonLink>
        </ButtonGroup>
      ) : (
        <ButtonGroup>
          <ButtonLink href={`/groups/${group.id}/finish`}>Back to the records</ButtonLink>
        </ButtonGroup>
      )}
    </div>
  );
}
