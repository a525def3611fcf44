import { Fragment, type ReactNode, useEffect } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import type { Clashed } from '#domain/discussion/discussion-progress.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';

interface DraftFrameProps {
  readonly collection: CollectionName;
  readonly id: string;
  readonly body: { readonly savedAt: string };
  readonly formId: string;
  /** Drawn afresh when this changes: something of the record was changed beside the form. */
  readonly shown?: string;
  /** What waits for a choice between two versions. */
  readonly before: string;
  /** The form: it owns the whole draft while it is mounted. */
  readonly children: ReactNode;
}

/** Round a form that is saved as it is typed, by one tab at a time: read only while it is open elsewhere. */
export function DraftFrame(props: DraftFrameProps) {
  const { collection, id, body, formId, shown = '', before, children } = props;
  const workspace = useWorkspace();
  const { status, takeOver } = useEditing(collection, id);
  const { clashes = [] } = body as Clashed;
  // As of a discussion: the first letters must have a form to land in before the answer comes.
  const isEditing = status !== 'elsewhere';
  const version = isEditing ? `editing ${clashes.length} ${shown}` : body.savedAt;
  useEffect(() => {
    if (isEditing && version && !workspace.queue.unsaved(id)) workspace.openDraft(collection, id);
  }, [workspace, collection, id, isEditing, version]);
  return (
    <>
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection={collection}
        id={id}
        body={body}
        sectionId={`${formId}-twoVersions`}
        before={before}
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <Fragment key={version}>{children}</Fragment>
      </fieldset>
    </>
  );
}
