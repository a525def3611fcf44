import { useEffect } from 'react';
import type { Clashed } from '#domain/discussion-progress.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { setAside } from '#storage/entries.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EntryForm } from './entry-form.tsx';

interface EntryPageProps {
  readonly draft: EntryDraft;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** An entry while it is written: saved as typed, by one tab at a time. */
export function EntryPage({ draft, isStored, isNew }: EntryPageProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id, kind } = draft;
  const { title, note } = entryTables[kind];
  const { status, takeOver } = useEditing('entryDrafts', id);
  const { clashes = [] } = draft as EntryDraft & Clashed;
  // As of a discussion: the first letters must have a form to land in before the answer comes.
  const isEditing = status !== 'elsewhere';
  const version = isEditing ? `editing ${clashes.length}` : draft.savedAt;
  useEffect(() => {
    // The address of a draft that is stored: locking comes back to it and not to an empty page.
    if (isNew && isStored) goTo(`/entries/${id}`);
  }, [isNew, isStored, id, goTo]);
  useEffect(() => {
    if (isEditing && version && !workspace.queue.unsaved(id))
      workspace.openDraft('entryDrafts', id);
  }, [workspace, id, isEditing, version]);
  return (
    <Page title={title} width="text" back={<BackLink href="/children">My list</BackLink>}>
      {note && <InsetText>{note}.</InsetText>}
      {draft.droppedAt !== '' && (
        <InsetText>
          This was put aside as not needed. Its text is kept.{' '}
          <Button variant="link" onClick={() => void setAside(workspace, id, false)}>
            It is needed after all
          </Button>
        </InsetText>
      )}
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection="entryDrafts"
        id={id}
        body={draft}
        sectionId="entry-twoVersions"
        before="before this is recorded"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <EntryForm key={version} draft={draft} />
      </fieldset>
    </Page>
  );
}
