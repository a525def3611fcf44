import { Fragment, type ReactNode, useEffect } from 'react';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import { mayTypeInGroup } from '#domain/group/group-access.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';

interface HeldGroupProps {
  readonly record: OpenRecord<'groups'>;
  /** The one form of the group on this page. */
  readonly children: ReactNode;
}

/** The group's own record, held while a form of it is shown: changed in one tab, by those who may type. */
export function HeldGroup({ record, children }: HeldGroupProps) {
  const workspace = useWorkspace();
  const { id, body } = record;
  const { status, takeOver } = useEditing('groups', id);
  const { clashes = [] } = body as GroupSession & Clashed;
  const mayType = mayTypeInGroup(body, settingsOf(workspace).me);
  // Before the answer comes it is written in already, as in the session.
  const isEditing = status !== 'elsewhere' && mayType;
  // Read only it follows what is on disk; a choice between two versions is a change from outside.
  const shown = isEditing ? `editing ${clashes.length}` : body.savedAt;
  useEffect(() => {
    if (isEditing && shown && !workspace.queue.unsaved(id)) workspace.openDraft('groups', id);
  }, [workspace, id, isEditing, shown]);
  return (
    <>
      {status === 'elsewhere' && mayType && <OpenElsewhere onTakeOver={takeOver} />}
      {!mayType && (
        <InsetText>
          To read only: {staffName(workspace, body.facilitatorRef)} facilitates this group, and you
          do not take its notes.
        </InsetText>
      )}
      <TwoVersions
        collection="groups"
        id={id}
        body={body}
        before="the one that counts"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <Fragment key={shown}>{children}</Fragment>
      </fieldset>
    </>
  );
}
