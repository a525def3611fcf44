import { useEffect } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import { mayTypeInGroup } from '#domain/group/group-access.ts';
import type { GroupDiscussion } from '#domain/records/group.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { PageHeading } from '#ui/page.tsx';
import { FamilyForm } from './family-form.tsx';
import type { FamilyPaneProps } from './family-values.ts';
import { childWithAge } from './group-words.ts';

export function FamilyPane(props: FamilyPaneProps) {
  const workspace = useWorkspace();
  const { item, byCommand } = props;
  return (
    <>
      <PageHeading focusHeading={!byCommand} focusKey={item.id}>
        {item.label}
      </PageHeading>
      <p className="govuk-body">
        {item.children.map((child) => childWithAge(workspace, child)).join('; ')}. This is group
        supervision: what is written about the family goes on the record of each child.
      </p>
      <p className="govuk-body">
        {item.children.map((child) => (
          <span key={child.ref}>
            <Destination file="child" name={childLabel(child)} />{' '}
          </span>
        ))}
      </p>
      {item.status === 'finalised' ? (
        <InsetText>Finalised. The records are on the page “Records”.</InsetText>
      ) : (
        <EditableFamily {...props} />
      )}
    </>
  );
}

function EditableFamily(props: FamilyPaneProps) {
  const workspace = useWorkspace();
  const { group, item } = props;
  const { id } = item;
  const { status, takeOver } = useEditing('groupDiscussions', id);
  const { clashes = [], savedAt } = item.discussion as GroupDiscussion & Clashed;
  const mayType = mayTypeInGroup(group, settingsOf(workspace).me);
  // Before the answer comes it is written in already: the first letters after moving need a form.
  const isEditing = status !== 'elsewhere' && mayType;
  // Read only it follows what is on disk; a choice between two versions is a change from outside.
  const shown = isEditing ? `editing ${clashes.length}` : savedAt;
  useEffect(() => {
    if (isEditing && shown && !workspace.queue.unsaved(id)) {
      workspace.openDraft('groupDiscussions', id);
    }
  }, [workspace, id, isEditing, shown]);
  return (
    <>
      {status === 'elsewhere' && mayType && <OpenElsewhere onTakeOver={takeOver} />}
      {!mayType && (
        <InsetText>
          To read only: {staffName(workspace, group.facilitatorRef)} facilitates this group, and you
          do not take its notes.
        </InsetText>
      )}
      <TwoVersions
        collection="groupDiscussions"
        id={id}
        body={item.discussion}
        sectionId="family-versions"
        before="before these records are finalised"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <FamilyForm key={shown} {...props} />
      </fieldset>
    </>
  );
}
