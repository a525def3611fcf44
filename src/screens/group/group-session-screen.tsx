import { useState } from 'react';
import { resumeGroup } from '#storage/group/groups.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { GroupPage, NoGroup } from './group-page.tsx';
import { GroupPanes } from './group-panes.tsx';

interface GroupSessionScreenProps {
  readonly groupId: string;
  /** The id of a family's discussion, or nothing yet. */
  readonly item: string | undefined;
}

export function GroupSessionScreen({ groupId, item }: GroupSessionScreenProps) {
  useAll('staff');
  useAll('settings');
  const group = useRecord('groups', groupId)?.body;
  if (!group) return <NoGroup documentTitle="Group session" />;
  if (group.status === 'open' || group.status === 'ended') {
    return <GroupPanes group={group} item={item} />;
  }
  return (
    <GroupPage groupId={groupId} at="session" documentTitle="Group session" width="text">
      {({ body }) =>
        body.status === 'paused' ? <Paused groupId={groupId} /> : <NotStarted groupId={groupId} />
      }
    </GroupPage>
  );
}

function NotStarted({ groupId }: { readonly groupId: string }) {
  return (
    <p className="govuk-body">
      This group has not started. <Link href={`/groups/${groupId}/agenda`}>Go to its agenda</Link>
    </p>
  );
}

function Paused({ groupId }: { readonly groupId: string }) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  return (
    <>
      <p className="govuk-body">
        Paused. Everything written so far is saved. Going on another day is one group: each family
        counts from the day it was discussed.
      </p>
      <Button
        disabled={busy}
        onClick={() => {
          setBusy(true);
          void resumeGroup(workspace, groupId).finally(() => setBusy(false));
        }}
      >
        Continue the group
      </Button>
    </>
  );
}
