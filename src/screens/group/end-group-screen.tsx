import type { GroupSession } from '#domain/records/group.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EndGroupForm } from './end-group-form.tsx';
import { itemsOf, notReached } from './group-items.ts';
import { groupTitle } from './group-words.ts';

/** Ending is never refused: it asks once about families that were not reached, and then ends as it is. */
export function EndGroupScreen({ groupId }: { readonly groupId: string }) {
  useAll('staff');
  useAll('children');
  useAll('groupDiscussions');
  const group = useRecord('groups', groupId)?.body;
  if (!group || group.status === 'planned' || group.status === 'ended') {
    return (
      <Page title="Nothing to end" documentTitle="End the group" width="text">
        <p className="govuk-body">
          This group is not going on. <Link href="/sessions">All sessions</Link>
        </p>
      </Page>
    );
  }
  return <EndGroup group={group} />;
}

function EndGroup({ group }: { readonly group: GroupSession }) {
  const workspace = useWorkspace();
  return (
    <Page
      title={`End: ${groupTitle(group)}`}
      documentTitle="End the group"
      back={<BackLink href={`/groups/${group.id}/session`}>Back to the group</BackLink>}
      width="text"
    >
      <EndGroupForm groupId={group.id} left={notReached(itemsOf(workspace, group))} />
    </Page>
  );
}
